import { lapse } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { asksForReview, nextReview, reviewedLast } from './review.ts';

/** The yearly review begins to run with the routine that asks for it (S-60), and stops with one that does not. */
export async function openingReview(
  pack: Pack,
  reviewedOn: LocalDate | undefined,
  at: Instant,
  { table }: Deps,
): Promise<readonly MovedDeadline[]> {
  const standing = (await deadlineStore(table).ofRoutine()).find(({ entity }) => entity.code === 'D41');
  const isOpen = standing?.entity.doneAt === undefined;
  if (!asksForReview(pack)) return standing && isOpen ? [{ next: lapse(standing.entity, at), over: standing }] : [];
  const { subject } = standing?.entity ?? {};
  if (standing && isOpen && subject?.kind === 'routine' && subject.pack === pack.name) return [];
  const next = nextReview(pack, reviewedLast(pack, reviewedOn), dateOf(at));
  return [{ next, ...(standing ? { over: standing } : {}) }];
}
