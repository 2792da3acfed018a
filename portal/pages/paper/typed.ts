import { deviationTypes, visitStatuses } from '../../../shared/domain/file-columns.ts';

const two = (digits: string): string => digits.padStart(2, '0');

/** A date as it is typed from paper: the day alone is a day of the month; `14/10` and `1410` say the month too. */
function typedDate(text: string, month: string): string {
  const said = text.trim();
  if (/^\d{1,2}$/.test(said)) return `${month}-${two(said)}`;
  const [, day, of] = /^(\d{1,2})[/.](\d{1,2})$/.exec(said) ?? /^(\d\d)(\d\d)$/.exec(said) ?? [];
  return day === undefined || of === undefined ? said : `${month.slice(0, 4)}-${two(of)}-${two(day)}`;
}

/** A time as it is typed from paper: `8`, `830`, `0830`, `8.30`. */
function typedTime(text: string): string {
  const said = text.trim();
  if (/^\d{1,2}$/.test(said)) return `${two(said)}:00`;
  const [, hour, minute] = /^(\d{1,2})[.:,]?(\d\d)$/.exec(said) ?? [];
  return hour === undefined || minute === undefined ? said : `${two(hour)}:${minute}`;
}

/** The words that a field may hold, where it is one of a list. */
export const wordsOfField: Readonly<Record<string, readonly string[]>> = {
  status: visitStatuses,
  type: deviationTypes,
};

/** What is typed in a field, written out. */
export function writtenOut(field: string, text: string, month: string): string {
  if (field === 'date' || field === 'to') return typedDate(text, month);
  return field === 'start' || field === 'end' ? typedTime(text) : text.trim();
}
