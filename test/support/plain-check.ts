import { Temporal } from 'temporal-polyfill';
import type { CaseInMonth } from '../../functions/months/dry-run/granted.ts';
import type { Rate } from '../../functions/months/dry-run/rates.ts';
import { type Line, linesOf } from './plain-files.ts';
import * as rows from './plain-rows.ts';

/**
 * The dry run a second time: whole texts, plain objects, a list searched for every question. Slow and simple on
 * purpose, written from the contract and sharing no code with the engine, so that the two can be held together.
 */
export type PlainInput = {
  /** `key=value`, as `--set` takes them; what is not named is as in the contract. */
  readonly set: readonly string[];
  readonly month: string;
  readonly provider: { readonly id: string; readonly kind: 'municipal' | 'private' };
  readonly cases: readonly CaseInMonth[];
  readonly rates: readonly Rate[];
  readonly report: Uint8Array;
  readonly deviations: Uint8Array;
};

type FileError = { file: string; row?: number | undefined; column?: string | undefined; code: string };

export function plainCheck(input: PlainInput) {
  const form = linesOf(input.deviations, 9);
  const report = linesOf(input.report);
  const formIs = headerOf(form);
  const reportIs = headerOf(report);
  const wanted = rows.reportColumns.join(';');
  if (!form || !report || formIs !== rows.formColumns.join(';')) return 'refused';
  if (reportIs !== wanted && reportIs !== `${wanted};Personal`) return 'refused';
  return judge(input, report.slice(1), reportIs.split(';').length, form.slice(1));
}

const headerOf = (lines: Line[] | undefined): string => (lines?.[0]?.fields ?? []).join(';').replace(/;+$/, '');

type Visit = { row: number; caseNo: string; service: string; date: string; start: string; end: string } & {
  [minutes in 'ordered' | 'performed']: number;
} & { status: string; worker: string };

/** A row of the form, or what the municipality knows, which counts as one. */
type Told = { date: string; to: string; start: string; type: string; notice: string; known: boolean };

const ruleOf: Record<string, string> = {
  ...{ OUT_OF_PERIOD: 'L-43', DUPLICATE: 'L-43', DOUBLE_STAFFING: 'L-43', NOT_ORDERED: 'L-11', NOT_IN_FORCE: 'L-11' },
  ...{ HOSPITAL: 'L-46', ABSENT: 'L-46', AFTER_DEATH: 'L-49', NOTICE_GIVEN: 'L-46', NO_DEVIATION_ROW: 'L-28' },
  ...{ PERFORMED: 'L-43', BOMTID: 'L-47', DAY_OF_DEATH: 'A26', DAY_AFTER_DEATH: 'L-48', BEYOND_ORDERED: 'L-48' },
};

function judge(input: PlainInput, reportLines: Line[], columns: number, formLines: Line[]) {
  const { month, provider } = input;
  const set = Object.fromEntries(input.set.map((one) => one.split('=')));
  const rule = {
    wrongBasis: set.wrongBasis ?? 'GRANTED',
    notice: set['bomtid.notice'] ?? 'BEFORE_VISIT_DAY',
    remainder: set['death.dayRemainder'] ?? 'BOMTID',
    tolerance: Number(set['visit.toleranceMinutes'] ?? 0),
    proRata: set['granted.proRata'] !== 'false',
    staffing: set.doubleStaffing ?? 'ONCE',
  };
  const municipal = provider.kind === 'municipal';
  const monthDays = Temporal.PlainYearMonth.from(month).daysInMonth;
  const days = Array.from({ length: monthDays }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  const within = (date: string, from?: string | null, to?: string | null) =>
    (!from || date >= from) && (!to || date <= to);
  const cases = input.cases.filter((one) => days.some((date) => within(date, one.from, one.to)));
  const caseOf = (caseNo: string) => cases.find((one) => one.caseNo === caseNo);
  const about: rows.About = { month, providerId: provider.id, knows: (caseNo) => caseOf(caseNo) !== undefined };

  // — what is said of files and cases
  const errors: FileError[] = [];
  const warnings: FileError[] = [];
  const said = new Map(cases.map(({ caseNo }) => [caseNo, { faults: new Set<string>(), warnings: new Set<string>() }]));
  const say = (
    [column, code]: [string | undefined, string],
    row: number | undefined,
    caseNo: string,
    ofSums: boolean,
  ) => {
    const warns = municipal && ofSums;
    (warns ? warnings : errors).push({ file: 'report', row, column, code });
    said.get(caseNo)?.[warns ? 'warnings' : 'faults'].add(code);
  };

  // — the form
  const toldOf = new Map<string, Told[]>(cases.map(({ caseNo, known = [] }) => [caseNo, known.map(asTold)]));
  const formErrors: FileError[] = [];
  for (const { row, fields } of formLines) {
    const fault = rows.faultOfForm(fields, about);
    const [, , caseNo = '', date = '', to = '', start = '', type = '', , notice = ''] = fields;
    if (fault) {
      formErrors.push({ file: 'deviations', row, column: fault[0], code: fault[1] });
      said.get(caseNo)?.warnings.add('FORM_ROW');
      continue;
    }
    const known = { known: false, type: rows.oneOf(type, rows.types) ?? '' };
    toldOf.get(caseNo)?.push({ date, to, start: rows.timeOf(start) ?? '', notice, ...known });
  }

  // — the report
  const visits: Visit[] = [];
  const sums: { row: number; caseNo: string; ordered: number; performed: number }[] = [];
  const total = { ordered: 0, performed: 0, isJudged: true, wasSeen: false };
  const named = new Set<string>();
  const unreadable = new Set<string>();
  for (const { row, fields } of reportLines) {
    const [, , written = '', service = '', date = '', start = '', end = '', ordered = '', performed = ''] = fields;
    const isSum = rows.isSum(fields);
    const caseNo = isSum && rows.isTotal(fields) ? 'TOTALT' : written;
    const { fault, inside } = isSum
      ? { fault: rows.faultOfSum(fields, about), inside: undefined }
      : rows.faultOfVisit(fields, columns, about);
    const minutes = {
      ordered: rows.numberOf(ordered, 999_999_999) ?? 0,
      performed: rows.numberOf(performed, 999_999_999) ?? 0,
    };
    if (isSum && caseNo === 'TOTALT') total.wasSeen = true;
    if (said.has(caseNo)) named.add(caseNo);
    if (fault) {
      say(fault, row, caseNo, isSum);
      unreadable.add(caseNo);
      if (fault[1] !== 'UNKNOWN_CASE' || inside) total.isJudged = false;
    }
    if (!isSum && (!fault || (fault[1] === 'UNKNOWN_CASE' && !inside))) {
      total.ordered += minutes.ordered;
      total.performed += minutes.performed;
    }
    if (fault) continue;
    if (isSum && sums.some((sum) => sum.caseNo === caseNo)) {
      say(['Ärendenummer', 'SECOND_SUM'], row, municipal ? caseNo : '', true);
    } else if (isSum) sums.push({ row, caseNo, ...minutes });
    else {
      const times = { start: rows.timeOf(start) ?? '', end: rows.timeOf(end) ?? '' };
      const status = rows.oneOf(fields[9] ?? '', rows.statuses) ?? '';
      visits.push({ row, caseNo, service, date, ...times, ...minutes, status, worker: fields[10] ?? '' });
    }
  }

  // — each row
  const earlier: Visit[] = [];
  const decided = visits.map((visit) => {
    const one = caseOf(visit.caseNo) as CaseInMonth;
    const told = toldOf.get(visit.caseNo) ?? [];
    const { outcome, known } = outcomeOf(visit, one, told);
    let submitted = visit.status === 'UTFÖRD' ? visit.performed : visit.status === 'BOMTID' ? visit.ordered : 0;
    if (outcome === 'DAY_AFTER_DEATH')
      submitted = visit.status === 'UTFÖRD' ? Math.max(visit.ordered, visit.performed) : visit.ordered;
    let paid = 0;
    if (outcome === 'DAY_AFTER_DEATH') paid = visit.ordered;
    else if (['PERFORMED', 'DAY_OF_DEATH', 'BOMTID'].includes(outcome)) paid = submitted;
    if (submitted > 0) earlier.push(visit);
    if (outcome === 'PERFORMED' && !minutesFit(visit))
      say(['Utförda minuter', 'WRONG_MINUTES'], visit.row, visit.caseNo, false);
    const isExplained = told.some(({ date, to }) => within(visit.date, date, to || date));
    return { visit, outcome, known, submitted, paid, isUnexplained: outcome === 'NOTHING' && !isExplained };
  });

  function outcomeOf(visit: Visit, one: CaseInMonth, told: Told[]): { outcome: string; known: boolean } {
    const { date, status } = visit;
    const is = (outcome: string, known = false) => ({ outcome, known });
    if (!days.includes(date)) return is('OUT_OF_PERIOD');
    const repeated = earlier.filter((other) =>
      (['caseNo', 'service', 'date', 'start', 'end'] as const).every((key) => other[key] === visit[key]),
    );
    if (repeated.length > 0) {
      const isOther = visit.worker !== '' && repeated.every(({ worker }) => worker !== '' && worker !== visit.worker);
      if (!isOther) return is('DUPLICATE');
      if (rule.staffing === 'ONCE') return is('DOUBLE_STAFFING');
    }
    const entries = one.services.filter(({ code }) => code === visit.service);
    if (entries.length === 0) return is('NOT_ORDERED');
    if (!within(date, one.from, one.to) || !entries.some(({ from, to }) => within(date, from, to)))
      return is('NOT_IN_FORCE');
    const stays = told.filter((row) => isInHospital(row, date));
    if (stays.length > 0) return is('HOSPITAL', stays.some(isKnown));
    if (told.some((row) => isAbsent(row, date))) return is('ABSENT');
    const death = deathIn(told);
    const byKnown = told.some((row) => row.known && row.type === 'AVLIDEN' && row.date === death);
    if (death && date >= rows.nextDay(death, 2)) return is('AFTER_DEATH', byKnown);
    if (death && date === rows.nextDay(death) && status !== 'AVBOKAD') return is('DAY_AFTER_DEATH', byKnown);
    if (status === 'UTFÖRD') return is('PERFORMED');
    if (status !== 'BOMTID') return is('NOTHING');
    const ofVisit = told.filter(
      (row) =>
        ['BOMTID', 'AVSAGD'].includes(row.type) && row.date === date && (row.start === '' || row.start === visit.start),
    );
    if (ofVisit.some((row) => row.notice !== '' && cameEarly(row.notice, visit))) return is('NOTICE_GIVEN');
    if (death === date && rule.remainder === 'BOMTID') return is('DAY_OF_DEATH', byKnown);
    const admissions = told.filter((row) => row.type === 'SJUKHUS' && row.date === date);
    if (ofVisit.length === 0 && admissions.length === 0) return is('NO_DEVIATION_ROW');
    return is('BOMTID', ofVisit.length === 0 && admissions.some(isKnown));
  }

  function cameEarly(notice: string, visit: Visit): boolean {
    const given = rows.noticeOf(notice);
    if (!given) return false;
    if (rule.notice === 'BEFORE_VISIT_DAY') return given.date < visit.date;
    const ahead = Math.min(...rows.momentsAt(visit.date, visit.start)) - given.moment;
    return rule.notice === 'BEFORE_VISIT' ? ahead > 0 : ahead >= 60 * Number(rule.notice.split(':')[1]);
  }

  function minutesFit({ date, start, end, performed }: Visit): boolean {
    const ends = rows.momentsAt(rows.endDate(date, start, end), end);
    return rows
      .momentsAt(date, start)
      .some((from) => ends.some((to) => to > from && Math.abs(to - from - performed) <= rule.tolerance));
  }

  // — sums
  const wrong = (stated: { ordered: number; performed: number }, counted: { ordered: number; performed: number }) => {
    if (stated.ordered !== counted.ordered) return 'Beställda minuter';
    return stated.performed === counted.performed ? undefined : 'Utförda minuter';
  };
  const countedIn = (caseNo: string) => {
    const own = visits.filter((visit) => visit.caseNo === caseNo);
    return { ordered: add(own.map(({ ordered }) => ordered)), performed: add(own.map(({ performed }) => performed)) };
  };
  for (const { caseNo } of cases) {
    if (!named.has(caseNo) || unreadable.has(caseNo)) continue;
    const stated = sums.find((sum) => sum.caseNo === caseNo);
    const column = stated && wrong(stated, countedIn(caseNo));
    if (!stated && !municipal) say([undefined, 'MISSING_SUM'], undefined, caseNo, true);
    if (column) say([column, 'WRONG_SUM'], stated.row, caseNo, true);
  }
  const stated = sums.find(({ caseNo }) => caseNo === 'TOTALT');
  if (!stated && !total.wasSeen && !municipal) say([undefined, 'MISSING_TOTAL'], undefined, '', true);
  const wrongTotal = stated && total.isJudged ? wrong(stated, total) : undefined;
  if (wrongTotal) say([wrongTotal, 'WRONG_TOTAL'], stated?.row, '', true);

  // — cases
  const answers = cases.map((one) => {
    const own = decided.filter(({ visit }) => visit.caseNo === one.caseNo);
    const told = toldOf.get(one.caseNo) ?? [];
    const granted = grantedOf(one);
    const payable = add(own.map(({ paid }) => paid));
    const performed = add(own.map(({ outcome, paid }) => (outcome === 'PERFORMED' ? paid : 0)));
    const faults = [...(said.get(one.caseNo)?.faults ?? [])];
    const isFaulty = faults.length > 0;
    let charged = Math.min(payable, granted);
    if (isFaulty && rule.wrongBasis === 'HOLD') charged = 0;
    if (isFaulty && rule.wrongBasis === 'GRANTED') charged = Math.max(charged, fallBackOf(one, told, granted));
    const unpaid: Record<string, number> = {};
    for (const { outcome, submitted, paid } of own) {
      const reason = outcome === 'DAY_AFTER_DEATH' ? 'AFTER_DEATH' : outcome;
      if (submitted > paid) unpaid[reason] = (unpaid[reason] ?? 0) + submitted - paid;
    }
    if (payable > charged) unpaid[isFaulty ? 'WRONG_BASIS' : 'OVER_GRANTED'] = payable - charged;
    const isNeedTold = told.some(({ type }) => type === 'UTÖKAT BEHOV');
    const warned = [
      ...(own.some(({ isUnexplained }) => isUnexplained) ? ['UNEXPLAINED'] : []),
      ...(unpaid.OVER_GRANTED && !isNeedTold ? ['NEED_NOT_TOLD'] : []),
      ...(said.get(one.caseNo)?.warnings ?? []),
    ];
    const isClean = named.has(one.caseNo) && Object.keys(unpaid).length === 0 && !warned.includes('FORM_ROW');
    return {
      caseNo: one.caseNo,
      granted,
      ordered: countedIn(one.caseNo).ordered,
      performed,
      absence: payable - performed,
      submitted: add(own.map(({ submitted }) => submitted)),
      charged,
      topUp: Math.max(0, charged - payable),
      status: isFaulty ? 'FAULTY' : isClean ? 'MATCH' : 'MISMATCH',
      unpaid,
      faults: faults.toSorted(),
      warnings: warned.toSorted(),
      trail: trailOf(one.caseNo, own, { unpaid, topUp: Math.max(0, charged - payable) }),
    };
  });

  /** One entry for each rule that paid and each unpaid row, and what was done with the case as a whole. */
  function trailOf(caseNo: string, own: typeof decided, done: { unpaid: Record<string, number>; topUp: number }) {
    const entry = (outcome: string, minutes: number, of: { row?: number; rows?: number; known?: boolean }) => {
      const isPaid = ['PERFORMED', 'BOMTID', 'DAY_OF_DEATH', 'DAY_AFTER_DEATH'].includes(outcome);
      const named = outcome === 'BEYOND_ORDERED' ? 'AFTER_DEATH' : outcome;
      return { known: false, ...of, minutes, outcome: isPaid ? 'PAID' : named, rule: ruleOf[outcome] };
    };
    const paid = ['PERFORMED', 'BOMTID', 'DAY_OF_DEATH', 'DAY_AFTER_DEATH'].flatMap((outcome) => {
      const some = own.filter((row) => row.outcome === outcome);
      const of = { rows: some.length, known: some.some(({ known }) => known) };
      return some.length > 0 ? [entry(outcome, add(some.map((row) => row.paid)), of)] : [];
    });
    const notPaid = own
      .filter((row) => row.submitted > row.paid)
      .map(({ visit, outcome, known, submitted, paid: part }) =>
        entry(outcome === 'DAY_AFTER_DEATH' ? 'BEYOND_ORDERED' : outcome, submitted - part, { row: visit.row, known }),
      );
    const { OVER_GRANTED: over = 0, WRONG_BASIS: wrongly = 0 } = done.unpaid;
    return [
      ...(named.has(caseNo) ? [] : [{ known: false, rows: 0, minutes: 0, outcome: 'PAID', rule: 'L-43' }]),
      ...paid,
      ...notPaid,
      ...(over > 0 ? [{ known: false, minutes: over, outcome: 'OVER_GRANTED', rule: 'L-38' }] : []),
      ...(wrongly > 0 ? [{ known: false, minutes: wrongly, outcome: 'WRONG_BASIS', rule: 'L-44' }] : []),
      ...(done.topUp > 0 ? [{ known: false, minutes: done.topUp, outcome: 'PAID', rule: 'L-44' }] : []),
    ];
  }

  /** Granted × the days that hospital, absence and death leave / the days in force. */
  function fallBackOf(one: CaseInMonth, told: Told[], granted: number): number {
    const death = deathIn(told);
    const inForce = days.filter((date) => within(date, one.from, one.to));
    const left = inForce
      .filter((date) => !told.some((row) => isInHospital(row, date) || isAbsent(row, date)))
      .filter((date) => !death || date < rows.nextDay(death, 2));
    return halfUp(BigInt(granted) * BigInt(left.length), BigInt(inForce.length));
  }

  function grantedOf(one: CaseInMonth): number {
    const isInForce = (service: CaseInMonth['services'][number], date: string) =>
      within(date, one.from, one.to) && within(date, service.from, service.to);
    if (rule.proRata) {
      const minuteDays = one.services.map(
        (service) => service.minutesPerMonth * days.filter((date) => isInForce(service, date)).length,
      );
      return halfUp(BigInt(add(minuteDays)), BigInt(monthDays));
    }
    let minutes = 0;
    for (const code of new Set(one.services.map((service) => service.code))) {
      const entries = one.services.filter((service) => service.code === code);
      const last = days.findLast((date) => entries.some((service) => isInForce(service, date)));
      for (const service of entries) if (last && isInForce(service, last)) minutes += service.minutesPerMonth;
    }
    return minutes;
  }

  const minutes = add(answers.map(({ charged }) => charged));
  const place = ({ row }: FileError) => row ?? Number.MAX_SAFE_INTEGER;
  const inOrder = (list: FileError[]) => list.toSorted((one, other) => place(one) - place(other));
  return {
    provider: provider.id,
    file: {
      status: errors.length + formErrors.length > 0 ? 'INCOMPLETE' : 'COMPLETE',
      errors: [...inOrder(errors), ...formErrors],
      warnings: inOrder(warnings),
    },
    cases: answers,
    total: { minutes, amountOre: halfUp(BigInt(minutes) * BigInt(rateOf(input)), 60n) },
  };
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const halfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/** The newest rate in force of the provider's kind, else the newest without one. */
function rateOf({ rates, month, provider }: PlainInput): number {
  const newest = (kind: string | undefined) =>
    rates
      .filter((rate) => rate.kind === kind && rate.validFrom <= `${month}-01`)
      .sort((one, other) => one.validFrom.localeCompare(other.validFrom))
      .at(-1);
  return (newest(provider.kind) ?? newest(undefined))?.orePerHour ?? 0;
}

function asTold(fact: NonNullable<CaseInMonth['known']>[number]): Told {
  const none = { start: '', notice: '', known: true };
  if (fact.kind === 'DEATH') return { ...none, type: 'AVLIDEN', date: fact.on, to: '' };
  return { ...none, type: 'SJUKHUS', date: fact.from, to: fact.to ?? '' };
}

const isKnown = ({ known }: Told): boolean => known;
const isInHospital = ({ type, date: admitted, to: home }: Told, date: string): boolean =>
  type === 'SJUKHUS' && date > admitted && (home === '' || date < home);
const isAbsent = ({ type, date: first, to: last }: Told, date: string): boolean =>
  type === 'PLANERAD FRÅNVARO' && date >= first && date <= (last || first);
const deathIn = (told: Told[]): string | undefined =>
  told
    .filter(({ type }) => type === 'AVLIDEN')
    .map(({ date }) => date)
    .sort()[0];
