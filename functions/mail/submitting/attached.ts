import type { Month } from '../../../shared/domain/local-date.ts';
import type { FileName, MonthFileKind } from '../../months/door.ts';

/** A file of a mail, with what it is by its bytes. */
export type Told<File> = MonthFileKind & { readonly file: File };

/** What is no text that a month's reader takes: told by its kind to who looks at it. */
type OtherKind = 'WORKBOOK' | 'PDF' | 'PICTURE' | 'OTHER';

/** The files of a mail: the month's two, and what else there is. */
export type Attached<File> = {
  readonly report?: File;
  readonly deviations?: File;
  /** Of one kind there are several that are not the same: nobody but the sender knows which of them counts. */
  readonly twice?: FileName;
  /** What the first rows of all of them say; undefined where they differ. */
  readonly month?: Month;
  readonly others: readonly OtherKind[];
};

const isMonths = ({ kind }: MonthFileKind): boolean => kind === 'report' || kind === 'deviations' || kind === 'both';

/** Why a workbook is not read; one of something else is a workbook still. */
const ofWorkbook: ReadonlySet<MonthFileKind['kind']> = new Set([
  ...(['WORKBOOK', 'ENCRYPTED', 'MACROS', 'EXTERNAL_LINKS', 'TOO_LARGE', 'DAMAGED', 'NO_SHEET'] as const),
]);

/** What one is that is none of the month's two. */
function otherKind({ kind }: MonthFileKind): OtherKind {
  if (kind === 'PDF') return kind;
  if (ofWorkbook.has(kind)) return 'WORKBOOK';
  return kind === 'NO_TEXT' || kind === 'NOT_A_WORKBOOK' ? 'PICTURE' : 'OTHER';
}

/** Sorts a mail's files by what they are; the same bytes twice are one file. */
export function sorted<File extends { readonly sha256: string }>(files: readonly Told<File>[]): Attached<File> {
  const of = (name: FileName) => [
    ...new Map(
      files.filter(({ kind }) => kind === name || kind === 'both').map(({ file }) => [file.sha256, file]),
    ).values(),
  ];
  const [[report, ...reports], [deviations, ...forms]] = [of('report'), of('deviations')];
  const [month, ...months] = new Set(files.filter(isMonths).flatMap((one) => one.month ?? []));
  return {
    ...(report ? { report } : {}),
    ...(deviations ? { deviations } : {}),
    ...(reports.length > 0 ? { twice: 'report' } : forms.length > 0 ? { twice: 'deviations' } : {}),
    ...(month !== undefined && months.length === 0 ? { month } : {}),
    others: files.filter((one) => !isMonths(one)).map(otherKind),
  };
}
