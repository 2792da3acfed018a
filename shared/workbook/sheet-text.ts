import { type CellValue, NotTaken, type SheetCell, type SheetRow } from './sheet.ts';

/** What a column of a form holds, where a spreadsheet writes it as a number of its own: a day, a time of day, both, a month. */
export type ColumnKind = 'text' | 'month' | 'day' | 'time' | 'instant' | 'sum';

/** Stands before what a formula gave when it was saved, which is never computed here: no file of text has it. */
export const formulaMark = '\u001a';

/** A line break has no place in a field; where there is one, it stays a sign that no field takes. */
const lineBreak = '\u2028';

const secondsADay = 86_400;
/** From serial 61 on, 1 March 1900: the day before it never was, and no month is older. */
const firstSerial = 61;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const millisecondsADay = 86_400_000;

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** A number as people write it, with a comma. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(value).replace('.', ',');

/** Remembered for a few hundred days, since a file says the same ones in every row. */
const days = new Map<number, string>();

/** The day of a serial; undefined for what is none. */
function dayOf(serial: number, startsIn1904: boolean): string | undefined {
  if (!Number.isInteger(serial) || serial < (startsIn1904 ? 0 : firstSerial) || serial > 2_958_465) return undefined;
  const at = (startsIn1904 ? epoch1904 : epoch1900) + serial * millisecondsADay;
  const known = days.get(at);
  if (known !== undefined) return known;
  const day = new Date(at).toISOString().slice(0, 10);
  if (days.size >= 400) days.clear();
  days.set(at, day);
  return day;
}

/** The time of a part of a day, to the second: programs keep it as a fraction that is seldom exact. */
function timeOfDay(part: number): string | undefined {
  if (part < 0 || part > 1) return undefined;
  const seconds = Math.round(part * secondsADay);
  const minute = Math.floor(seconds / 60);
  const second = seconds - minute * 60;
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return second === 0 ? time : `${time}:${two(second)}`;
}

function numberIn(kind: ColumnKind, value: number, startsIn1904: boolean): string {
  if (kind === 'day' || kind === 'month') return dayOf(value, startsIn1904) ?? numberText(value);
  if (kind === 'time') return timeOfDay(value) ?? numberText(value);
  if (kind === 'instant') {
    const seconds = Math.round(value * secondsADay);
    const day = dayOf(Math.floor(seconds / secondsADay), startsIn1904);
    const time = timeOfDay((seconds % secondsADay) / secondsADay);
    return day && time ? `${day} ${time}` : numberText(value);
  }
  return numberText(value);
}

const minutesText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

function valueText(kind: ColumnKind, value: CellValue, startsIn1904: boolean): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberIn(kind, value, startsIn1904);
  if ('minutes' in value) return minutesText(value.minutes);
  const [day = '', time] = value.date.split('T');
  return time === undefined || (kind !== 'instant' && time === '00:00') ? day : `${day} ${time}`;
}

/** What a formula gave when the file was saved, behind the mark; a sum may be computed by the sheet, and nothing else. */
function cellText({ value, isFormula }: SheetCell, kind: ColumnKind, isSumRow: boolean, startsIn1904: boolean): string {
  const text = value === undefined ? '' : valueText(kind, value, startsIn1904);
  return isFormula && !(isSumRow && kind === 'sum') ? `${formulaMark}${text}` : text;
}

function quoted(text: string): string {
  if (!/[";\r\n]/.test(text)) return text;
  const line = text.replaceAll(/\r\n|[\r\n]/g, lineBreak);
  return /[";]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

export type Form = {
  /** What each column holds, in order. */
  readonly columns: readonly ColumnKind[];
  /** The column and the word by which a row is one of sums. */
  readonly sums?: { readonly column: number; readonly word: string };
};

const isSum = ({ cells }: SheetRow, { sums }: Form): boolean =>
  cells.some(
    ({ column, value }) =>
      column === sums?.column && typeof value === 'string' && value.trim().toUpperCase() === sums.word,
  );

/** In characters: what cells that are repeated without end would come to. */
const mostText = 64 * 1024 * 1024;

/** The rows of a sheet as the lines of the same file in CSV: a line for each row of the sheet, by its number. */
export function* sheetLines(rows: readonly SheetRow[], form: Form, startsIn1904: boolean): Generator<string> {
  let line = 1;
  let written = 0;
  /** As many as the head has: an empty cell at a row's end is an empty field, which a sheet does not write. */
  let columns = 0;
  for (const one of rows) {
    for (; line < one.row; line += 1) yield '\n';
    const isSumRow = isSum(one, form);
    const fields: string[] = [];
    for (const cell of one.cells) {
      while (fields.length < cell.column) fields.push('');
      fields[cell.column] = quoted(cellText(cell, form.columns[cell.column] ?? 'text', isSumRow, startsIn1904));
    }
    if (columns === 0) columns = fields.length;
    while (fields.length < columns) fields.push('');
    const text = `${fields.join(';')}\n`;
    written += text.length;
    if (written > mostText) throw new NotTaken('TOO_LARGE');
    yield text;
    line += 1;
  }
}
