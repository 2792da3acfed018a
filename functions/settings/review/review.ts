import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { instantAt, type LocalDate, plusDays, plusMonths, swedishDateLong } from '../../../shared/domain/local-time.ts';
import { endOfLimit } from '../../../shared/packs/calendars.ts';
import { givenRule } from '../../../shared/packs/own-rules.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

const daysBefore = 30;

/** Whether the routine is to be reviewed at all, and how often. */
export const asksForReview = ({ params }: Pack): boolean => params['review.months'] > 0;

/** What the year counts from: the last review, or when the routine came into force (S-60). */
export const reviewedLast = (pack: Pack, reviewedOn: LocalDate | undefined): LocalDate =>
  reviewedOn !== undefined && reviewedOn > pack.validFrom ? reviewedOn : pack.validFrom;

/** The review that is due by a day (D41, S-60, N45); soft, for the head. */
const reviewBy = (pack: Pack, day: LocalDate, last: LocalDate): Deadline =>
  begin('D41', {
    rule: givenRule('S-60', pack),
    subject: { kind: 'routine', pack: pack.name },
    dueAt: endOfLimit(day, pack),
    remindAt: instantAt(plusDays(day, -daysBefore), '08:00'),
    why: [
      {
        rule: givenRule('S-60', pack),
        text: `Rutinen ses över var ${pack.params['review.months']}:e månad, räknat från ${swedishDateLong(last)}.`,
      },
    ],
  });

/** The review after the last one. */
export const reviewAfter = (pack: Pack, last: LocalDate): Deadline =>
  reviewBy(pack, plusMonths(last, pack.params['review.months']), last);

/** For a routine that is read in: years that have gone by before the system are nobody's to catch up with. */
export function nextReview(pack: Pack, last: LocalDate, today: LocalDate): Deadline {
  const months = pack.params['review.months'];
  let day = plusMonths(last, months);
  for (let turn = 2; day < today; turn++) day = plusMonths(last, months * turn);
  return reviewBy(pack, day, last);
}
