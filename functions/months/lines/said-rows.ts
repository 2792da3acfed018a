import { reportColumns, sumService } from '../../../shared/domain/file-columns.ts';
import type { ByteSource } from '../dry-run/byte-source.ts';
import { eachRow } from '../dry-run/csv-rows.ts';
import type { SaidVisit } from './rows-beside.ts';

const at = (name: (typeof reportColumns)[number]): number => reportColumns.indexOf(name);
const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

/** So many visits of one case are shown; no month has so many. */
const mostRows = 1000;

/** One case's rows of a time report as they are written, each with its place in the file; and how many more there are. */
export async function saidRows(
  source: ByteSource,
  caseNo: string,
): Promise<{ readonly rows: readonly SaidVisit[]; readonly more: number }> {
  const rows: SaidVisit[] = [];
  let more = 0;
  const take = ({ row, fields }: { readonly row: number; readonly fields: readonly string[] | string }): undefined => {
    if (typeof fields === 'string' || fields[at('Ärendenummer')] !== caseNo) return undefined;
    const text = (name: (typeof reportColumns)[number]): string => (fields[at(name)] ?? '').slice(0, 40);
    if (text('Insats') === sumService) return undefined;
    if (rows.length === mostRows) more += 1;
    else {
      const [ordered, performed] = [whole(text('Beställda minuter')), whole(text('Utförda minuter'))];
      rows.push({
        ...{ date: text('Datum'), code: text('Insats') },
        said: {
          ...{ row, start: text('Start'), end: text('Slut'), status: text('Status') },
          ...(ordered === undefined ? {} : { ordered }),
          ...(performed === undefined ? {} : { performed }),
        },
      });
    }
    return undefined;
  };
  await eachRow(source, take, { sheet: 'report' });
  return { rows, more };
}
