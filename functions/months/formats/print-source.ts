import { optionalColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type ReportFormat, tellsTotalsAlone } from '../../../shared/packs/report-format.ts';
import { type ByteSource, bytesSource } from '../dry-run/byte-source.ts';
import { eachRow, type NumberedRow } from '../dry-run/csv-rows.ts';
import { columnsOfHeader, type FileRefusal, namedIn, unreadable } from '../dry-run/file-header.ts';
import { printColumns } from './print-header.ts';
import { allColumns, type PrintOf, PrintRows } from './print-rows.ts';
import { printText } from './print-text.ts';

type Read = Result<ByteSource, FileRefusal['code']>;
const noVisits: FileRefusal = refuse('invalid', 'NO_VISITS', [
  {
    at: 'report',
    code: 'NO_VISITS',
    message: 'Utskriften har inga besök, bara summor. Den arkiveras men bedöms aldrig.',
  },
]);

/** More rows than any provider's month has. */
const mostRows = 200_000;

/**
 * A provider's own print as the month's time report, row for row and with the print's own row numbers, so that all that
 * is told of a row leads to it. A file that is a time report already is that. Refused where the map does not know a
 * column or a status, each by its name, and where the print has totals and no visits (`NO_VISITS`).
 */
export async function printSource(source: ByteSource, format: ReportFormat, of: PrintOf): Promise<Read> {
  const text = await printText(source, format);
  if (!text.ok || text.value === 'TIME_REPORT') return text.ok ? accept(source) : text;
  const lines: string[] = [];
  let rows: PrintRows | undefined;
  const take = ({ row, fields }: NumberedRow): FileRefusal | 'TIME_REPORT' | undefined => {
    if (typeof fields === 'string') return unreadable('report', row, fields);
    if (row > mostRows) return unreadable('report', row, 'TOO_LARGE');
    while (lines.length < row - 1) lines.push('');
    if (rows) {
      lines.push(rows.lineOf(row, fields));
      return undefined;
    }
    const standard = columnsOfHeader('report', { row, fields }, reportColumns, optionalColumns);
    if (typeof standard === 'number') return 'TIME_REPORT';
    const columns = printColumns(row, namedIn(fields), format);
    if (!columns.ok) return columns;
    rows = new PrintRows(format, columns.value, of);
    lines.push(allColumns.join(';'));
    return undefined;
  };
  const stopped = await eachRow(text.value, take);
  if (stopped === 'TIME_REPORT') return accept(source);
  if (stopped) return stopped;
  if (rows && (tellsTotalsAlone(format) || (rows.visits === 0 && rows.sums > 0))) return noVisits;
  const refusal = rows?.refusal();
  return refusal ?? accept(bytesSource(Buffer.from(lines.map((line) => `${line}\n`).join(''))));
}
