import { Temporal } from 'temporal-polyfill';
import type { CaseInMonth } from '../../functions/months/dry-run/granted.ts';
import type { PayRules } from '../../functions/months/dry-run/pay-rules.ts';

/**
 * The dry run a second time: whole texts, plain objects, a list searched for every question. Slow and simple on
 * purpose, written from the contract and sharing no code with the engine, so that the two can be held together.
 */
export type PlainInput = {
  readonly rules: PayRules;
  readonly month: string;
  readonly provider: { readonly id: string; readonly kind: 'municipal' | 'private' };
  readonly cases: readonly CaseInMonth[];
  readonly orePerHour: number;
  readonly report: Uint8Array;
  readonly deviations: Uint8Array;
};

type FileError = { file: string; row: number | undefined; code: string };
type Line = { row: number; fields: string[] };

const reportHeader = 'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status';
const formHeader = 'Månad;Utförare;Ärendenummer;Datum;Till;Start;Typ;Minuter;Avisering;Kommentar';

export function plainCheck(input: PlainInput) {
  const form = linesOf(input.deviations);
  const report = linesOf(input.report);
  const formIs = headerOf(form);
  const reportIs = headerOf(report);
  if (formIs !== formHeader || (reportIs !== reportHeader && reportIs !== `${reportHeader};Personal`)) return 'refused';
  return judge(input, report.slice(1), reportIs.split(';').length, form.slice(1));
}

// — text

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[1] === 0 && bytes[0] !== 0) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const bare = '(?<!;[ \\t\\r]*)"(?!")(?![ \\t\\r]*(?:;|\\n|$))';
const closed = '"(?!")(?=[ \\t\\r]*(?:;|\\n|$))';
const quotedOnLine = new RegExp(`[ \\t\\r]*"((?:[^"\\n]|""|${bare})*?)${closed}[ \\t\\r]*`, 'y');
const quotedOverLines = new RegExp(`[ \\t\\r]*"((?:[^"\\n]|""|${bare})*\\n(?:[^"]|"")*)${closed}[ \\t\\r]*`, 'y');
const unquoted = /[^;\n]*/y;

function linesOf(bytes: Uint8Array): Line[] {
  const text = textOf(bytes);
  const lines: Line[] = [];
  let at = 0;
  let row = 1;
  while (at < text.length) {
    const fields: string[] = [];
    const first = row;
    for (;;) {
      const [whole = '', quoted] =
        match(quotedOnLine, text, at) ?? match(quotedOverLines, text, at) ?? match(unquoted, text, at) ?? [];
      fields.push((quoted === undefined ? whole : quoted.replaceAll('""', '"')).trim());
      row += whole.split('\n').length - 1;
      at += whole.length;
      if (text[at] !== ';') break;
      at += 1;
    }
    at += 1;
    row += 1;
    if (fields.some((field) => field !== '')) lines.push({ row: first, fields });
  }
  return lines;
}

function match(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

const headerOf = ([header]: Line[]): string => (header?.fields ?? []).join(';').replace(/;+$/, '');

// — values

function isDate(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

const isTime = (text: string): boolean => /^(\d|[01]\d|2[0-3]):[0-5]\d$/.test(text);
const padded = (time: string): string => time.padStart(5, '0');
const nextDay = (date: string, days = 1): string => Temporal.PlainDate.from(date).add({ days }).toString();
const isNumber = (text: string, most: number): boolean => /^[0-9]+$/.test(text) && BigInt(text) <= BigInt(most);

const zoned = (date: string, time: string, disambiguation: 'earlier' | 'later' | 'reject') =>
  Temporal.PlainDateTime.from(`${date}T${padded(time)}`).toZonedDateTime('Europe/Stockholm', { disambiguation });

/** The moments that a reading of the clock stands for: none, one or two. */
function momentsAt(date: string, time: string): number[] {
  const moments = (['earlier', 'later'] as const)
    .map((which) => zoned(date, time, which))
    .filter((moment) => moment.toPlainDateTime().toString().slice(0, 16) === `${date}T${padded(time)}`)
    .map((moment) => moment.epochMilliseconds / 60_000);
  return [...new Set(moments)];
}

const endDate = (date: string, start: string, end: string): string =>
  padded(end) < padded(start) ? nextDay(date) : date;

// — rows

type Visit = {
  row: number;
  caseNo: string;
  service: string;
  date: string;
  start: string;
  end: string;
  ordered: number;
  performed: number;
  status: string;
  worker: string;
};

function faultOfVisit(fields: string[]): string | undefined {
  const [, , , service = '', date = '', start = '', end = '', ordered = '', performed = '', status = ''] = fields;
  if (!/^[\p{L}0-9]{2,10}$/u.test(service)) return 'BAD_SERVICE';
  if (!isDate(date)) return 'BAD_DATE';
  if (!isTime(start) || !isTime(end) || padded(start) === padded(end)) return 'BAD_TIME';
  if (momentsAt(date, start).length === 0 || momentsAt(endDate(date, start, end), end).length === 0) return 'BAD_TIME';
  if (!isNumber(ordered, 99_999) || !isNumber(performed, 99_999)) return 'BAD_NUMBER';
  const known = ['UTFÖRD', 'BOMTID', 'AVBOKAD', 'EJ UTFÖRD'].includes(status.toUpperCase());
  if (known && status.toUpperCase() !== 'UTFÖRD' && Number(performed) > 0) return 'BAD_NUMBER';
  return known ? undefined : 'BAD_STATUS';
}

type FormRow = { caseNo: string; date: string; to: string; start: string; type: string; notice: string };

function faultOfForm(fields: string[], knows: (caseNo: string) => boolean, month: string, providerId: string) {
  const [period, provider, caseNo = '', date = '', to = '', start = '', type = '', minutes = '', notice = ''] = fields;
  if (fields.length < 10 || fields.slice(10).some((field) => field !== '')) return 'BAD_COLUMNS';
  if (period !== month) return 'WRONG_MONTH';
  if (provider !== providerId) return 'WRONG_PROVIDER';
  if (!knows(caseNo)) return 'UNKNOWN_CASE';
  if (!isDate(date) || (to !== '' && (!isDate(to) || to < date))) return 'BAD_DATE';
  if (start !== '' && (!isTime(start) || momentsAt(date, start).length === 0)) return 'BAD_TIME';
  const [day = '', time = '', ...more] = notice.split(/ +/);
  if (notice !== '' && (!isDate(day) || !isTime(time) || more.length > 0 || momentsAt(day, time).length === 0))
    return 'BAD_TIME';
  if (minutes !== '' && !isNumber(minutes, 99_999)) return 'BAD_NUMBER';
  const types = ['BOMTID', 'AVSAGD', 'PLANERAD FRÅNVARO', 'SJUKHUS', 'AVLIDEN', 'UTÖKAT BEHOV', 'ÖVRIGT'];
  return types.includes(type.toUpperCase()) ? undefined : 'BAD_TYPE';
}

// — the month

function judge(input: PlainInput, reportLines: Line[], columns: number, formLines: Line[]) {
  const { month, provider, rules } = input;
  const municipal = provider.kind === 'municipal';
  const monthDays = Temporal.PlainYearMonth.from(month).daysInMonth;
  const days = Array.from({ length: monthDays }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  const within = (date: string, from?: string | null, to?: string | null) =>
    (!from || date >= from) && (!to || date <= to);
  const cases = input.cases.filter((one) => days.some((date) => within(date, one.from, one.to)));
  const caseOf = (caseNo: string) => cases.find((one) => one.caseNo === caseNo);
  const knows = (caseNo: string) => caseOf(caseNo) !== undefined;

  const errors: FileError[] = [];
  const warnings: FileError[] = [];
  const codes = new Map<string, { faults: string[]; warnings: string[] }>();
  const say = (row: number | undefined, code: string, caseNo: string | undefined, aboutSums: boolean) => {
    const warns = municipal && aboutSums;
    (warns ? warnings : errors).push({ file: 'report', row, code });
    if (caseNo === undefined || !knows(caseNo)) return;
    const known = codes.get(caseNo) ?? { faults: [], warnings: [] };
    codes.set(caseNo, known);
    const list = warns ? known.warnings : known.faults;
    if (!list.includes(code)) list.push(code);
  };

  const form: FormRow[] = [];
  const formErrors: FileError[] = [];
  for (const { row, fields } of formLines) {
    const code = faultOfForm(fields, knows, month, provider.id);
    const [, , caseNo = '', date = '', to = '', start = '', type = '', , notice = ''] = fields;
    if (code) formErrors.push({ file: 'deviations', row, code });
    else form.push({ caseNo, date, to, start, type: type.toUpperCase(), notice });
  }

  const visits: Visit[] = [];
  const sums: { row: number; caseNo: string; ordered: number; performed: number }[] = [];
  const total = { ordered: 0, performed: 0, judged: true, seen: false };
  const namedBy = new Map<string, 'readable' | 'unreadable'>();
  const name = (caseNo: string, how: 'readable' | 'unreadable') => {
    if (knows(caseNo) && namedBy.get(caseNo) !== 'unreadable') namedBy.set(caseNo, how);
  };
  const count = ([, , , , , , , ordered = '', performed = '']: string[]) => {
    total.ordered += Number(ordered);
    total.performed += Number(performed);
  };
  for (const { row, fields } of reportLines) {
    const [
      period,
      providerId,
      caseNo = '',
      service = '',
      date = '',
      start = '',
      end = '',
      ordered = '',
      performed = '',
      status = '',
      worker = '',
    ] = fields;
    if (service === 'SUMMA') {
      let code: string | undefined;
      if (fields.length < 9) code = 'BAD_COLUMNS';
      else if (caseNo !== 'TOTALT' && !knows(caseNo)) code = 'UNKNOWN_CASE';
      else if (!isNumber(ordered, 999_999_999) || !isNumber(performed, 999_999_999)) code = 'BAD_NUMBER';
      if (caseNo === 'TOTALT') total.seen = true;
      if (code) {
        say(row, code, caseNo, true);
        name(caseNo, 'unreadable');
        if (code !== 'UNKNOWN_CASE') total.judged = false;
        continue;
      }
      name(caseNo, 'readable');
      const second = sums.some((sum) => sum.caseNo === caseNo);
      if (second) say(row, 'SECOND_SUM', municipal ? caseNo : undefined, true);
      else sums.push({ row, caseNo, ordered: Number(ordered), performed: Number(performed) });
      continue;
    }
    let code: string | undefined;
    const rest = faultOfVisit(fields);
    if (fields.length < columns || fields.slice(columns).some((field) => field !== '')) code = 'BAD_COLUMNS';
    else if (period !== month) code = 'WRONG_MONTH';
    else if (providerId !== provider.id) code = 'WRONG_PROVIDER';
    else if (!knows(caseNo)) code = 'UNKNOWN_CASE';
    else code = rest;
    if (code) {
      say(row, code, caseNo, false);
      name(caseNo, 'unreadable');
      if (code === 'UNKNOWN_CASE' && !rest) count(fields);
      else total.judged = false;
      continue;
    }
    count(fields);
    name(caseNo, 'readable');
    visits.push({
      ...{ row, caseNo, service, date, start: padded(start), end: padded(end) },
      ...{ ordered: Number(ordered), performed: Number(performed), status: status.toUpperCase(), worker },
    });
  }

  // each row
  const submittedBefore: Visit[] = [];
  const decided = visits.map((visit) => {
    const one = caseOf(visit.caseNo) as CaseInMonth;
    const rows = form.filter(({ caseNo }) => caseNo === visit.caseNo);
    const death = rows
      .filter(({ type }) => type === 'AVLIDEN')
      .map(({ date }) => date)
      .sort()[0];
    const outcome = outcomeOf(visit, one, rows, death);
    let submitted = visit.status === 'UTFÖRD' ? visit.performed : visit.status === 'BOMTID' ? visit.ordered : 0;
    let paid = 0;
    if (outcome === 'DAY_AFTER_DEATH') {
      submitted = visit.status === 'UTFÖRD' ? Math.max(visit.ordered, visit.performed) : visit.ordered;
      paid = visit.ordered;
    } else if (['PERFORMED', 'DAY_OF_DEATH', 'BOMTID'].includes(outcome)) paid = submitted;
    if (submitted > 0) submittedBefore.push(visit);
    const explained = rows.some(({ date, to }) => within(visit.date, date, to || date));
    if (outcome === 'PERFORMED' && !minutesFit(visit)) say(visit.row, 'WRONG_MINUTES', visit.caseNo, false);
    return { visit, outcome, submitted, paid, unexplained: outcome === 'NOTHING' && !explained };
  });

  function outcomeOf(visit: Visit, one: CaseInMonth, rows: FormRow[], death: string | undefined): string {
    const { date, status } = visit;
    if (!days.includes(date)) return 'OUT_OF_PERIOD';
    const earlier = submittedBefore.filter((other) =>
      ['caseNo', 'service', 'date', 'start', 'end'].every((key) => other[key as 'date'] === visit[key as 'date']),
    );
    if (earlier.length > 0) {
      const others = visit.worker !== '' && earlier.every(({ worker }) => worker !== '' && worker !== visit.worker);
      if (!others) return 'DUPLICATE';
      if (rules.doubleStaffing === 'ONCE') return 'DOUBLE_STAFFING';
    }
    const entries = one.services.filter(({ code }) => code === visit.service);
    if (entries.length === 0) return 'NOT_ORDERED';
    if (!within(date, one.from, one.to) || !entries.some(({ from, to }) => within(date, from, to)))
      return 'NOT_IN_FORCE';
    if (rows.some((row) => row.type === 'SJUKHUS' && date > row.date && (row.to === '' || date < row.to)))
      return 'HOSPITAL';
    if (rows.some((row) => row.type === 'PLANERAD FRÅNVARO' && within(date, row.date, row.to || row.date)))
      return 'ABSENT';
    if (death && date >= nextDay(death, 2)) return 'AFTER_DEATH';
    if (death && date === nextDay(death) && status !== 'AVBOKAD') return 'DAY_AFTER_DEATH';
    if (status === 'UTFÖRD') return 'PERFORMED';
    if (status !== 'BOMTID') return 'NOTHING';
    const about = rows.filter(
      (row) =>
        (row.type === 'BOMTID' || row.type === 'AVSAGD') &&
        row.date === date &&
        (row.start === '' || padded(row.start) === visit.start),
    );
    if (about.some((row) => row.notice !== '' && tooEarly(row.notice, visit))) return 'NOTICE_GIVEN';
    if (death === date && rules.deathDayRemainder === 'BOMTID') return 'DAY_OF_DEATH';
    return about.length === 0 ? 'NO_DEVIATION_ROW' : 'BOMTID';
  }

  function tooEarly(notice: string, visit: Visit): boolean {
    const [date = '', time = ''] = notice.split(/ +/);
    if (rules.bomtidNotice === 'BEFORE_VISIT_DAY') return date < visit.date;
    const ahead =
      zoned(visit.date, visit.start, 'earlier').epochMilliseconds - zoned(date, time, 'earlier').epochMilliseconds;
    if (rules.bomtidNotice === 'BEFORE_VISIT') return ahead > 0;
    return ahead >= Number(rules.bomtidNotice.split(':')[1]) * 3_600_000;
  }

  function minutesFit({ date, start, end, performed }: Visit): boolean {
    return momentsAt(date, start).some((from) =>
      momentsAt(endDate(date, start, end), end).some(
        (to) => to > from && Math.abs(to - from - performed) <= rules.toleranceMinutes,
      ),
    );
  }

  // sums
  for (const { caseNo } of cases) {
    if (namedBy.get(caseNo) !== 'readable') continue;
    const own = visits.filter((visit) => visit.caseNo === caseNo);
    const stated = sums.find((sum) => sum.caseNo === caseNo);
    if (!stated) {
      if (!municipal) say(undefined, 'MISSING_SUM', caseNo, true);
    } else if (stated.ordered !== add(own, 'ordered') || stated.performed !== add(own, 'performed')) {
      say(stated.row, 'WRONG_SUM', caseNo, true);
    }
  }
  const stated = sums.find(({ caseNo }) => caseNo === 'TOTALT');
  if (!stated && !total.seen && !municipal) say(undefined, 'MISSING_TOTAL', undefined, true);
  if (stated && total.judged && (stated.ordered !== total.ordered || stated.performed !== total.performed)) {
    say(stated.row, 'WRONG_TOTAL', undefined, true);
  }

  // cases
  const answers = cases.map((one) => {
    const own = decided.filter(({ visit }) => visit.caseNo === one.caseNo);
    const granted = grantedOf(one);
    const performed = own.filter(({ outcome }) => outcome === 'PERFORMED').reduce((sum, { paid }) => sum + paid, 0);
    const payable = own.reduce((sum, { paid }) => sum + paid, 0);
    const submitted = own.reduce((sum, row) => sum + row.submitted, 0);
    const said = codes.get(one.caseNo) ?? { faults: [], warnings: [] };
    const faulty = said.faults.length > 0;
    let charged = Math.min(payable, granted);
    if (faulty && rules.wrongBasis === 'GRANTED') charged = granted;
    if (faulty && rules.wrongBasis === 'HOLD') charged = 0;
    const unpaid: Record<string, number> = {};
    for (const row of own) {
      const reason = row.outcome === 'DAY_AFTER_DEATH' ? 'AFTER_DEATH' : row.outcome;
      if (row.submitted > row.paid) unpaid[reason] = (unpaid[reason] ?? 0) + row.submitted - row.paid;
    }
    if (payable > charged) unpaid[faulty ? 'WRONG_BASIS' : 'OVER_GRANTED'] = payable - charged;
    const clean = namedBy.has(one.caseNo) && Object.keys(unpaid).length === 0;
    return {
      caseNo: one.caseNo,
      granted,
      ordered: own.reduce((sum, { visit }) => sum + visit.ordered, 0),
      performed,
      absence: payable - performed,
      submitted,
      charged,
      topUp: Math.max(0, charged - payable),
      status: faulty ? 'FAULTY' : clean ? 'MATCH' : 'MISMATCH',
      unpaid,
      faults: said.faults.toSorted(),
      warnings: [...(own.some(({ unexplained }) => unexplained) ? ['UNEXPLAINED'] : []), ...said.warnings].toSorted(),
      unpaidRows: own.filter((row) => row.submitted > row.paid).map((row) => [row.visit.row, row.submitted - row.paid]),
    };
  });

  function grantedOf(one: CaseInMonth): number {
    const inForce = (service: CaseInMonth['services'][number], date: string) =>
      within(date, one.from, one.to) && within(date, service.from, service.to);
    if (rules.grantedProRata) {
      const minuteDays = one.services.reduce(
        (sum, service) => sum + BigInt(service.minutesPerMonth * days.filter((date) => inForce(service, date)).length),
        0n,
      );
      return Number((2n * minuteDays + BigInt(monthDays)) / (2n * BigInt(monthDays)));
    }
    let minutes = 0;
    for (const code of new Set(one.services.map((service) => service.code))) {
      const entries = one.services.filter((service) => service.code === code);
      const last = days.findLast((date) => entries.some((service) => inForce(service, date)));
      for (const service of entries) if (last && inForce(service, last)) minutes += service.minutesPerMonth;
    }
    return minutes;
  }

  const minutes = answers.reduce((sum, { charged }) => sum + charged, 0);
  const amountOre = Number((2n * BigInt(minutes) * BigInt(input.orePerHour) + 60n) / 120n);
  const place = ({ row }: FileError) => row ?? Number.POSITIVE_INFINITY;
  const ordered = (list: FileError[]) =>
    list.toSorted((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)));
  return {
    provider: provider.id,
    file: {
      status: errors.length + formErrors.length > 0 ? 'INCOMPLETE' : 'COMPLETE',
      errors: [...ordered(errors), ...formErrors],
      warnings: ordered(warnings),
    },
    cases: answers,
    total: { minutes, amountOre },
  };
}

const add = (visits: Visit[], field: 'ordered' | 'performed'): number =>
  visits.reduce((sum, visit) => sum + visit[field], 0);
