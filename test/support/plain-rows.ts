import { Temporal } from 'temporal-polyfill';

/** The rows of a month's files a second time: what each field may be, and the first fault of a row. */

const header = (text: string): string[] => text.split(';');
export const reportColumns = header(
  'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status',
);
export const formColumns = header('Månad;Utförare;Ärendenummer;Datum;Till;Start;Typ;Minuter;Avisering;Kommentar');

export type Fault = [column: string, code: string];

/** What the rows of a file are to be about. */
export type About = {
  readonly month: string;
  readonly providerId: string;
  readonly knows: (caseNo: string) => boolean;
};

const same = (field: string, word: string): boolean => field.toLowerCase() === word.toLowerCase();
export const oneOf = (field: string, words: readonly string[]): string | undefined =>
  words.find((word) => same(field, word));

function isDate(text: string): boolean {
  if (!/^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

const names = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');

function isThisMonth(field: string, month: string): boolean {
  const [year = '', number = ''] = month.split('-');
  const name = names[Number(number) - 1] ?? '';
  const written = [month, `${month}-01`, `${name}-${year.slice(2)}`];
  if (name === 'maj') written.push(`may-${year.slice(2)}`);
  if (name === 'okt') written.push(`oct-${year.slice(2)}`);
  return oneOf(field, written) !== undefined;
}

/** A time as `HH:MM`; undefined when it is none. */
export function timeOf(text: string): string | undefined {
  const time = text.replace(/^([0-9]{1,2}:[0-9]{2}):00$/, '$1').padStart(5, '0');
  return /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/.test(time) && /^[0-9]/.test(text) ? time : undefined;
}

/** A whole number, or undefined. */
export function numberOf(text: string, most: number): number | undefined {
  const digits = /^[0-9]{1,3}( [0-9]{3})+$/.test(text) ? text.split(' ').join('') : text;
  return /^[0-9]+$/.test(digits) && BigInt(digits) <= BigInt(most) ? Number(digits) : undefined;
}

export const nextDay = (date: string, days = 1): string => Temporal.PlainDate.from(date).add({ days }).toString();

const moments = new Map<string, readonly number[]>();

/** The minutes since 1970 that a reading of the clock stands for: none, one or two, the earlier first. */
export function momentsAt(date: string, time: string): readonly number[] {
  const reading = `${date}T${time}`;
  const known = moments.get(reading);
  if (known) return known;
  const found = (['earlier', 'later'] as const)
    .map((disambiguation) =>
      Temporal.PlainDateTime.from(reading).toZonedDateTime('Europe/Stockholm', { disambiguation }),
    )
    .filter((moment) => moment.toPlainDateTime().toString().slice(0, 16) === reading)
    .map((moment) => moment.epochMilliseconds / 60_000);
  moments.set(reading, [...new Set(found)]);
  return [...new Set(found)];
}

export const endDate = (date: string, start: string, end: string): string => (end < start ? nextDay(date) : date);

export const statuses = ['UTFÖRD', 'BOMTID', 'AVBOKAD', 'EJ UTFÖRD'];
export const types = ['BOMTID', 'AVSAGD', 'PLANERAD FRÅNVARO', 'SJUKHUS', 'AVLIDEN', 'UTÖKAT BEHOV', 'ÖVRIGT'];
export const isSum = (fields: string[]): boolean => same(fields[3] ?? '', 'SUMMA');
export const isTotal = (fields: string[]): boolean => same(fields[2] ?? '', 'TOTALT');

/** The first fault of a sum row. */
export function faultOfSum(fields: string[], { knows }: About): Fault | undefined {
  if (fields.length < 9) return [reportColumns[fields.length] ?? '', 'BAD_COLUMNS'];
  if (!isTotal(fields) && !knows(fields[2] ?? '')) return ['Ärendenummer', 'UNKNOWN_CASE'];
  for (const index of [7, 8])
    if (numberOf(fields[index] ?? '', 999_999_999) === undefined) return [reportColumns[index] ?? '', 'BAD_NUMBER'];
  return undefined;
}

/** The first fault of a visit row, and of what stands in it beside its case. */
export function faultOfVisit(fields: string[], columns: number, { month, providerId, knows }: About) {
  const inside = faultInVisit(fields);
  const place = (): Fault | undefined => {
    if (fields.length < 10) return [reportColumns[fields.length] ?? '', 'BAD_COLUMNS'];
    if (fields.slice(columns).join('') !== '') return [`${columns + 1}`, 'BAD_COLUMNS'];
    if (!isThisMonth(fields[0] ?? '', month)) return ['Månad', 'WRONG_MONTH'];
    if (fields[1] !== providerId) return ['Utförare', 'WRONG_PROVIDER'];
    return knows(fields[2] ?? '') ? undefined : ['Ärendenummer', 'UNKNOWN_CASE'];
  };
  return { fault: place() ?? inside, inside };
}

function faultInVisit(fields: string[]): Fault | undefined {
  const [, , , service = '', date = '', from = '', to = '', ordered = '', performed = '', stated = ''] = fields;
  if (!/^[\p{L}0-9]{2,10}$/u.test(service)) return ['Insats', 'BAD_SERVICE'];
  if (!isDate(date)) return ['Datum', 'BAD_DATE'];
  const [start, end] = [timeOf(from), timeOf(to)];
  if (!start || momentsAt(date, start).length === 0) return ['Start', 'BAD_TIME'];
  if (!end || start === end || momentsAt(endDate(date, start, end), end).length === 0) return ['Slut', 'BAD_TIME'];
  const minutes = [numberOf(ordered, 99_999), numberOf(performed, 99_999)];
  if (minutes[0] === undefined) return ['Beställda minuter', 'BAD_NUMBER'];
  const status = oneOf(stated, statuses);
  if (minutes[1] === undefined || (status && status !== 'UTFÖRD' && minutes[1] > 0))
    return ['Utförda minuter', 'BAD_NUMBER'];
  return status ? undefined : ['Status', 'BAD_STATUS'];
}

/** The first fault of a row of the form. */
export function faultOfForm(fields: string[], { month, providerId, knows }: About): Fault | undefined {
  const [period = '', provider, caseNo = '', date = '', to = '', from = '', type = '', minutes = '', notice = ''] =
    fields;
  if (fields.length < 7) return [formColumns[fields.length] ?? '', 'BAD_COLUMNS'];
  if (fields.slice(10).join('') !== '') return ['Kommentar', 'BAD_COLUMNS'];
  if (!isThisMonth(period, month)) return ['Månad', 'WRONG_MONTH'];
  if (provider !== providerId) return ['Utförare', 'WRONG_PROVIDER'];
  if (!knows(caseNo)) return ['Ärendenummer', 'UNKNOWN_CASE'];
  if (!isDate(date)) return ['Datum', 'BAD_DATE'];
  if (to !== '' && (!isDate(to) || to < date)) return ['Till', 'BAD_DATE'];
  const start = timeOf(from);
  if (from !== '' && (!start || momentsAt(date, start).length === 0)) return ['Start', 'BAD_TIME'];
  if (notice !== '' && !noticeOf(notice)) return ['Avisering', 'BAD_TIME'];
  if (minutes !== '' && numberOf(minutes, 99_999) === undefined) return ['Minuter', 'BAD_NUMBER'];
  return oneOf(type, types) ? undefined : ['Typ', 'BAD_TYPE'];
}

/** When notice was given: the day, and the moment, the earlier of two. */
export function noticeOf(field: string): { date: string; moment: number } | undefined {
  const [date = '', clock = '', ...more] = field.split(' ');
  const time = timeOf(clock);
  if (!isDate(date) || !time || more.length > 0) return undefined;
  const [moment] = momentsAt(date, time);
  return moment === undefined ? undefined : { date, moment };
}
