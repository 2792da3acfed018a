import { type ColumnsWrong, columnsWrong } from '../../../shared/domain/columns-wrong.ts';
import { deviationTypes, formColumns } from '../../../shared/domain/file-columns.ts';
import type { LocalDate, Month } from '../../../shared/domain/local-date.ts';
import { type Instant, instantAt } from '../../../shared/domain/local-time.ts';
import type { ByteSource } from './byte-source.ts';
import { eachRow, type NumberedRow } from './csv-rows.ts';
import { clockNight, startIsSkipped } from './elapsed.ts';
import { isMonth, readDate, readTime, readWhole } from './field-values.ts';
import { type RowCode, rowError } from './file-errors.ts';
import { columnsOfHeader, emptyFile, type FileRefusal, unreadable } from './file-header.ts';
import { orFormula, rowSaid } from './formula-cells.ts';
import { FoundErrors, mostUnread } from './found-errors.ts';

type DeviationType = (typeof deviationTypes)[number];
const typesByWord: ReadonlyMap<string, DeviationType> = new Map(
  deviationTypes.map((type) => [type.toLowerCase(), type]),
);

/** A row of the deviation form (L-28), without its comment, which is never kept. */
export type Deviation = {
  readonly caseNo: string;
  readonly type: DeviationType;
  readonly date: LocalDate;
  readonly to: LocalDate | undefined;
  /** The start of the one visit that the row is about, in minutes after midnight. */
  readonly start: number | undefined;
  /** When the customer gave notice; of a reading that comes twice, the earlier. */
  readonly noticeAt: Instant | undefined;
};

/** What the rows of a file must be about: the month, the provider and its cases. */
export type Expected = {
  readonly month: Month;
  readonly providerId: string;
  readonly knows: (caseNo: string) => boolean;
};

/** All that the form says, with an error for each row that says nothing. */
export type DeviationForm = {
  readonly ok: true;
  readonly deviations: readonly Deviation[];
  readonly errors: FoundErrors;
  /** Cases that a row names which says nothing. */
  readonly unread: ReadonlySet<string>;
  /** The workbook that it is read from hides something. */
  readonly hides: boolean;
};

/** More than any month's form has, and more than is kept in memory of one. */
const mostDeviations = 200_000;

/** A comment may go on over lines. */
const comment = formColumns.indexOf('Kommentar');
const caseColumn = formColumns.indexOf('Ärendenummer');

/** A row may leave out empty columns at its end, as spreadsheets do, down to what happened. */
const neededColumns = formColumns.indexOf('Typ') + 1;

export async function readDeviationForm(source: ByteSource, expected: Expected): Promise<DeviationForm | FileRefusal> {
  const deviations: Deviation[] = [];
  const errors = new FoundErrors();
  const unreadCases = new Set<string>();
  let headerIsRead = false;
  let hides = false;
  const take = (line: NumberedRow): FileRefusal | undefined => {
    if (!headerIsRead) {
      const header = columnsOfHeader('deviations', line, formColumns);
      headerIsRead = true;
      return typeof header === 'number' ? undefined : header;
    }
    if (typeof line.fields === 'string') return unreadable('deviations', line.row, line.fields);
    const said = rowSaid(line.fields);
    const read = readDeviation(said.fields, expected);
    const deviation = orFormula(said, formColumns, 'code' in read ? read : undefined) ?? read;
    if ('code' in deviation) {
      const { column, code, columns } = deviation;
      errors.add(() => rowError('deviations', line.row, column, code, columns));
      const caseNo = said.fields[caseColumn];
      if (caseNo !== undefined && expected.knows(caseNo)) unreadCases.add(caseNo);
      if (errors.kept.length + errors.more > mostUnread) return unreadable('deviations', line.row, 'TOO_MANY_ERRORS');
    } else deviations.push(deviation);
    return deviations.length > mostDeviations ? unreadable('deviations', line.row, 'TOO_MANY_ROWS') : undefined;
  };
  const onHidden = () => {
    hides = true;
  };
  const refusal = await eachRow(source, take, { comment, sheet: 'deviations', onHidden });
  if (refusal) return refusal;
  return headerIsRead ? { ok: true, deviations, errors, unread: unreadCases, hides } : emptyFile('deviations');
}

type Unread = {
  readonly column: (typeof formColumns)[number];
  readonly code: RowCode;
  readonly columns?: ColumnsWrong;
};
const unread = (column: Unread['column'], code: RowCode, columns?: ColumnsWrong): Unread => ({
  ...{ column, code },
  ...(columns ? { columns } : {}),
});

/** The row's first fault, or what it says. */
function readDeviation(fields: readonly string[], { month, providerId, knows }: Expected): Deviation | Unread {
  const [period = '', provider, caseNo = '', dated = '', till = '', from = '', typed = '', minutes = '', notice = ''] =
    fields;
  const [missing, ...others] = formColumns.slice(fields.length, neededColumns);
  if (missing) return unread(missing, 'BAD_COLUMNS', columnsWrong([missing, ...others], []));
  const beyond = fields.flatMap((field, index) => (index >= formColumns.length && field !== '' ? [index + 1] : []));
  if (beyond.length > 0) return unread('Kommentar', 'BAD_COLUMNS', columnsWrong([], beyond));
  if (!isMonth(period, month)) return unread('Månad', 'WRONG_MONTH');
  if (provider !== providerId) return unread('Utförare', 'WRONG_PROVIDER');
  if (!knows(caseNo)) return unread('Ärendenummer', 'UNKNOWN_CASE');

  const date = readDate(dated);
  if (date === undefined) return unread('Datum', 'BAD_DATE');
  const to = readDate(till);
  if (till !== '' && (to === undefined || to < date)) return unread('Till', 'BAD_DATE');

  const start = readTime(from);
  if (from !== '' && (start === undefined || startIsSkipped(clockNight(date), start)))
    return unread('Start', 'BAD_TIME');
  const noticeAt = readNotice(notice);
  if (notice !== '' && noticeAt === undefined) return unread('Avisering', 'BAD_TIME');

  if (minutes !== '' && readWhole(minutes, 99_999) === undefined) return unread('Minuter', 'BAD_NUMBER');
  const type = typesByWord.get(typed.toLowerCase());
  return type ? { caseNo, type, date, to, start, noticeAt } : unread('Typ', 'BAD_TYPE');
}

const two = (number: number): string => String(number).padStart(2, '0');

/** `YYYY-MM-DD HH:MM` on the local clock, a reading that exists. */
function readNotice(field: string): Instant | undefined {
  const [, dated = '', timed = ''] = /^(\S+) (\S+)$/.exec(field) ?? [];
  const date = readDate(dated);
  const minute = readTime(timed);
  if (date === undefined || minute === undefined || startIsSkipped(clockNight(date), minute)) return undefined;
  return instantAt(date, `${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
}
