import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { ToldFact } from './told-fact.ts';

/** A move of the task about one fact that a form told of, where it waits; every other deadline stays. */
export const isAboutFact =
  (factId: string, move: (deadline: Deadline) => Deadline) =>
  (deadline: Deadline): Deadline =>
    isTold(deadline, factId) && deadline.doneAt === undefined ? move(deadline) : deadline;

const isTold = ({ code, subject }: Deadline, factId: string): boolean =>
  code === 'D47' && 'ref' in subject && subject.ref === factId;

/** The task about a death that a form told of: it is no more, once the death is known. */
export const isToldDeath = (deadline: Deadline): boolean => isTold(deadline, 'DEATH');

/** The task about the same stay, once that is known as far as the form can know it. */
export const isToldStay =
  ({ from }: { readonly from: LocalDate }) =>
  (deadline: Deadline): boolean =>
    isTold(deadline, `HOSPITAL-${from}`);

/** The officer has said what becomes of a fact; once, and not of one that the form says nothing of any more. */
export function settleFact(
  told: ToldFact,
  settled: {
    readonly as: 'TAKEN_OVER' | 'DISMISSED';
    readonly at: Instant;
    readonly by: string;
    readonly reason?: string;
  },
): Result<ToldFact, 'fact-settled'> {
  return told.settled ? refuse('conflict', 'fact-settled') : accept({ ...told, settled });
}
