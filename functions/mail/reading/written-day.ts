import { daysBetween, LocalDate } from '../../../shared/domain/local-date.ts';

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['jan', 'januari', 'january'],
    ['feb', 'febr', 'februari', 'february'],
    ['mar', 'mars', 'march'],
    ['apr', 'april'],
    ['maj', 'may'],
    ['jun', 'juni', 'june'],
    ['jul', 'juli', 'july'],
    ['aug', 'augusti', 'august'],
    ['sep', 'sept', 'september'],
    ['okt', 'oktober', 'oct', 'october'],
    ['nov', 'november'],
    ['dec', 'december'],
  ].flatMap((names, n) => names.map((name) => [name, n + 1])),
);
const names = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** A day as people write it, in what is sticky: nothing before it is looked at. */
const shapes: readonly { readonly shape: string; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  { shape: '((?:19|2\\d)\\d\\d) ?[-–/.] ?(\\d{1,2}) ?[-–/.] ?(\\d{1,2})', order: ['y', 'm', 'd'] },
  { shape: '(20\\d\\d)(\\d\\d)(\\d\\d)', order: ['y', 'm', 'd'] },
  { shape: '(\\d{1,2}) ?\\. ?(\\d{1,2}) ?\\. ?(20\\d\\d)', order: ['d', 'm', 'y'] },
  { shape: '(\\d{1,2}) ?[-–] ?(\\d{1,2}) ?[-–] ?(20\\d\\d)', order: ['d', 'm', 'y'] },
  { shape: '(\\d{1,2}) ?/ ?(\\d{1,2})(?:(?:[-–/ ]|, ?)((?:20)?\\d\\d))?', order: ['d', 'm', 'y'] },
  { shape: `(?:den )?(\\d{1,2})(?::?[ea])?\\.? ?(${names})\\.?(?:,? ((?:20)?\\d\\d))?`, order: ['d', 'm', 'y'] },
];
const patterns = shapes.map(({ shape, order }) => ({
  pattern: new RegExp(`${shape}(?![\\p{L}\\p{N}])(?![-–/:.]\\d)`, 'iuy'),
  order,
}));

const written = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const isDay = (date: LocalDate): boolean => LocalDate.safeParse(date).success;

/** The days that an order is about: from its first to its last, or to the last that anybody plans. */
export type OrderPeriod = { readonly from: LocalDate; readonly to: LocalDate };

/**
 * A day without its year is the one such day of the order's period, and none where there are several; where none is, or the
 * order is not known, the nearest one, which the order's own rules then say no to.
 */
function withoutYear(
  [month, day]: readonly [number, number],
  today: LocalDate,
  period: OrderPeriod | undefined,
): LocalDate | undefined {
  const year = Number(today.slice(0, 4));
  const days = [year - 2, year - 1, year, year + 1].map((one) => written(one, month, day)).filter(isDay);
  const within = period ? days.filter((one) => one >= period.from && one <= period.to) : [];
  if (within.length > 0) return within.length === 1 ? within[0] : undefined;
  return days.toSorted((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)))[0];
}

/** The day that stands at a place of a text, and where it ends; undefined where there is none, or none that exists. */
export function writtenDayAt(
  text: string,
  at: number,
  today: LocalDate,
  period?: OrderPeriod,
): { readonly day: LocalDate; readonly end: number } | undefined {
  for (const { pattern, order } of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const part = (name: 'y' | 'm' | 'd') => match[order.indexOf(name) + 1];
    const [y, m = '', d = ''] = [part('y'), part('m'), part('d')];
    const month = months[m.toLowerCase()] ?? Number(m);
    const year = y === undefined ? undefined : Number(y.length === 2 ? `20${y}` : y);
    const day = year === undefined ? withoutYear([month, Number(d)], today, period) : written(year, month, Number(d));
    return day !== undefined && isDay(day) ? { day, end: at + match[0].length } : undefined;
  }
  return undefined;
}
