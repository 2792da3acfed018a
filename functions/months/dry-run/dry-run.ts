import { daysIn, firstDay, type Month, plusDays } from '../../../shared/domain/local-date.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { amountOre } from '../money.ts';
import { ByteNames } from './byte-names.ts';
import type { ByteSource } from './byte-source.ts';
import { type CaseMonth, caseMonth } from './case-month.ts';
import { type CaseFigures, type CaseVerdict, caseFigures, caseTrail } from './case-verdict.ts';
import { noDays } from './day-set.ts';
import { type DeviationForm, type Expected, readDeviationForm } from './deviation-form.ts';
import { type ClockNight, clockNight } from './elapsed.ts';
import { countsByType, type FileCounts } from './file-counts.ts';
import type { FileRefusal } from './file-header.ts';
import { fileVerdict, type VerdictOnFiles } from './file-verdict.ts';
import { type CaseInMonth, inForce } from './granted.ts';
import { trailRoom } from './kept-trail.ts';
import { Ledger } from './ledger.ts';
import type { Looker } from './looker.ts';
import type { PayRules } from './pay-rules.ts';
import { readReport } from './report-reader.ts';
import { judgeSums, type SumsSideBySide, sumsSideBySide } from './sums.ts';
import { nameInDates, type TrailEntry } from './trail.ts';
import type { Registered } from './visit-outcome.ts';

/** One provider's month, and the files it hands in about it. */
export type DryRunInput = {
  readonly rules: PayRules;
  readonly month: Month;
  readonly provider: { readonly id: string; readonly kind: 'municipal' | 'private' };
  /** The provider's cases; those in force on no day of the month are left out. */
  readonly cases: readonly CaseInMonth[];
  /** The rate in force in the month (L-36). */
  readonly orePerHour: number;
  readonly report: ByteSource;
  readonly deviations: ByteSource;
  /** `all` gives every row its own entry; `summary`, the default, only rows that are not paid. */
  readonly trail?: 'summary' | 'all';
  /** Reads every row the careful way; for tests, which compare the two. */
  readonly careful?: boolean;
  /** Who looks at the rows as they pass, for what is no figure; `visit` is reused from row to row. */
  readonly looker?: Looker;
};

/** What the municipality would decide on these files today. */
export type DryRun = {
  readonly provider: string;
  readonly file: VerdictOnFiles;
  readonly cases: readonly CaseVerdict[];
  readonly total: { readonly minutes: number; readonly amountOre: number };
  readonly sums: SumsSideBySide;
  readonly registrations: Registrations;
  /** Rows of the deviation form by their kinds, for the figures. */
  readonly deviationCounts: FileCounts['deviations'];
  /** The days in force within a stay or a planned absence, of each case that has any: for the fee (L-26). */
  readonly absences: readonly { readonly caseNo: string; readonly days: number }[];
};

/** Visit rows by how they came about; it decides nothing, and its share stands among the figures. */
type Registrations = Readonly<Record<keyof typeof Registered, number>>;

/** A dry run whose trails are made when they are read, for files whose trails fill the memory. */
export type LazyDryRun = Omit<DryRun, 'cases'> & {
  readonly cases: readonly (CaseFigures & { readonly trail: Iterable<TrailEntry> })[];
};

/** Judges the files and gives the whole answer as a value. Refused when nothing can be judged. */
export async function dryRun(input: DryRunInput): Promise<Result<DryRun, FileRefusal['code']>> {
  const judged = await lazyDryRun(input);
  if (!judged.ok) return judged;
  const room = trailRoom();
  const cases = judged.value.cases.map((one) => ({ ...one, ...room(one.trail) }));
  return { ok: true, value: { ...judged.value, cases } };
}

/** As `dryRun`, with the trails to be read one by one. */
export async function lazyDryRun(input: DryRunInput): Promise<Result<LazyDryRun, FileRefusal['code']>> {
  const { rules, month, provider } = input;
  const municipal = provider.kind === 'municipal';
  const inMonth = input.cases.filter((one) => inForce(one, month));
  const caseNumbers = new Set(inMonth.map(({ caseNo }) => caseNo));
  const expected: Expected = { month, providerId: provider.id, knows: (caseNo) => caseNumbers.has(caseNo) };

  const form = await readDeviationForm(input.deviations, expected);
  if (!form.ok) return form;

  const serviceNames = new ByteNames();
  const said = { byCase: Map.groupBy(form.deviations, ({ caseNo }) => caseNo), unread: form.unread };
  const laid = { month, proRata: rules.grantedProRata, serviceNames };
  const cases = inMonth.map((one) => caseMonth(one, said, laid));
  const nights = nightsOf(month);
  const everyRow = input.trail === 'all';
  const ledger = new Ledger(cases, { rules, nights, everyRow, municipal, see: input.looker?.see });
  const refusal = await readReport(input.report, {
    expected,
    caseNames: new ByteNames(cases.map(({ caseNo }) => caseNo)),
    serviceNames,
    workerNames: input.looker?.workerNames ?? new ByteNames(['']),
    carefulDays: nights.reduce((days, night, day) => (isCareful(night) ? days | (1 << day) : days), noDays),
    ledger,
    careful: input.careful,
  });
  if (refusal) return refusal;
  judgeSums(cases, ledger, municipal);
  return { ok: true, value: verdict(input, cases, ledger, form) };
}

function verdict(input: DryRunInput, cases: readonly CaseMonth[], ledger: Ledger, form: DeviationForm): LazyDryRun {
  const { month, rules, provider, orePerHour, trail } = input;
  const rowsOf = ledger.trail.byCase(cases.length);
  const inMonth = nameInDates(month);
  const verdicts = cases.map((one, number) => {
    const figures = caseFigures(number, one, ledger, rules);
    const everyRow = trail === 'all';
    const lines = () => caseTrail(number, figures, { of: one, ledger, inMonth, everyRow, rows: rowsOf(number) });
    return { ...figures, trail: { [Symbol.iterator]: lines } };
  });
  const minutes = verdicts.reduce((sum, { charged }) => sum + charged, 0);
  return {
    provider: provider.id,
    file: fileVerdict(ledger, form),
    cases: verdicts,
    total: { minutes, amountOre: amountOre(minutes, orePerHour) },
    sums: sumsSideBySide(cases, ledger),
    registrations: registrationsIn(ledger),
    deviationCounts: countsByType(form.deviations),
    absences: cases.flatMap(({ caseNo, absenceDays: days }) => (days > 0 ? [{ caseNo, days }] : [])),
  };
}

const registrationsIn = ({
  registered: [unsaid = 0, automatic = 0, manual = 0, changed = 0],
}: Ledger): Registrations => ({
  ...{ unsaid, automatic, manual, changed },
});

/** The clock of each day of the month, by day; 0 means a date outside it, whose clock no rule asks for. */
const nightsOf = (month: Month): readonly ClockNight[] => [
  { today: undefined, tomorrow: undefined },
  ...Array.from({ length: daysIn(month) }, (_, index) => clockNight(plusDays(firstDay(month), index))),
];

/** Some reading of the clock does not exist that night. */
const isCareful = ({ today, tomorrow }: ClockNight): boolean => (today?.shift ?? 0) > 0 || (tomorrow?.shift ?? 0) > 0;
