import { optionalColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import type { ByteSource } from './byte-source.ts';
import { eachRow, type NumberedRow } from './csv-rows.ts';
import type { Expected } from './deviation-form.ts';
import { columnsOfHeader, emptyFile, type FileRefusal, unreadable } from './file-header.ts';
import { type ReportRow, readReportRow } from './report-row.ts';
import { Status } from './visit-outcome.ts';

/**
 * Gives each row of a time report to `take`, with its line in the file, as it is read: for what is judged by other rules
 * than a month's. Refused where the file cannot be read as a time report.
 */
export async function eachReportRow(
  source: ByteSource,
  expected: Expected,
  take: (row: number, read: ReportRow) => void,
): Promise<FileRefusal | undefined> {
  let columns = 0;
  const refusal = await eachRow(
    source,
    (line: NumberedRow): FileRefusal | undefined => {
      if (typeof line.fields === 'string') return unreadable('report', line.row, line.fields);
      if (columns > 0) {
        take(line.row, readReportRow(line.fields, columns, expected));
        return undefined;
      }
      const header = columnsOfHeader('report', line, reportColumns, optionalColumns);
      if (typeof header !== 'number') return header;
      columns = header;
      return undefined;
    },
    { sheet: 'report' },
  );
  return refusal ?? (columns === 0 ? emptyFile('report') : undefined);
}

/** Whether a visit was made, by its row. */
export const wasPerformed = ({ visit }: Extract<ReportRow, { kind: 'visit' }>): boolean =>
  visit.status === Status.performed;
