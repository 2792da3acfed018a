import * as z from 'zod';

/** What can be read in: `cases.json`, or a table a kind of thing. */
export const ImportName = z.enum([
  ...(['cases.json', 'kunder.csv', 'personal.csv', 'utforare.csv'] as const),
  ...(['insatser.csv', 'ersattning.csv'] as const),
]);
export type ImportName = z.infer<typeof ImportName>;

/**
 * One thing that a file says otherwise than what stands. Of a customer it tells only which of the details has changed:
 * what they were and are is in the file and in the sealed identity, nowhere else.
 */
export const ImportRow = z
  .object({
    file: z.string(),
    /** The line of a table, the place in its list of `cases.json`; absent where the file says nothing. */
    row: z.int().optional(),
    what: z.enum(['NEW', 'CHANGED', 'LEFT_OUT', 'FAULT']),
    /** The field: a column, or a path in `cases.json`. */
    at: z.string(),
    was: z.string().optional(),
    is: z.string().optional(),
    code: z.string().optional(),
    text: z.string(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;

/** What is chosen beside the files, and so is in none of them. */
export const besideFiles = 'kommunen';

/** Where in a file a thing is said: its file, its row, and what a field of it is called there. */
export type RowPlace = {
  readonly file: ImportName | typeof besideFiles;
  readonly row?: number | undefined;
  readonly at: (field: string) => string;
};

type About = { readonly was?: string | undefined; readonly is?: string | undefined; readonly code?: string };

const rowOf = (
  what: ImportRow['what'],
  place: RowPlace,
  field: string,
  text: string,
  about: About = {},
): ImportRow => ({
  file: place.file,
  ...(place.row === undefined ? {} : { row: place.row }),
  what,
  at: place.at(field),
  ...(about.was === undefined ? {} : { was: about.was }),
  ...(about.is === undefined ? {} : { is: about.is }),
  ...(about.code === undefined ? {} : { code: about.code }),
  text,
});

/** What an import may answer about one thing. */
export const rows = {
  added: (place: RowPlace, text: string, about: About = {}): ImportRow => rowOf('NEW', place, '', text, about),
  changed: (place: RowPlace, field: string, text: string, about: About = {}): ImportRow =>
    rowOf('CHANGED', place, field, text, about),
  leftOut: (file: ImportName, at: string, text: string, code?: string): ImportRow =>
    rowOf('LEFT_OUT', { file, at: () => at }, '', text, code === undefined ? {} : { code }),
  fault: (place: RowPlace, field: string, code: string, text: string): ImportRow =>
    rowOf('FAULT', place, field, text, { code }),
};

/**
 * That the person has another case, somebody else the number, or a change reaches into a stated month, is told beside what
 * is done, and is nothing to do.
 */
export const knownPerson = 'known-person';
export const strangersNumber = 'number-of-another';
export const statedMonth = 'month-stated';
/** Of a change that is done: less is granted by it than before, and a file says no grounds (SoL 2025:400, 14:9). */
export const decreased = 'decrease';
/** The case itself gets another officer: it moves with all that hangs on it before anything else of it is carried out. */
export const otherOfficer = 'other-officer';
const remarks: readonly (string | undefined)[] = [knownPerson, strangersNumber, statedMonth];
export const isWork = ({ what, code }: ImportRow): boolean =>
  (what === 'NEW' || what === 'CHANGED') && !remarks.includes(code);
export const isFault = ({ what }: ImportRow): boolean => what === 'FAULT';
