import { type Instant, plusMinutes } from '../../../shared/domain/local-time.ts';
import type { Mail } from '../mail.ts';

/** How long before DNS is asked again, in minutes, the first time and at most. */
const [first, longest] = [5, 60];

/** A mail that DNS did not answer for, as it waits to be judged again: twice as long each time, at most an hour. */
export function askedAgain(mail: Mail, at: Instant): Mail {
  const times = (mail.times ?? 0) + 1;
  return { ...mail, times, wakesAt: plusMinutes(at, Math.min(longest, first * 2 ** Math.min(times - 1, 10))) };
}
