import type { FieldError } from '../../../parts/error-summary.tsx';
import { unreadIn } from './unread.ts';
import { type CaseToFill, type VisitShown, visitId } from './visit.ts';

/** What is said of a visit, of which case and when it stands first. */
export type FaultWords = {
  readonly at: (caseNo: string, visit: Pick<VisitShown, 'date' | 'start'>, nr: number) => string;
  readonly unanswered: (caseNo: string, count: number) => string;
  readonly otherMonth: string;
  readonly dayMissing: string;
  readonly start: string;
  readonly end: string;
  readonly orderedMinutes: string;
  readonly performedMinutes: string;
  readonly timeMissing: string;
  readonly wholeMinutes: string;
  readonly found: (text: string) => string;
};

/** Whether a day is written that is none of the month's. */
export const isOtherMonth = (date: string, month: string): boolean => date !== '' && !date.startsWith(`${month}-`);

/** What a visit lacks before it can be handed in, by the field that it is written in. */
function faultsIn(
  id: string,
  visit: VisitShown,
  month: string,
  words: FaultWords,
): readonly (readonly [string, string])[] {
  const minutes = (name: 'ordered' | 'performed') => {
    const typed = unreadIn(`${id}-${name}`);
    if (typed !== undefined) return [[name, `${words.found(typed)} ${words.wholeMinutes}`]] as const;
    return visit[name] === null && (name === 'ordered' || visit.status === 'UTFÖRD')
      ? ([[name, `${words[`${name}Minutes`]}: ${words.wholeMinutes}`]] as const)
      : [];
  };
  return [
    ...(visit.date === '' ? [['date', words.dayMissing] as const] : []),
    ...(isOtherMonth(visit.date, month) ? [['date', words.otherMonth] as const] : []),
    ...(['start', 'end'] as const).flatMap((name) =>
      visit[name] === '' && visit.status === 'UTFÖRD' ? [[name, `${words[name]}: ${words.timeMissing}`] as const] : [],
    ),
    ...(visit.planned === '' ? minutes('ordered') : []),
    ...minutes('performed'),
  ];
}

/** Everything that keeps a filled-in month from being judged: each with its case and its visit, leading to its field. */
export const fillingFaults = (month: string, cases: readonly CaseToFill[], words: FaultWords): readonly FieldError[] =>
  cases.flatMap(({ caseNo, visits }) => {
    const first = visits.findIndex(({ status }) => status === '');
    const count = visits.filter(({ status }) => status === '').length;
    return [
      ...(first === -1 ? [] : [{ field: visitId(caseNo, first), text: words.unanswered(caseNo, count) }]),
      ...visits.flatMap((visit, index) =>
        visit.status === ''
          ? []
          : faultsIn(visitId(caseNo, index), visit, month, words).map(([name, text]) => ({
              field: `${visitId(caseNo, index)}-${name}`,
              text: `${words.at(caseNo, visit, index + 1)}: ${text}`,
            })),
      ),
    ];
  });

/** The field of a visit that a column of the report is written in; the row's own where it is none. */
const fieldNames: Readonly<Record<string, string>> = {
  Datum: '-date',
  Start: '-start',
  Slut: '-end',
  'Beställda minuter': '-ordered',
  'Utförda minuter': '-performed',
  Status: '-status',
};
export const fieldOfColumn = (column: string | undefined): string => fieldNames[column ?? ''] ?? '';

const names = Object.values(fieldNames);
/** Whether something is wrong in one of a visit's fields: they are shown, so that one is led to. */
export const isWrongWithin = (wrong: ReadonlySet<string>, id: string): boolean =>
  names.some((name) => wrong.has(`${id}${name}`));
