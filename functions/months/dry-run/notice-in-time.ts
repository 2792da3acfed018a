import { type ClockNight, startSinceMidnight } from './elapsed.ts';
import type { PayRules } from './pay-rules.ts';

/** Whether notice, so many minutes ahead of the day's midnight, came early enough for nothing to be paid (A29). */
export function cameEarly(ahead: number, start: number, night: ClockNight, { bomtidNotice }: PayRules): boolean {
  if (bomtidNotice === 'BEFORE_VISIT_DAY') return ahead > 0;
  const beforeStart = ahead + startSinceMidnight(night, start);
  if (bomtidNotice === 'BEFORE_VISIT') return beforeStart > 0;
  return beforeStart >= 60 * Number(bomtidNotice.slice('HOURS:'.length));
}
