import type { ByteSource } from '../../functions/months/dry-run/byte-source.ts';
import type { DryRun, DryRunInput } from '../../functions/months/dry-run/dry-run.ts';
import { payRulesOf } from '../../functions/months/dry-run/pay-rules.ts';
import { rateInForce } from '../../functions/months/dry-run/rates.ts';
import { withSettings } from '../../shared/packs/settings.ts';
import { aPack } from './a-pack.ts';
import type { PlainInput } from './plain-check.ts';

type Sources = { readonly report: ByteSource; readonly deviations: ByteSource };

/** What the engine is given for a month that the plain check judges too. */
export function inputFor({ set, rates, ...month }: PlainInput, sources: Sources): DryRunInput {
  const pack = withSettings(aPack('leksand'), set);
  if (!pack.ok) throw new Error(`refused: ${pack.code}`);
  const rate = rateInForce(rates, month.month, month.provider.kind);
  return { ...month, ...sources, rules: payRulesOf(pack.value), orePerHour: rate?.orePerHour ?? 0 };
}

/** An answer as the plain check gives it: without sentences, but whether one names the municipality's own knowledge. */
export function plainly(answer: DryRun) {
  const short = ({ file, row, column, code }: DryRun['file']['errors'][number]) => ({ file, row, column, code });
  const { status, errors, warnings } = answer.file;
  return {
    provider: answer.provider,
    file: { status, errors: errors.map(short), warnings: warnings.map(short) },
    cases: answer.cases.map(({ faults, warnings: warned, trail, ...figures }) => ({
      ...figures,
      faults: faults.toSorted(),
      warnings: warned.toSorted(),
      trail: trail.map(({ text, ...entry }) => ({ ...entry, known: text.includes('kommunens egen uppgift') })),
    })),
    total: answer.total,
  };
}
