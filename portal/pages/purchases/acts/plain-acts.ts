import type { Route } from '../../../api/contract.ts';
import { type PlainForm, plainOf } from '../../../parts/plain/plain-form.ts';
import type { PurchaseActKey, PurchaseActWords, PurchaseShown } from '../purchase-form.ts';

type PurchaseRoute = Extract<Route, `POST /purchases/{purchaseId}/${string}`>;

/** A step of a purchase that is nothing but a few fields. */
export type PlainPurchaseAct = PlainForm<PurchaseShown, PurchaseActWords, PurchaseRoute>;
const plain = plainOf<PurchaseShown, PurchaseActWords, PurchaseRoute>();

const isWarned = (one: PurchaseShown, before: 'decision' | 'start'): boolean =>
  one.conditions.some((asked) => asked.before === before && asked.level === 'WRN' && !asked.met);

/** What is done with a purchase by filling in a few fields, by the names of the ways in. */
export const plainActs = {
  /** Until help has begun. */
  withdrawPurchase: plain(
    'POST /purchases/{purchaseId}/withdrawal',
    { reason: { kind: 'words', label: (say) => say.reason, hint: (say) => say.noNames, optional: true } },
    { text: (say) => say.withdrawText, check: (say) => say.withdrawText, danger: true },
  ),
  /** By word or by telephone; either manager writes it down (H-10 to H-12). */
  noteDialogue: plain(
    'POST /purchases/{purchaseId}/dialogue',
    {
      at: { kind: 'time', label: (say) => say.heldAt },
      outcome: { kind: 'choice', label: (say) => say.outcome, options: (say) => say.outcomes },
      words: { kind: 'words', label: (say) => say.dialogueWords, hint: (say) => say.noNames },
    },
    { text: (say) => say.dialogueText },
  ),
  /** The fixed text that the orderer is told (M-04, M-05). */
  informBinding: plain(
    'POST /purchases/{purchaseId}/binding',
    {},
    { text: (say) => `${say.bindingText} ”${say.bindingFixed}”` },
  ),
  acknowledgeBinding: plain(
    'POST /purchases/{purchaseId}/binding/acknowledgement',
    {},
    { text: (say) => `${say.bindingFixed} ${say.acknowledgeText}` },
  ),
  /** Its own code and reference, by the registrar of the performer's kind (M-08 to M-12). */
  registerPurchase: plain('POST /purchases/{purchaseId}/registration', {
    caseCode: { kind: 'line', label: (say) => say.caseCode },
    reference: { kind: 'line', label: (say) => say.reference },
  }),
  /** The first visit, to the minute: a signature half an hour later is too late (E44). */
  startPurchase: plain('POST /purchases/{purchaseId}/start', {
    at: { kind: 'time', label: (say) => say.visitAt },
    reason: {
      kind: 'words',
      label: (say) => say.reasonForWarned,
      hint: (say) => say.reasonForWarnedHint,
      optional: true,
      when: (_, one) => isWarned(one, 'start'),
    },
  }),
  endPurchase: plain('POST /purchases/{purchaseId}/end', {
    on: { kind: 'day', label: (say) => say.lastDay },
    cause: { kind: 'choice', label: (say) => say.cause, options: (say) => say.causes, initial: () => 'NEED_OVER' },
    reason: { kind: 'words', label: (say) => say.endReason, hint: (say) => say.noNames },
  }),
  /** It holds when both have said the same (H-28, H-29). */
  decideFollowUp: plain(
    'POST /purchases/{purchaseId}/follow-up',
    {
      decision: { kind: 'choice', label: (say) => say.followUpDecision, options: (say) => say.followUpDecisions },
      words: { kind: 'words', label: (say) => say.followUpWords, hint: (say) => say.noNames },
    },
    { text: (say) => say.followUpText },
  ),
} as const satisfies Partial<Record<PurchaseActKey, PlainPurchaseAct>>;
