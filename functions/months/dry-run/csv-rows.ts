import type { ByteSource } from './byte-source.ts';
import { windowsOf } from './byte-window.ts';
import type { FileName } from './file-errors.ts';
import { mostBlank } from './found-errors.ts';
import { cut, lineEndFrom, lineText, longestLine, pastLineEnd } from './line-bytes.ts';
import { onLine, overLines } from './quoted-field.ts';
import { pastSpaces, trimmed } from './readable-text.ts';
import { type NoText, notDecodable } from './text-encoding.ts';

/** A row's fields without quotes and surrounding spaces, where the next row starts, and how many lines it took. */
export type CsvRow = { readonly fields: readonly string[]; readonly next: number; readonly lines: number };

/** Why the file cannot be read on: it is not text, a row has no end, or there are more rows than a month can have, or more that say nothing. */
export type Unreadable = NoText | 'ROW_TOO_LONG' | 'TOO_MANY_ROWS' | 'TOO_MANY_ERRORS';

/** No column of the file may hold line breaks. */
const noColumn = -1;

/**
 * Reads the row that starts at `from`: semicolons; CRLF, LF or CR; quotes. `last` says that nothing follows `bytes`,
 * which then end in a line end. Only a quoted field of the column `comment` may go on over lines.
 */
export function readRow(
  bytes: Uint8Array,
  from: number,
  last: boolean,
  comment: number = noColumn,
): CsvRow | typeof cut | Unreadable {
  const end = lineEndFrom(bytes, from);
  if (end - from > longestLine) return 'ROW_TOO_LONG';
  const next = pastLineEnd(bytes, end, last);
  if (next < 0) return cut;
  try {
    const line = lineText(bytes.subarray(from, end));
    if (line.includes('"')) return quotedRow(line, { bytes, next, last, comment });
    return { fields: line.split(';').map(trimmed), next, lines: 1 };
  } catch {
    return notDecodable;
  }
}

/** What follows the line that is read, for a field that may go on. */
type Behind = {
  readonly bytes: Uint8Array;
  readonly next: number;
  readonly last: boolean;
  readonly comment: number;
};

/**
 * As `readRow`, for a row with a quote in its first line. A field that begins with a quote and does not end with one is
 * taken as it is, up to the next semicolon or the line's end.
 */
function quotedRow(first: string, { bytes, last, comment, ...behind }: Behind): CsvRow | typeof cut {
  const fields: string[] = [];
  let [line, next, lines] = [first, behind.next, 1];
  for (let at = 0; ; ) {
    const open = pastSpaces(line, at);
    let quoted = line[open] === '"' ? onLine(line, open) : undefined;
    if (quoted === -1) {
      const more = fields.length === comment ? overLines(line.slice(open + 1), { bytes, from: next, last }) : undefined;
      if (more === cut) return cut;
      if (more) ({ line, next } = more);
      lines += more?.lines ?? 0;
      quoted = more;
    }
    const stop = quoted?.stop ?? separatorFrom(line, at);
    fields.push(quoted?.text ?? trimmed(line.slice(at, stop)));
    if (stop >= line.length) return { fields, next, lines };
    at = stop + 1;
  }
}

function separatorFrom(line: string, from: number): number {
  const at = line.indexOf(';', from);
  return at < 0 ? line.length : at;
}

/**
 * What a file holds for programs and not for people: nothing but separators and spaces, as a spreadsheet leaves behind,
 * and a first line that names the separator.
 */
export const isPassedOver = (fields: readonly string[], row: number): boolean =>
  fields.every((field) => field === '') ||
  (row === 1 && fields.length === 2 && fields[0] === 'sep=' && fields[1] === '');

/** A row and the line of the file on which it starts, the first being 1; or why the file cannot be read from there. */
export type NumberedRow = { readonly row: number; readonly fields: readonly string[] | Unreadable };

/** How a file is read: where a comment may go on over lines, which sheet of a workbook it is, and who hears that one hides something. */
type Reading = {
  readonly comment?: number;
  readonly sheet?: FileName;
  readonly onHidden?: () => void;
};

/** Gives each row of a file that says something to `take`, until it answers; its answer is the answer. */
export async function eachRow<Answer>(
  source: ByteSource,
  take: (line: NumberedRow) => Answer | undefined,
  { comment = noColumn, sheet, onHidden }: Reading = {},
): Promise<Answer | undefined> {
  let [row, blank] = [1, 0];
  let hides = false;
  for await (const window of windowsOf(source, sheet)) {
    if (typeof window === 'string') return take({ row, fields: window });
    if (window.hides && !hides) onHidden?.();
    hides ||= window.hides;
    for (;;) {
      const next = readRow(window.bytes, window.start, window.last, comment);
      if (next === cut) break;
      if (typeof next === 'string') return take({ row, fields: next });
      if (isPassedOver(next.fields, row)) {
        blank += 1;
        if (blank > mostBlank) return take({ row, fields: 'TOO_MANY_ROWS' });
      } else {
        const answer = take({ row, fields: next.fields });
        if (answer !== undefined) return answer;
      }
      window.start = next.next;
      row += next.lines;
    }
  }
  return undefined;
}
