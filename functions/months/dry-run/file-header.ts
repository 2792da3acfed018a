import { type ColumnsWrong, columnsInWords, columnsWrong } from '../../../shared/domain/columns-wrong.ts';
import { type Fault, type Refusal, refuse } from '../../../shared/domain/result.ts';
import type { NumberedRow, Unreadable } from './csv-rows.ts';
import type { FileName } from './file-errors.ts';

/** Why nothing can be judged. */
export type FileRefusal = Refusal<'EMPTY_FILE' | 'WRONG_HEADER' | PrintRefusal | Unreadable>;

/** Of a provider's own print: what its map does not say, or that it has no visits. */
type PrintRefusal = 'UNMAPPED_COLUMN' | 'UNMAPPED_STATUS' | 'NO_VISITS' | 'format-not-found';

const fileNames: Record<FileName, string> = { report: 'Tidsrapporten', deviations: 'Avvikelseblanketten' };

const refused = (
  file: FileName,
  code: FileRefusal['code'],
  row: number,
  column: string,
  message: string,
): FileRefusal => {
  const fault: Fault = { at: `${file} row ${row} column ${column}`, code, message: `${fileNames[file]}, ${message}` };
  return refuse('invalid', code, [fault]);
};

export const emptyFile = (file: FileName): FileRefusal =>
  refused(file, 'EMPTY_FILE', 1, 'Månad', 'rad 1, kolumn Månad: filen är tom, rubriken saknas.');

/** Why a file cannot be read, in words that say what to do about it. */
const words: Record<Unreadable, string> = {
  ROW_TOO_LONG: 'raden tar aldrig slut.',
  TOO_MANY_ROWS: 'filen har fler rader än någon månad kan ha.',
  TOO_MANY_ERRORS:
    'fler rader än någon månad har kan inte läsas. Se efter vad som har hämtats ut, och hämta ut månaden på nytt.',
  NOT_DECODABLE: 'tecknen kan inte läsas. Spara filen som CSV i UTF-8.',
  WORKBOOK:
    'filen är en arbetsbok från Excel eller ett annat kalkylprogram, men heter som en textfil. Ge den sitt rätta namn (.xlsx eller .ods), eller spara den som CSV UTF-8 med semikolon.',
  NOT_A_WORKBOOK: 'filen är ingen arbetsbok i formatet xlsx eller ods, vad den än heter.',
  WRONG_BOOK: 'filen är en arbetsbok av ett annat slag än namnet säger. Ge den sitt rätta namn, .xlsx eller .ods.',
  ENCRYPTED:
    'arbetsboken är låst med ett lösenord eller sparad i ett gammalt format från Excel. Spara den som xlsx utan lösenord.',
  MACROS: 'arbetsboken har makron. Spara den som xlsx eller ods utan makron.',
  EXTERNAL_LINKS: 'arbetsboken hämtar uppgifter ur andra filer. Spara den utan länkar till andra filer.',
  TOO_LARGE: 'arbetsboken är större än någon månad kan vara. Spara bladet i en ny arbetsbok, eller som CSV UTF-8.',
  DAMAGED: 'arbetsboken är skadad och kan inte läsas. Öppna den i kalkylprogrammet och spara den på nytt.',
  NO_SHEET: 'arbetsboken saknar bladet. Bladen ska heta Tidsrapport och Avvikelser.',
  PDF: 'filen är en PDF, inte en textfil. Öppna tabellen i kalkylprogrammet och spara den som CSV UTF-8 med semikolon.',
  NO_TEXT:
    'filen är en bild eller en packad fil, inte en textfil. Öppna tabellen i kalkylprogrammet och spara den som CSV UTF-8 med semikolon.',
};

/** The file cannot be read from this row on. */
export const unreadable = (file: FileName, row: number, code: Unreadable): FileRefusal =>
  refused(file, code, row, 'Månad', `rad ${row}, kolumn Månad: ${words[code]}`);

/** What is wrong with a header: all that it lacks, and all that is not known or stands there twice. */
export function headerWrong(
  named: readonly string[],
  columns: readonly string[],
  optional: readonly string[] = [],
): ColumnsWrong {
  const left = new Set([...columns, ...optional]);
  const unknown = named.flatMap((name, index) => (left.delete(name) ? [] : [index + 1]));
  return columnsWrong(
    columns.filter((column) => left.has(column)),
    unknown,
  );
}

/** A header's columns, without the empty ones after its last. */
export const namedIn = (fields: readonly string[]): readonly string[] =>
  fields.slice(0, fields.findLastIndex((field) => field !== '') + 1);

/**
 * The header must be right before anything else is read. Gives how many columns it has: more than `columns` when it goes
 * on with what is `optional`, in that order.
 */
export function columnsOfHeader(
  file: FileName,
  header: NumberedRow,
  columns: readonly string[],
  optional: readonly string[] = [],
): number | FileRefusal {
  if (typeof header.fields === 'string') return unreadable(file, header.row, header.fields);
  const named = namedIn(header.fields);
  const wanted = [...columns, ...optional.slice(0, Math.max(0, named.length - columns.length))];
  const wrong = Math.max(named.length, wanted.length);
  for (let index = 0; index < wrong; index += 1) {
    if (named[index] === wanted[index]) continue;
    const column = wanted[index] ?? `${index + 1}`;
    const wrongOnes = columnsInWords(headerWrong(named, columns, optional));
    const why = wrongOnes === '' ? 'Kolumnerna står i fel ordning.' : wrongOnes;
    const message = `rad ${header.row}, kolumn ${column}: rubriken stämmer inte. ${why} Kolumnerna ska vara, i den ordningen: ${columns.join('; ')}.`;
    return refused(file, 'WRONG_HEADER', header.row, column, message);
  }
  return wanted.length;
}
