import type { FileName, MonthFileKind, RowsOfMonth } from '../../months/door.ts';

/** A file of a mail, with what it is by its bytes. */
export type Told<File> = Omit<MonthFileKind, 'kind'> & {
  readonly kind: MonthFileKind['kind'] | 'EMPTY' | 'PACKED';
  readonly file: File;
};

/** What is no text that a month's reader takes: told by its kind to who looks at it. */
export type OtherKind = 'WORKBOOK' | 'PDF' | 'PACKED' | 'PICTURE' | 'EMPTY' | 'OTHER';

/** The files of a mail: the month's two, and what else there is. */
export type Attached<File> = {
  readonly report?: File;
  readonly deviations?: File;
  /** Of one kind there are several that are not the same: nobody but the sender knows which of them counts. */
  readonly twice?: FileName;
  /** The months that their rows are of. */
  readonly rows: readonly RowsOfMonth[];
  readonly others: readonly OtherKind[];
};

const isMonths = ({ kind }: Pick<Told<unknown>, 'kind'>): boolean =>
  kind === 'report' || kind === 'deviations' || kind === 'both';

/** Why a workbook is not read; one of something else is a workbook still. */
const ofWorkbook: ReadonlySet<Told<unknown>['kind']> = new Set([
  ...(['WORKBOOK', 'WRONG_BOOK', 'ENCRYPTED', 'MACROS', 'EXTERNAL_LINKS', 'TOO_LARGE', 'DAMAGED', 'NO_SHEET'] as const),
]);

/** What one is that is none of the month's two. */
function otherKind({ kind }: Pick<Told<unknown>, 'kind'>): OtherKind {
  if (kind === 'PDF' || kind === 'EMPTY' || kind === 'PACKED') return kind;
  if (ofWorkbook.has(kind)) return 'WORKBOOK';
  if (kind === 'NOT_A_WORKBOOK') return 'PACKED';
  return kind === 'NO_TEXT' ? 'PICTURE' : 'OTHER';
}

/**
 * Sorts a mail's files by what they are; the same bytes twice are one file. A workbook's sheet with no rows is none where
 * what it is for came as a file of its own.
 */
export function sorted<File extends { readonly sha256: string }>(files: readonly Told<File>[]): Attached<File> {
  const of = (name: FileName) => {
    const isAlone = !files.some(({ kind }) => kind === name);
    const hasRows = ({ months = [] }: Told<File>) => months.some(({ file }) => file === name);
    const those = files.filter((one) => one.kind === name || (one.kind === 'both' && (isAlone || hasRows(one))));
    return [...new Map(those.map(({ file }) => [file.sha256, file])).values()];
  };
  const [[report, ...reports], [deviations, ...forms]] = [of('report'), of('deviations')];
  // The same file twice counts once.
  const once = [...new Map(files.filter(isMonths).map((one) => [one.file.sha256, one])).values()];
  return {
    ...(report ? { report } : {}),
    ...(deviations ? { deviations } : {}),
    ...(reports.length > 0 ? { twice: 'report' } : forms.length > 0 ? { twice: 'deviations' } : {}),
    rows: once.flatMap(({ months }) => months ?? []),
    others: files.filter((one) => !isMonths(one)).map(otherKind),
  };
}

/** Whether there is nothing but the month's files, and pictures, which are the sender's own marks. */
export const isMonthsAlone = ({ report, deviations, others }: Attached<unknown>): boolean =>
  (report !== undefined || deviations !== undefined) && others.every((kind) => kind === 'PICTURE');
