import type { LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Missing, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';

/** A meeting of two units that was held: who came, and what was said of each of the two things it is for (H-14). */
export type MeetingHeld = {
  readonly on: LocalDate;
  readonly participants: readonly string[];
  readonly quality: string;
  readonly workEnvironment: string;
};

type Meetings = Pick<BuyingPack, 'purchases'>;

/** What a pair of units still has to hold in a calendar year, and when both are reminded of it (H-13, A43). */
export function meetingsLeft(held: readonly Pick<MeetingHeld, 'on'>[], year: string, { purchases }: Meetings) {
  const perYear = purchases.meetings?.perYear ?? 0;
  const left = Math.max(0, perYear - held.filter(({ on }) => on.startsWith(`${year}-`)).length);
  return { left, remindOn: perYear > 0 ? [`${year}-04-01`, `${year}-10-01`] : [] };
}

/** A meeting counts with its two subjects noted; one that left a subject out asks for a reason (H-14). */
export function heldMeeting(
  meeting: MeetingHeld,
  today: LocalDate,
  { purchases: { meetings } }: Meetings,
  reason?: string,
): Result<MeetingHeld, 'not-in-routine' | 'date-ahead' | 'participants-missing' | 'condition-missing'> {
  if (!meetings) return refuse('invalid', 'not-in-routine');
  if (meeting.on > today) return refuse('invalid', 'date-ahead', [{ at: 'body.on', code: 'date-ahead' }]);
  if (new Set(meeting.participants).size < 2) return refuse('invalid', 'participants-missing');
  const isWhole = meeting.quality.trim() !== '' && meeting.workEnvironment.trim() !== '';
  const missing: Missing = { rule: meetings.agenda, level: 'WRN', text: sentence('purchase-meeting-agenda', 'sv') };
  return isWhole || reason?.trim() ? accept(meeting) : lacking('condition-missing', [missing]);
}
