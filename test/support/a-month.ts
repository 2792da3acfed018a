import { bytesSource } from '../../functions/months/dry-run/byte-source.ts';
import { type DryRun, type DryRunInput, dryRun } from '../../functions/months/dry-run/dry-run.ts';
import type { CaseInMonth } from '../../functions/months/dry-run/granted.ts';
import { type PayRules, payRulesOf } from '../../functions/months/dry-run/pay-rules.ts';
import { leksand } from '../../shared/packs/leksand.ts';
import { Pack } from '../../shared/packs/pack.ts';

export const reportHeader =
  'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status';
export const formHeader = 'Månad;Utförare;Ärendenummer;Datum;Till;Start;Typ;Minuter;Avisering;Kommentar';

/** What a test's month is about; everything else is an October at P1 with one case of OMV. */
export type AMonth = {
  /** Rows after `month;provider;`, or whole lines with `raw`. */
  readonly rows?: readonly string[];
  readonly form?: readonly string[];
  readonly raw?: { readonly report?: string; readonly form?: string };
  readonly cases?: readonly CaseInMonth[];
  readonly rules?: Partial<PayRules>;
  readonly kind?: 'municipal' | 'private';
  readonly month?: string;
  readonly orePerHour?: number;
  readonly trail?: DryRunInput['trail'];
};

export const aCase = (changes: Partial<CaseInMonth> = {}): CaseInMonth => ({
  caseNo: 'A-1',
  services: [{ code: 'OMV', minutesPerMonth: 2520 }],
  from: '2024-01-01',
  to: null,
  ...changes,
});

/** The dry run's input for it; a municipal provider, which need not sum, unless the test says otherwise. */
export function inputOf({ rows = [], form = [], raw = {}, rules, ...given }: AMonth): DryRunInput {
  const month = given.month ?? '2026-10';
  const lines = (header: string, of: readonly string[]) =>
    [header, ...of.map((row) => `${month};P1;${row}`)].join('\n');
  return {
    rules: { ...payRulesOf(Pack.parse(leksand)), ...rules },
    month,
    provider: { id: 'P1', kind: given.kind ?? 'municipal' },
    cases: given.cases ?? [aCase()],
    orePerHour: given.orePerHour ?? 40_000,
    report: bytesSource(Buffer.from(raw.report ?? lines(reportHeader, rows))),
    deviations: bytesSource(Buffer.from(raw.form ?? lines(formHeader, form))),
    trail: given.trail,
  };
}

export async function judged(month: AMonth): Promise<DryRun> {
  const answer = await dryRun(inputOf(month));
  if (!answer.ok) throw new Error(`refused: ${answer.code}`);
  return answer.value;
}

/** The first case of the answer. */
export async function judgedCase(month: AMonth) {
  const [first] = (await judged(month)).cases;
  if (!first) throw new Error('no case');
  return first;
}

/** `17 Status BAD_STATUS` for each error, the form's with its name before. */
export async function errorsOf(month: AMonth): Promise<string[]> {
  const { errors } = (await judged(month)).file;
  return errors.map(({ file, row, column, code }) =>
    [file === 'deviations' ? 'form' : '', row ?? '', column ?? '', code].filter((part) => part !== '').join(' '),
  );
}
