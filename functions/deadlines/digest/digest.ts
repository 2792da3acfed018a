import { dateOf, endOfDay, type Instant } from '../../../shared/domain/local-time.ts';

/** What a morning's letter says, and all it says: two numbers (J03). */
export type Digest = { readonly count: number; readonly overdue: number };

/** Until when something belongs to the day: its last limit is 24:00 (A18). */
export const digestUntil = (at: Instant): Instant => endOfDay(dateOf(at));

/** What is due today and what is late, each counted once; `undated` waits without a limit. Nothing at all is no letter. */
export function digestOf(dueTimes: readonly Instant[], undated: number, at: Instant): Digest | undefined {
  const overdue = dueTimes.filter((dueAt) => dueAt < at).length;
  const today = dueTimes.filter((dueAt) => dueAt >= at && dueAt <= digestUntil(at)).length;
  const digest = { count: today + undated, overdue };
  return digest.count + digest.overdue > 0 ? digest : undefined;
}
