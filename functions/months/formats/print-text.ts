import { accept, type Result } from '../../../shared/domain/result.ts';
import type { ReportFormat } from '../../../shared/packs/report-format.ts';
import { readSheet, taken } from '../../../shared/workbook/read-workbook.ts';
import type { SheetRow } from '../../../shared/workbook/sheet.ts';
import { type ColumnKind, sheetLines } from '../../../shared/workbook/sheet-text.ts';
import { type ByteSource, bytesSource } from '../dry-run/byte-source.ts';
import { type FileRefusal, unreadable } from '../dry-run/file-header.ts';
import { columnKinds, sheetTitles } from '../dry-run/workbook-text.ts';

/** The most bytes of a workbook, packed (design/standards.md, Files). */
const mostOfWorkbook = 25 * 1024 * 1024;
const zip = Buffer.from('PK\u0003\u0004');

/** All its bytes where it is a workbook; undefined of what is none, which is read as text. */
async function workbookBytes(source: ByteSource): Promise<Uint8Array | 'TOO_LARGE' | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.chunks()) {
    pieces.push(piece.slice());
    length += piece.length;
    if (length > mostOfWorkbook) break;
    if (length >= zip.length && !zip.equals(Buffer.concat(pieces).subarray(0, zip.length))) return undefined;
  }
  if (length < zip.length) return undefined;
  return length > mostOfWorkbook ? 'TOO_LARGE' : Buffer.concat(pieces);
}

/** What the print's columns hold, in the order that this sheet has them. */
function kindsIn(header: SheetRow | undefined, { columns, minutes, month }: ReportFormat): readonly ColumnKind[] {
  const meant = new Map<string, ColumnKind>(
    Object.entries(columns).map(([column, own]) => {
      const isMinutes = columnKinds[column] === 'sum';
      const ofMinutes: ColumnKind = minutes === 'H:MM' ? 'time' : 'text';
      return [own, isMinutes ? ofMinutes : (columnKinds[column] ?? 'text')];
    }),
  );
  if (month !== '--month') meant.set(month, 'month');
  const kinds: ColumnKind[] = [];
  for (const { column, value } of header?.cells ?? [])
    kinds[column] = typeof value === 'string' ? (meant.get(value.trim()) ?? 'text') : 'text';
  return Array.from(kinds, (kind) => kind ?? 'text');
}

const isCalled = (name: string, title: string): boolean => name.trim().toLowerCase() === title.toLowerCase();

/**
 * A print as lines of text: its sheet of a workbook, or the file itself. A workbook with the month's own sheet is a time
 * report and no print.
 */
export async function printText(
  source: ByteSource,
  format: ReportFormat,
): Promise<Result<ByteSource | 'TIME_REPORT', FileRefusal['code']>> {
  const bytes = await workbookBytes(source);
  if (bytes === undefined) return accept(source);
  if (bytes === 'TOO_LARGE') return unreadable('report', 1, bytes);
  let isReport = false;
  const read = await readSheet(bytes, (sheets) => {
    isReport = sheets.some(({ name }) => isCalled(name, sheetTitles.report));
    return sheets.find(({ name }) => isCalled(name, format.sheet));
  });
  if (read === 'NO_SHEET' && isReport) return accept('TIME_REPORT');
  if (typeof read === 'string') return unreadable('report', 1, read);
  const form = { columns: kindsIn(read.rows[0], format) };
  const lines = await taken(async () => Array.from(sheetLines(read.rows, form, read.startsIn1904)));
  if (typeof lines === 'string') return unreadable('report', 1, lines);
  return accept(bytesSource(Buffer.from(lines.join(''))));
}
