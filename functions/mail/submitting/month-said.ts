import { type LocalDate, type Month, monthOf, previousMonth } from '../../../shared/domain/local-date.ts';

const names = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli'],
  ...['augusti', 'september', 'oktober', 'november', 'december'],
];
/** Those that are also what people are called, or the beginning of another word: a month only where something says so. */
const unsure = new Set(['mars', 'april', 'maj', ...names.map((name) => name.slice(0, 3)), 'sept']);
/** Every word by which a month may be named. */
export const mailMonthNames: readonly string[] = [...names, 'sept', ...names.map((name) => name.slice(0, 3))];
const before =
  '(?:för|i|avser|gäller|månaden?|redovisning(?:en)?|tids?rapport(?:en)?|underlag(?:et)?|avvikelser(?:na)?)';
const words = mailMonthNames.join('|');
const named = new RegExp(
  `(?<![\\p{L}\\d-])(${before}\\s+)?(?<!\\d[.:]?\\s{0,3}(?:e\\s)?)(${words})\\.?(?:\\s+(2\\d{3}))?(?![\\p{L}\\d-])`,
  'giu',
);
/** `2026-10`, but not the beginning of a day, `2026-10-05`. */
const written = /(?<![\d-])2\d{3}-(?:0[1-9]|1[0-2])(?![\d-])/g;

const monthIs = (year: number, number: number): Month => `${year}-${String(number).padStart(2, '0')}`;

/** The latest of its name that is over; the one that goes on now has no files yet, and is nothing to go by. */
function latest(number: number, today: LocalDate): Month | undefined {
  const year = Number(today.slice(0, 4));
  const month = monthIs(year, number);
  if (month === monthOf(today)) return undefined;
  return month < monthOf(today) ? month : monthIs(year - 1, number);
}

/** The month that some words are about, `2026-10` or `oktober`; undefined where they name none, or several. */
export function monthSaid(text: string, today: LocalDate): Month | undefined {
  const said = new Set([...text.matchAll(written)].map(([all]) => all));
  for (const [, preceding, word = '', year] of text.matchAll(named)) {
    const name = word.toLowerCase();
    const number = names.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1;
    if (unsure.has(name) && preceding === undefined && year === undefined) continue;
    const month = year === undefined ? latest(number, today) : monthIs(Number(year), number);
    if (month !== undefined) said.add(month);
  }
  const [only, ...others] = said;
  return others.length === 0 ? only : undefined;
}

/** The latest month that is over. */
export const latestOver = (today: LocalDate): Month => previousMonth(monthOf(today));
