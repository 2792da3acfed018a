import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { isOpenPaper, type MonthPaper } from './paper.ts';

type Person = { readonly userId: string; readonly caseload: string };

/** Whether somebody may open a paper: an officer while it waits for a second person, and of one's own month or reading. */
export const maySee = (
  paper: MonthPaper,
  { userId, role, caseload }: Person & { readonly role: Role },
  officers: ReadonlySet<string>,
): boolean =>
  role === 'administrator' || isOpenPaper(paper) || paper.keyedBy.includes(userId) || officers.has(caseload);

type Over = 'paper-laid' | 'paper-replaced' | 'paper-returned' | 'paper-withdrawn';
type Refused = Over | 'paper-not-keyed' | 'first-mends' | 'four-eyes';

/** Two are two people, neither of them who decides the month's cases: the fault says which of it (A72). */
const fourEyes = (code: 'keyed-it' | 'cases-in-month' | 'read-as-second') =>
  refuse('conflict', 'four-eyes', [{ at: 'path.paperId', code }]);

const overs = {
  laid: 'paper-laid',
  replaced: 'paper-replaced',
  returned: 'paper-returned',
  withdrawn: 'paper-withdrawn',
} as const;

/** Only a paper that waits for somebody is keyed, read or taken back. */
export const underWay = ({ state }: MonthPaper): Result<true, Over> =>
  state in overs ? refuse('conflict', overs[state as keyof typeof overs]) : accept(true);

/**
 * Who keys every row: any administrator until it is all, but nobody who has read it as the second person; after that the
 * first alone, who mends.
 */
export function mayKey(paper: MonthPaper, { userId }: Pick<Person, 'userId'>): Result<true, Refused> {
  const open = underWay(paper);
  if (!open.ok) return open;
  if (paper.second?.by === userId) return fourEyes('read-as-second');
  const isTheirs = paper.state === 'keying' || paper.first?.by === userId;
  return isTheirs ? accept(true) : refuse('conflict', 'first-mends');
}

/**
 * Who reads it after the first: not whoever has keyed it, nor an officer whose cases are in the month, whoever they act
 * for. What two have read differently the first mends; until then there is nothing to read.
 */
export function mayConfirm(
  paper: MonthPaper,
  { userId, caseload }: Person,
  officers: ReadonlySet<string>,
): Result<true, Refused> {
  const open = underWay(paper);
  if (!open.ok) return open;
  const hasKeyed = paper.keyedBy.includes(userId) && paper.second?.by !== userId;
  if (hasKeyed) return fourEyes('keyed-it');
  if (officers.has(userId) || officers.has(caseload)) return fourEyes('cases-in-month');
  if (!paper.first || paper.state === 'keying') return refuse('conflict', 'paper-not-keyed');
  return paper.state === 'differs' ? refuse('conflict', 'first-mends') : accept(true);
}

/** Somebody who holds a role today. */
export type Reader = { readonly userId: string; readonly role: Role; readonly deputyFor?: string | undefined };

/**
 * Those among administrators and officers who may read a paper as the second person. One that nobody has keyed yet is
 * keyed by `keyer`, or else by whichever administrator leaves somebody to read it.
 */
export function secondReaders<One extends Reader>(
  paper: Pick<MonthPaper, 'keyedBy' | 'second'>,
  people: readonly One[],
  officers: ReadonlySet<string>,
  keyer?: string,
): readonly One[] {
  const may = people.filter(
    ({ userId, deputyFor }) =>
      !officers.has(userId) &&
      !(deputyFor !== undefined && officers.has(deputyFor)) &&
      (!paper.keyedBy.includes(userId) || paper.second?.by === userId) &&
      userId !== keyer,
  );
  if (paper.keyedBy.length > 0 || keyer !== undefined) return may;
  const keyers = new Set(people.flatMap(({ userId, role }) => (role === 'administrator' ? [userId] : [])));
  const [only] = keyers.size === 1 ? keyers : [];
  return may.filter(({ userId }) => userId !== only);
}
