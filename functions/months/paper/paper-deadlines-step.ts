import { begin, type Deadline, meet, reopen } from '../../../shared/domain/deadline.ts';
import { type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter, type MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { monthStore } from '../month-store.ts';
import { loadSecondReaders } from './load-second-readers.ts';
import { isOpenPaper, type MonthPaper, receivedAt } from './paper.ts';
import type { Reader } from './readers.ts';

/** How long a paper waits for a person before their task is late: the officers have until the fifth working day. */
const hoursToKey = 24;

type Turn = {
  readonly code: 'D52' | 'D53';
  readonly ref?: string;
  readonly notFor?: string;
  readonly owner?: 'head';
};

/**
 * Whose turn it is, by how far the paper has come: to key it or to mend (D52), to read it after another (D53). Who has
 * keyed it is asked to read it by nobody; where no other administrator may, they ask an officer; where nobody may, the
 * head is to appoint somebody, from the day that the paper is filed (A72).
 */
function turnsOf(paper: Pick<MonthPaper, 'state' | 'first'>, readers: readonly Reader[]): readonly Turn[] {
  const { state, first } = paper;
  const nobody: readonly Turn[] = readers.length === 0 ? [{ code: 'D53', ref: 'nobody', owner: 'head' }] : [];
  if (state === 'keying') return [{ code: 'D52' }, ...nobody];
  if (state === 'differs') return [{ code: 'D52', ref: 'differs' }];
  if (state !== 'keyed') return [];
  if (nobody.length > 0) return nobody;
  if (!readers.some(({ role }) => role === 'administrator')) return [{ code: 'D53', ref: 'ask' }];
  return [{ code: 'D53', ...(first ? { notFor: first.by } : {}) }];
}

/** A mark that the clock put on it while the paper lay in the municipality's house goes again. */
function arrived(one: Deadline, received: Instant): Deadline {
  if (one.doneAt !== undefined) return one;
  if (received > one.dueAt) return meet(one, received);
  const { overdueAt: _, ...rest } = one;
  return { ...rest, state: 'done', doneAt: received };
}

/** The hand-in (D10) as a paper leaves it: what is handed or taken back has not come in, where nothing else has. */
function handInAfter(one: Deadline, paper: MonthPaper, isHandedIn: boolean, received: Instant): Deadline {
  // Handing it in has moved it already.
  if (paper.state === 'laid') return one;
  if (isOpenPaper(paper)) return arrived(one, received);
  return isHandedIn || one.state === 'lapsed' ? one : reopen(one);
}

/**
 * The tasks of a paper as a step leaves it. What came on paper has come in on the day of its stamp, however long it takes
 * to key it: nobody asks the provider for it any more (D10, A59), until it is handed back.
 */
export async function paperDeadlines(paper: MonthPaper, at: Instant, deps: Deps): Promise<readonly MovedDeadline[]> {
  const { month, providerId } = paper;
  const standing = await deadlineStore(deps.table).ofMonth(month, providerId);
  const isHandedIn = (await monthStore(deps.table).find(month, providerId))?.entity.submission !== undefined;
  const turns = turnsOf(paper, isOpenPaper(paper) ? await loadSecondReaders(paper, { at }, deps) : []);
  const opens = turns.map(({ code, owner, ref, notFor }) =>
    begin(code, {
      subject: { kind: 'month', month, providerId, ...(ref ? { ref } : {}), ...(notFor ? { notFor } : {}) },
      dueAt: plusHours(at, hoursToKey),
      why: [],
      ...(owner ? { owner } : {}),
    }),
  );
  const rest = (['D52', 'D53'] as const).filter((code) => turns.every((turn) => turn.code !== code));
  const isOver = paper.state === 'returned' || paper.state === 'withdrawn';
  const received = receivedAt(paper, at);
  const moves = (one: Deadline) => (one.code === 'D10' ? handInAfter(one, paper, isHandedIn, received) : one);
  return deadlinesAfter(standing, { moves, [isOver ? 'lapses' : 'meets']: rest, opens }, at).moved;
}
