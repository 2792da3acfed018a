import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { kindOf } from '../../../shared/domain/deadline-kinds.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { swedishDate } from '../../../shared/domain/swedish-date.ts';
import { endOfLimit } from '../../../shared/packs/calendars.ts';
import type { PurchaseSide } from '../agreements/agreement.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';
import { taskBy } from '../purchase-dates.ts';
import { managersSide } from '../whose-deadline.ts';
import { investigationBy } from './injury.ts';

/** What is about something beside the purchase is known by what, and by its id after a colon. */
const besideRef = (what: string, id: string): string => `${what}:${id}`;
export const isBeside = (ref: string | undefined): boolean => ref?.includes(':') === true;
/** Whether a deadline is about something beside the purchase, by its id. */
export const isAbout = ({ subject }: Deadline, id: string): boolean =>
  'ref' in subject && subject.ref?.endsWith(`:${id}`) === true;

type Waiting = {
  readonly what: 'deviation' | 'training' | 'question';
  readonly id: string;
  readonly at: Instant;
  readonly owner: PurchaseSide;
  readonly rule?: string | undefined;
};

/** Its owner's managers see to it; the routine gives no days for that (A53, D40). */
export function seenToBy(
  purchase: Purchase,
  { what, id, at, owner, rule = kindOf('D40').rule }: Waiting,
  pack: BuyingPack,
): Deadline {
  const { id: purchaseId, caseNo } = purchase;
  const text = `Rutinen anger ingen tid; ${pack.params['task.defaultDays']} vardagar från ${swedishDate(dateOf(at))} (A53).`;
  return begin('D40', {
    subject: { kind: 'purchase', purchaseId, caseNo, ref: besideRef(what, id) },
    ...{ rule, dueAt: endOfLimit(taskBy(at, pack), pack), why: [{ rule, text }] },
    ...managersSide(purchase, owner),
  });
}

/** The performer's manager investigates an injury and tells the orderer's what is done (H-40, H-41, D37); softly. */
export function investigatedBy(purchase: Purchase, { id, at }: Pick<Waiting, 'id' | 'at'>, pack: BuyingPack): Deadline {
  const { id: purchaseId, caseNo } = purchase;
  const rule = pack.purchases.injury?.investigated ?? kindOf('D37').rule;
  const text = `Anmäld ${swedishDate(dateOf(at))}; utreds inom ${pack.params['injury.days']} dagar.`;
  return begin('D37', {
    subject: { kind: 'purchase', purchaseId, caseNo, ref: besideRef('injury', id) },
    ...{ rule, dueAt: endOfLimit(investigationBy({ reported: { at } }, pack), pack), why: [{ rule, text }] },
    ...managersSide(purchase, 'RECEIVING'),
  });
}
