import { columnsInWords, columnsWrong, mostColumns } from '../../../shared/domain/columns-wrong.ts';
import { findPersonIds } from '../../../shared/domain/person-id.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { ReportFormat } from '../../../shared/packs/report-format.ts';
import type { FileRefusal } from '../dry-run/file-header.ts';

/** Where each of the print's own columns is, by its name. */
export type PrintColumns = ReadonlyMap<string, number>;

/** A word of the print itself, where it cannot be a person's: so that whoever keeps the map knows what to add. */
export const printsWord = (text: string): string | undefined =>
  /^[\p{L}\d .,:/()_-]{1,40}$/u.test(text) && findPersonIds(text).length === 0 ? text : undefined;

const inWords = (count: number): string => (count > mostColumns ? ` och ${count - mostColumns} till` : '');

/** A column that the map does not know, by its name where that is a column's, else by its number. */
function unmapped(row: number, named: readonly string[], unknown: readonly number[]): FileRefusal {
  const faults = unknown.slice(0, mostColumns).map((index): Fault => {
    const word = printsWord(named[index] ?? '') ?? `nummer ${index + 1}`;
    const message = `Tidsrapporten, rad ${row}: kolumnen ${word} finns inte i kartan över utskriften.`;
    return { at: `report row ${row} column ${index + 1}`, code: 'UNMAPPED_COLUMN', message };
  });
  return refuse('invalid', 'UNMAPPED_COLUMN', faults);
}

/**
 * The print's header against the map: every column that it should have, and none that nobody has said the meaning of.
 * What is no such header at all is never repeated.
 */
export function printColumns(
  row: number,
  named: readonly string[],
  { header }: Pick<ReportFormat, 'header'>,
): Result<PrintColumns, FileRefusal['code']> {
  const missing = header.filter((column) => !named.includes(column));
  const unknown = named.flatMap((column, index) =>
    header.includes(column) && named.indexOf(column) === index ? [] : [index],
  );
  if (missing.length > 0) {
    const isHeader = missing.length * 2 < header.length;
    const wrong = columnsInWords(
      columnsWrong(
        missing,
        unknown.map((index) => index + 1),
      ),
    );
    const names = isHeader ? unknown.flatMap((index) => printsWord(named[index] ?? '') ?? []) : [];
    const also = names.length > 0 ? ` Okända: ${names.slice(0, mostColumns).join(', ')}${inWords(names.length)}.` : '';
    const message = `Tidsrapporten, rad ${row}: rubriken stämmer inte med kartan över utskriften. ${wrong}${also}`;
    const [first = ''] = missing;
    return refuse('invalid', 'WRONG_HEADER', [
      { at: `report row ${row} column ${first}`, code: 'WRONG_HEADER', message },
    ]);
  }
  if (unknown.length > 0) return unmapped(row, named, unknown);
  return accept(new Map(header.map((column) => [column, named.indexOf(column)])));
}
