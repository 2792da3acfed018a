import type { Letter } from '../../shared/domain/letter.ts';
import type { Instant } from '../../shared/domain/local-time.ts';

/** A letter is promised to leave within so many seconds of what it tells of. */
export const promisedSeconds = 10;

/** Whether a letter that left, or would leave, at `at` keeps the promise. */
export const isPrompt = ({ queuedAt }: Pick<Letter, 'queuedAt'>, at: Instant): boolean =>
  Date.parse(at) - Date.parse(queuedAt) <= promisedSeconds * 1000;

export type Promptness = {
  /** How many have left, how many of them in time, and how many have not left though their time has passed. */
  readonly sent: number;
  readonly inTime: number;
  readonly missed: number;
  /** In per cent of all that should have left, with one decimal, never rounded up to all; none where there were none. */
  readonly share: number | undefined;
};

/** The share of letters that left in time. One that has not left is a miss from its eleventh second, not when it leaves. */
export function promptnessOf(
  sent: readonly { readonly queuedAt: Instant; readonly sentAt: Instant }[],
  unsent: readonly Pick<Letter, 'queuedAt'>[],
  at: Instant,
): Promptness {
  const inTime = sent.filter((one) => isPrompt(one, one.sentAt)).length;
  const missed = unsent.filter((one) => !isPrompt(one, at)).length;
  const all = sent.length + missed;
  const share = all === 0 ? undefined : Math.floor((inTime / all) * 1000) / 10;
  return { sent: sent.length, inTime, missed, share };
}
