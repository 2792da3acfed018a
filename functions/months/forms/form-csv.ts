import { stringify } from 'csv-stringify/sync';
import { formColumns, reportColumns, sumService, totalCase } from '../../../shared/domain/file-columns.ts';
import type { MonthForm } from './month-form.ts';

type Field = string | number;

/** As the other files that leave: BOM, CRLF, and nothing that a spreadsheet takes for a formula. */
const csv = (header: readonly string[], rows: readonly (readonly Field[])[]): string =>
  stringify([header, ...rows] as Field[][], {
    ...{ delimiter: ';', record_delimiter: 'windows', bom: true, escape_formulas: true },
  });

/**
 * The time report to be filled in: the rows of each case, then its sum, and the sum of all. The sums are those of the rows
 * as they stand; who fills them in sums anew (L-24).
 */
export function reportCsv({ month, provider, cases }: MonthForm): string {
  const sum = (caseNo: string, ordered: number): readonly Field[] => [
    ...[month, provider.id, caseNo, sumService, '', '', ''],
    ...[ordered, 0, ''],
  ];
  const rows = cases.flatMap((one) => [
    ...one.rows.map(({ code, visit }): readonly Field[] => [
      ...[month, provider.id, one.caseNo, code, visit?.date ?? '', visit?.start ?? '', visit?.end ?? ''],
      ...[visit?.minutes ?? '', '', ''],
    ]),
    sum(one.caseNo, one.ordered),
  ]);
  const total = cases.reduce((all, { ordered }) => all + ordered, 0);
  return csv(reportColumns, [...rows, sum(totalCase, total)]);
}

/** The deviation form to be filled in: a month without deviations is the header alone (L-28). */
export const deviationsCsv = (): string => csv(formColumns, []);
