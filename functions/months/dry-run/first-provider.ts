import { optionalColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { accept, refuse } from '../../../shared/domain/result.ts';
import type { ByteSource } from './byte-source.ts';
import { eachRow } from './csv-rows.ts';
import { columnsOfHeader, emptyFile, unreadable } from './file-header.ts';

/** The provider that a report's first row names; refused when there is no such row or it names none. */
export async function firstProvider(report: ByteSource): Promise<Result<string>> {
  let headerIsRead = false;
  const answer = await eachRow(
    report,
    ({ row, fields }): Result<string> | undefined => {
      if (!headerIsRead) {
        const columns = columnsOfHeader('report', { row, fields }, reportColumns, optionalColumns);
        headerIsRead = true;
        return typeof columns === 'number' ? undefined : columns;
      }
      if (typeof fields === 'string') return unreadable('report', row, fields);
      return fields[1] ? accept(fields[1]) : noProvider(row);
    },
    { sheet: 'report' },
  );
  return answer ?? (headerIsRead ? noProvider(2) : emptyFile('report'));
}

const noProvider = (row: number): Result<string> => {
  const message = `Tidsrapporten, rad ${row}, kolumn Utförare: ingen utförare anges. Ange den med --provider.`;
  return refuse('invalid', 'NO_PROVIDER', [{ at: `report row ${row} column Utförare`, code: 'NO_PROVIDER', message }]);
};
