import { begin, type Deadline, type DeadlineCode, meet } from '../../../shared/domain/deadline.ts';
import { type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { deadlinesAfter, type MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { type MonthPaper, receivedAt } from './paper.ts';

/** How long a paper waits for a person before their task is late: the officers have until the fifth working day. */
const hoursToKey = 24;

/** Whose turn it is, by how far the paper has come: to key it or to mend (D52), to read it after another (D53). */
function waitsFor({ state }: MonthPaper): { readonly code: DeadlineCode; readonly ref?: string } | undefined {
  if (state === 'keying') return { code: 'D52' };
  if (state === 'differs') return { code: 'D52', ref: 'differs' };
  return state === 'keyed' ? { code: 'D53' } : undefined;
}

/** A mark that the clock put on it while the paper lay in the municipality's house goes again. */
function arrived(one: Deadline, received: Instant): Deadline {
  if (one.doneAt !== undefined) return one;
  if (received > one.dueAt) return meet(one, received);
  const { overdueAt: _, ...rest } = one;
  return { ...rest, state: 'done', doneAt: received };
}

/**
 * The tasks of a paper as a step leaves it. What came on paper has come in on the day of its stamp, however long it takes
 * to key it: nobody asks the provider for it any more (D10, A59).
 */
export async function paperDeadlines(paper: MonthPaper, at: Instant, table: Table): Promise<readonly MovedDeadline[]> {
  const { month, providerId } = paper;
  const standing = await deadlineStore(table).ofMonth(month, providerId);
  const next = waitsFor(paper);
  const opens: Deadline[] = next
    ? [
        begin(next.code, {
          subject: { kind: 'month', month, providerId, ...(next.ref ? { ref: next.ref } : {}) },
          dueAt: plusHours(at, hoursToKey),
          why: [],
        }),
      ]
    : [];
  const meets = (['D52', 'D53'] as const).filter((code) => code !== next?.code);
  const received = receivedAt(paper, at);
  // Handing it in has moved that one already.
  const moves = (one: Deadline) => (one.code === 'D10' && paper.state !== 'laid' ? arrived(one, received) : one);
  return deadlinesAfter(standing, { moves, meets, opens }, at).moved;
}
