import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';

/** Where a line is decided: known to who decides in the list too, without the form. */
export const decideRoute = 'PUT /months/{month}/providers/{providerId}/lines/{caseNo}';

export type MonthView = AnswerOf<'GET /months/{month}/providers/{providerId}'>;
export type LineShown = MonthView['lines'][number];
export type TrailEntryShown = AnswerOf<'GET /months/{month}/providers/{providerId}/lines/{caseNo}'>['trail'][number];

export const unpaidOf = ({ unpaid }: Pick<LineShown, 'unpaid'>): number =>
  Object.values(unpaid).reduce((sum, minutes) => sum + minutes, 0);

export const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

export const isMatch = ({ proposal }: LineShown): boolean => proposal.status === 'MATCH';
export const isQuestioned = ({ question, decision }: LineShown): boolean =>
  question !== undefined && decision === undefined;

/** What the proposal rests on, in a few words: the faults of a faulty basis, else why minutes are unpaid. */
export function useReasons(): (of: LineShown['proposal']) => readonly string[] {
  const { month } = useWords();
  return ({ status, faults, unpaid, warnings }) =>
    status === 'FAULTY'
      ? faults.map((code) => month.faults[code] ?? code)
      : [
          ...Object.keys(unpaid).map((code) => month.reasons[code] ?? code),
          ...warnings.map((code) => month.faults[code] ?? code),
        ];
}

/** The month before or after, `2026-10`. */
export function monthBeside(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 15)).toISOString().slice(0, 7);
}

/** The beginning of a checksum, in fours, as people read it to each other. */
export const shortSum = (sha256: string): string => sha256.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
