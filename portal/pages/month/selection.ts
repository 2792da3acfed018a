import { isMatch, isQuestioned, type LineShown } from './lines.ts';

export type Filter = 'left' | 'questions' | 'all';

export const filters: Readonly<Record<Filter, (line: LineShown) => boolean>> = {
  left: ({ decision }) => decision === undefined,
  questions: isQuestioned,
  all: () => true,
};
export const isFilter = (text: string | null): text is Filter => text !== null && text in filters;

type Wanted = {
  readonly filter: Filter;
  readonly search: string;
  /** Stays shown though the filter leaves it out: what has been decided since the list was chosen. */
  readonly kept: ReadonlySet<string>;
  readonly chosen: string;
  readonly isOpen: boolean;
};

/** What is shown of the lines, which one lies open, and where one goes from it. */
export function selectionOf(lines: readonly LineShown[], { filter, search, kept, chosen, isOpen }: Wanted) {
  const found = lines.filter(({ caseNo }) => caseNo.toLowerCase().includes(search.trim().toLowerCase()));
  const shown = found.filter((line) => filters[filter](line) || kept.has(line.caseNo));
  const line = lines.find(({ caseNo }) => caseNo === chosen) ?? shown[0];
  const place = shown.findIndex((one) => one.caseNo === line?.caseNo);
  const isWorthIt = (one: LineShown) => !isMatch(one) && (one === line || !one.decision || !isOpen);
  return {
    shown,
    line,
    /** May be approved together: what matches, and what nothing was handed in of (A81). */
    matching: found.filter(
      (one) => (isMatch(one) || one.proposal.faults[0] === 'NOT_HANDED_IN') && !one.decision && !one.question,
    ),
    left: lines.filter(filters.left),
    /** The nearest deviation before the open line, and after it. */
    before: shown.slice(0, Math.max(place, 0)).findLast(isWorthIt),
    after: shown.slice(place + 1).find(isWorthIt),
  };
}
