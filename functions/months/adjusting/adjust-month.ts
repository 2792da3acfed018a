import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Why } from '../../../shared/domain/why.ts';
import { chargedUnreported, whyUnreported } from '../closing/never-handed-in.ts';
import type { ByteSource } from '../dry-run/byte-source.ts';
import type { CaseVerdict } from '../dry-run/case-verdict.ts';
import { type DryRunInput, dryRun } from '../dry-run/dry-run.ts';
import { type CaseInMonth, inForce } from '../dry-run/granted.ts';
import { type FeeFigures, feeFigures, noFigures } from '../fees/fee-figures.ts';
import { amountOre } from '../money.ts';
import { type CaseChange, type FactKind, type Priced, pricedRows } from './adjustment-rows.ts';
import { knownInMonth } from './known-in-month.ts';
import { type CaseFacts, noFacts, rowsByCase, whatDiffers } from './what-differs.ts';

/** One state of a provider's month: its cases, and its two files where it has handed them in. */
export type StateOfMonth = {
  readonly cases: readonly CaseInMonth[];
  readonly files?: { readonly report: ByteSource; readonly deviations: ByteSource } | undefined;
};

/** What both states are judged by: the stated month's own rules and rate. */
export type StatedTerms = Pick<DryRunInput, 'rules' | 'month' | 'provider' | 'orePerHour'> & {
  /** What is charged where nothing was handed in (A81). */
  readonly notHandedIn: 'GRANTED' | 'NOTHING';
};

type AdjustmentRow = Priced<CaseChange & { readonly because: readonly FactKind[]; readonly why: readonly Why[] }>;

export type AdjustedMonth = {
  readonly month: string;
  readonly provider: string;
  readonly rows: readonly AdjustmentRow[];
  readonly statedOre: number;
  readonly trueOre: number;
  readonly amountOre: number;
};

/** A case of one state: minutes, what is known of it, and why it comes to them. */
export type JudgedCase = {
  readonly charged: number;
  readonly granted: number;
  readonly figures: FeeFigures;
  readonly facts: CaseFacts;
  readonly why: readonly Why[];
};
const nothing: JudgedCase = {
  charged: 0,
  granted: 0,
  figures: noFigures,
  facts: noFacts,
  why: [{ rule: 'L-43', text: 'Utföraren har inte ärendet under månaden – inget betalas' }],
};

/** Explanations are read by people: of more than these the first are enough. */
const mostWhy = 20;
const whyOf = ({ trail }: CaseVerdict): Why[] =>
  [...new Map(trail.map(({ rule, text }) => [`${rule} ${text}`, { rule, text }])).values()].slice(0, mostWhy);

/** Each case of a state as it would be decided as proposed; where nothing was handed in, as the pack says (A81). */
export async function judgedCases(
  { cases, files }: StateOfMonth,
  terms: StatedTerms,
): Promise<Result<ReadonlyMap<string, JudgedCase>>> {
  const inMonth = cases.filter((one) => inForce(one, terms.month));
  if (!files) return accept(new Map(inMonth.map((one) => [one.caseNo, notHandedIn(one, terms)])));
  const run = await dryRun({ ...terms, ...files, cases: inMonth });
  if (!run.ok) return run;
  const [report, form] = [await rowsByCase(files.report, 'report'), await rowsByCase(files.deviations, 'deviations')];
  const absences = new Map(run.value.absences.map(({ caseNo, days }) => [caseNo, days]));
  const decided = new Map(inMonth.map((one) => [one.caseNo, knownInMonth(one, terms.month)]));
  return accept(
    new Map(
      run.value.cases.map((one) => {
        const { caseNo, charged, granted } = one;
        const facts = { decided: decided.get(caseNo), report: report.get(caseNo) ?? '', form: form.get(caseNo) ?? '' };
        const figures = feeFigures({ ...one, absenceDays: absences.get(caseNo) }, one.unpaid);
        return [caseNo, { charged, granted, figures, facts, why: whyOf(one) }];
      }),
    ),
  );
}

/** What is charged where nothing was handed in, as one closes it (A81). */
function notHandedIn(one: CaseInMonth, { month, rules, notHandedIn: charges }: StatedTerms): JudgedCase {
  const { grantedProRata } = rules;
  const terms = { month, grantedProRata, notHandedIn: charges };
  const { charged, granted, absenceDays } = chargedUnreported(one, terms);
  const facts = { decided: knownInMonth(one, month), report: undefined, form: undefined };
  const figures = feeFigures({ granted, performed: 0, absence: 0, absenceDays }, {});
  return { charged, granted, figures, facts, why: [whyUnreported(charged)] };
}

/**
 * What a stated month would have come to with what is known now: a row for each case that a fact reached and whose
 * minutes differ, at the stated month's rules and rate. The same two states give the same rows.
 */
export async function adjustMonth(
  before: StateOfMonth,
  after: StateOfMonth,
  terms: StatedTerms,
): Promise<Result<AdjustedMonth>> {
  const [stated, known] = [await judgedCases(before, terms), await judgedCases(after, terms)];
  if (!stated.ok) return stated;
  if (!known.ok) return known;
  const minutesOf = (cases: ReadonlyMap<string, JudgedCase>) =>
    [...cases.values()].reduce((sum, { charged }) => sum + charged, 0);
  const changes = [...new Set([...stated.value.keys(), ...known.value.keys()])].flatMap((caseNo) => {
    const [was, now] = [stated.value.get(caseNo) ?? nothing, known.value.get(caseNo) ?? nothing];
    const because = whatDiffers(was.facts, now.facts);
    return because.length > 0 ? [{ caseNo, was: was.charged, now: now.charged, because, why: now.why }] : [];
  });
  const { month, provider, orePerHour } = terms;
  const rows = pricedRows(changes, minutesOf(stated.value), orePerHour);
  return accept({
    ...{ month, provider: provider.id, rows },
    statedOre: amountOre(minutesOf(stated.value), orePerHour),
    trueOre: amountOre(minutesOf(known.value), orePerHour),
    amountOre: rows.reduce((sum, row) => sum + row.amountOre, 0),
  });
}
