import type { ColumnsWrong } from '../../../shared/domain/columns-wrong.ts';
import { formColumns, optionalColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import { Month } from '../../../shared/domain/local-date.ts';
import type { ByteSource } from './byte-source.ts';
import { eachRow, type NumberedRow, type Unreadable } from './csv-rows.ts';
import type { FileName } from './file-errors.ts';
import { columnsOfHeader, headerWrong, namedIn } from './file-header.ts';

/** How many rows of one of the files are of a month. */
export type RowsOfMonth = { readonly file: FileName; readonly month: Month; readonly rows: number };

/** What a file is by its bytes and its header: one of the month's two, or why it is not read. */
export type MonthFileKind = {
  readonly kind: FileName | 'both' | Unreadable | undefined;
  /** The months that its rows are about. */
  readonly months?: readonly RowsOfMonth[];
};

/** So many rows tell which month a file is of: no provider has more in one. */
const mostCounted = 200_000;

const needed = { report: reportColumns, deviations: formColumns } as const;
const names = ['report', 'deviations'] as const;

/** Columns that only one of the two has. */
const tells = {
  report: reportColumns.filter((column) => !(formColumns as readonly string[]).includes(column)),
  deviations: formColumns.filter((column) => !(reportColumns as readonly string[]).includes(column)),
} as const;

/** A header that is not quite right, or has other separators, is still of the file whose columns it names: its reader says what is wrong with it. */
function nearest(fields: readonly string[]): FileName | undefined {
  const header = fields.join(';');
  const shared = (name: FileName) => tells[name].filter((column) => header.includes(column)).length;
  const [report, deviations] = [shared('report'), shared('deviations')];
  if (Math.max(report, deviations) < 2 || report === deviations) return undefined;
  return report > deviations ? 'report' : 'deviations';
}

/** Which of the month's files it is, whatever it is called; undefined when it is neither. A workbook may be both. */
export async function fileKind(source: ByteSource): Promise<MonthFileKind> {
  const first = await kindOfSheet(source, 'report');
  if (first.kind !== 'report' && first.kind !== 'NO_SHEET') return first;
  const second = await kindOfSheet(source, 'deviations');
  if (first.kind === 'NO_SHEET') return second;
  const months = [...(first.months ?? []), ...(second.months ?? [])];
  return second.kind === 'deviations' ? { kind: 'both', months } : first;
}

async function kindOfSheet(source: ByteSource, sheet: FileName): Promise<MonthFileKind> {
  let kind: FileName | undefined;
  let [isHeaderRead, counted] = [false, 0];
  const rows = new Map<Month, number>();
  const told = (): MonthFileKind => {
    const file = kind;
    if (file === undefined) return { kind };
    return { kind, months: [...rows].map(([month, count]) => ({ file, month, rows: count })) };
  };
  const take = ({ row, fields }: NumberedRow): MonthFileKind | undefined => {
    if (typeof fields === 'string') return kind === undefined ? { kind: fields } : told();
    if (isHeaderRead) {
      const month = Month.safeParse(fields[0]?.slice(0, 7));
      if (month.success) rows.set(month.data, (rows.get(month.data) ?? 0) + 1);
      counted += 1;
      return counted < mostCounted ? undefined : told();
    }
    isHeaderRead = true;
    const exact = names.find(
      (name) =>
        typeof columnsOfHeader(name, { row, fields }, needed[name], name === 'report' ? optionalColumns : []) ===
        'number',
    );
    kind = exact ?? nearest(fields);
    return kind === undefined ? { kind } : undefined;
  };
  return (await eachRow(source, take, { sheet })) ?? told();
}

/** Which columns the header of a month's file lacks, and which it has that are not known; undefined where it is right. */
export async function wrongColumns(source: ByteSource, name: FileName): Promise<ColumnsWrong | undefined> {
  const optional = name === 'report' ? optionalColumns : [];
  const take = ({ row, fields }: NumberedRow): { readonly columns?: ColumnsWrong } => {
    const isRight = typeof columnsOfHeader(name, { row, fields }, needed[name], optional) === 'number';
    return typeof fields === 'string' || isRight
      ? {}
      : { columns: headerWrong(namedIn(fields), needed[name], optional) };
  };
  return (await eachRow(source, take, { sheet: name }))?.columns;
}

/** A comment of the form may go on over lines. */
const commentIn = { report: {}, deviations: { comment: formColumns.indexOf('Kommentar') } } as const;

/** How many rows a file has beneath its header, but for the empty ones. */
export async function rowsBeneath(source: ByteSource, name: FileName): Promise<number> {
  let rows = 0;
  const count = () => {
    rows += 1;
    return undefined;
  };
  await eachRow(source, count, { ...commentIn[name], sheet: name });
  return Math.max(0, rows - 1);
}
