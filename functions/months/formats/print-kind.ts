import { optionalColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import { Month } from '../../../shared/domain/local-date.ts';
import type { ReportFormat } from '../../../shared/packs/report-format.ts';
import type { ByteSource } from '../dry-run/byte-source.ts';
import { eachRow, type NumberedRow } from '../dry-run/csv-rows.ts';
import { columnsOfHeader, namedIn } from '../dry-run/file-header.ts';
import type { MonthFileKind } from '../dry-run/file-kind.ts';
import { printText } from './print-text.ts';

/** So many rows tell which month a print is of. */
const mostCounted = 200_000;

/** Which columns of a row say its month: the print's own of the month, or of the day. */
const saysMonth = ({ month, columns }: ReportFormat): readonly string[] => [
  ...(month === '--month' ? [] : [month]),
  ...(columns.Datum === undefined ? [] : [columns.Datum]),
];

/**
 * A file as the print that a provider's map is of: a time report, with the months that its rows say. Known by more than
 * half of the map's columns, so that one with a column too many is told of as what it is. Undefined where it is no such
 * print, or a time report already.
 */
export async function printKind(source: ByteSource, format: ReportFormat): Promise<MonthFileKind | undefined> {
  const text = await printText(source, format);
  if (!text.ok || text.value === 'TIME_REPORT') return undefined;
  let header: readonly string[] | undefined;
  let counted = 0;
  const rows = new Map<Month, number>();
  const take = ({ row, fields }: NumberedRow): 'NO_PRINT' | 'ENOUGH' | undefined => {
    if (typeof fields === 'string') return header ? 'ENOUGH' : 'NO_PRINT';
    if (!header) {
      header = namedIn(fields);
      const isReport = typeof columnsOfHeader('report', { row, fields }, reportColumns, optionalColumns) === 'number';
      const known = format.header.filter((column) => header?.includes(column)).length;
      return isReport || known * 2 <= format.header.length ? 'NO_PRINT' : undefined;
    }
    const said = saysMonth(format).map((column) => fields[header?.indexOf(column) ?? -1] ?? '');
    const month = said.map((one) => Month.safeParse(one.slice(0, 7))).find(({ success }) => success);
    if (month?.data !== undefined) rows.set(month.data, (rows.get(month.data) ?? 0) + 1);
    counted += 1;
    return counted < mostCounted ? undefined : 'ENOUGH';
  };
  const stopped = await eachRow(text.value, take);
  if (stopped === 'NO_PRINT' || !header) return undefined;
  return { kind: 'report', months: [...rows].map(([month, count]) => ({ file: 'report', month, rows: count })) };
}
