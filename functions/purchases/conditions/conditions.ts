import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { PurchaseCondition } from '../../../shared/packs/purchase-rules.ts';
import { firstVisitOn } from '../acute/acute-days.ts';
import { type EarlierAcute, recurs } from '../acute/recurrence.ts';
import { agreementOf, signedAt } from '../agreements/agreement.ts';
import { type BuyingPack, groundsOf } from '../buying-pack.ts';
import { type Consent, consentFor } from '../preparing/consent.ts';
import { type Purchase, receiverId } from '../purchase.ts';

/** What is known beside the purchase when it is asked what is missing. */
export type Facts = {
  /** The moment that is asked about: of a start, when it is to take place (E44). */
  readonly at: Instant;
  readonly consents: readonly Consent[];
  /** Other acute help of the same person. */
  readonly earlierAcute: readonly EarlierAcute[];
  /** The day of the person’s death, where they have died, and when they are away (A80). */
  readonly diedOn?: LocalDate | undefined;
  readonly away?: readonly AwayDays[];
  /** By what else the receiver is named in consents: its name, and the ids of those who receive there. */
  readonly receiverNames?: readonly string[];
  /** Other purchases of the same case. */
  readonly beside?: readonly Purchase[];
};

/** Days on which somebody is not at home, to the day home again; why is nobody’s here. */
type AwayDays = { readonly from: LocalDate; readonly to: LocalDate | null };

type IsMet = (purchase: Purchase, facts: Facts, pack: BuyingPack) => boolean;

const isSaid = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';
/** As people write down when something was done: to the minute. */
const minuteOf = (at: Instant): string => at.slice(0, 'YYYY-MM-DDTHH:MM'.length);
const by = (instant: Instant | undefined, limit: Instant): boolean =>
  instant !== undefined && minuteOf(instant) <= minuteOf(limit);

const groundOf = (purchase: Purchase, pack: BuyingPack) =>
  groundsOf(purchase, pack).list.find(({ code }) => code === purchase.grounds.code);

const handedOver =
  (...kinds: readonly Purchase['handovers'][number]['kind'][]): IsMet =>
  ({ handovers }, { at }) =>
    kinds.every((kind) => handovers.some((one) => one.kind === kind && by(one.at, at)));

/** The consent by which something about the person may go to the receiver inside the system (B-06, B-07). */
export const consentToTransfer = (
  purchase: Purchase,
  { at, consents, receiverNames = [] }: Pick<Facts, 'at' | 'consents' | 'receiverNames'>,
): Consent | undefined => {
  const minute = `${minuteOf(at)}:59.999Z`;
  return [receiverId(purchase), ...receiverNames]
    .map((recipient) => consentFor(consents, { kind: 'TRANSFER', recipient, channel: 'SYSM', at: minute }))
    .find((consent) => consent !== undefined);
};

/** The description goes inside the system, so the consent is one that lets it (B-06, B-07). */
const maySend: IsMet = (purchase, facts) => consentToTransfer(purchase, facts) !== undefined;

/** The agreement of planned help is signed by the time it begins; a minute later is too late (H-17, E44). */
const isSignedBefore: IsMet = ({ agreements }, { at }) => by(signedAt(agreementOf(agreements, 'PLANNED')), at);

const usesTemplate: IsMet = ({ agreements }, _facts, { purchases }) =>
  agreementOf(agreements, 'PLANNED')?.template === purchases.agreement?.template;

/** Both managers have named the same plan: it is made together (H-22). */
function jointPlan({ longTermPlan = [] }: Pick<Purchase, 'longTermPlan'>): string | undefined {
  const [ordering, receiving] = (['ORDERING', 'RECEIVING'] as const).map(
    (side) => longTermPlan.findLast((one) => one.side === side)?.planId,
  );
  return ordering === receiving ? ordering : undefined;
}

const hasPlan: IsMet = (purchase, { at, earlierAcute }, pack) =>
  jointPlan(purchase) !== undefined || !recurs(earlierAcute, firstVisitOn(purchase) ?? dateOf(at), pack);

/**
 * When each condition is met. The pack says which are asked, before what, and what it means that one is not: of a request
 * (B-01, B-02, B-13, H-03, H-04, H-15, H-19 to H-21, H-31, M-03, M-25, M-26), of a decision (H-10, H-12, M-04, M-05) and
 * of a start (B-05 to B-09, B-16 to B-18, H-16 to H-18, H-22, H-33, H-39, M-08, M-13).
 */
export const isMet: Readonly<Record<PurchaseCondition, IsMet>> = {
  'own-staffing-excluded': ({ grounds, requested }) => by(grounds.ownStaffingExcludedAt, requested.at),
  'no-employable-relative': ({ grounds }) => isSaid(grounds.noEmployableRelative),
  'point-intervention': ({ grounds }) => grounds.kind === 'POINT',
  'care-only': ({ grounds }) => grounds.careOnly === true,
  'ground-known': (purchase, _facts, pack) => groundOf(purchase, pack) !== undefined || isSaid(purchase.grounds.words),
  'alternatives-considered': (purchase, _facts, pack) => {
    const { relocation, callIn } = purchase.grounds.considered ?? {};
    return groundOf(purchase, pack)?.considered !== true || isSaid(relocation) || isSaid(callIn);
  },
  'arisen-suddenly': ({ arisenAt, requested }) => by(arisenAt, requested.at),
  period: ({ from, to }) => to !== null && from <= to,
  'legal-basis': ({ legalBasis }, _facts, { params }) => legalBasis === params.legalBasis,
  'dialogue-held': ({ dialogue }, { at }) => dialogue.some(({ heldAt }) => by(heldAt, at)),
  'temporary-has-end': ({ dialogue, to }) => dialogue.at(-1)?.outcome !== 'TEMPORARY' || to !== null,
  'binding-told': ({ binding }) => binding !== undefined,
  'actual-cost-told': ({ binding }) => binding !== undefined,
  'binding-acknowledged': ({ binding }) => binding?.acknowledged !== undefined,
  'user-informed': ({ preparation }, { at }) => by(preparation.userInformedAt, at),
  'transfer-consent': maySend,
  'description-handed-over': handedOver('DESCRIPTION'),
  'contact-person': ({ preparation }) => preparation.contactPerson !== undefined,
  'care-plan': ({ preparation }) => preparation.planDocumentId !== undefined,
  'own-journal': ({ preparation }, { at }) =>
    preparation.journalOpenedOn !== undefined && preparation.journalOpenedOn <= dateOf(at),
  'plan-in-journal': ({ preparation }) =>
    preparation.journalOpenedOn !== undefined && preparation.planDocumentId !== undefined,
  'information-handed-over': handedOver('INFORMATION'),
  'risks-readable': handedOver('RISK', 'INSTRUCTION'),
  'agreement-signed': isSignedBefore,
  'template-used': usesTemplate,
  'long-term-plan': hasPlan,
  registered: ({ registration, caseCode }) => registration?.registered !== undefined && caseCode !== undefined,
  'case-worker-contacted': ({ preparation }, { at }) => by(preparation.caseWorkerContactedAt, at),
};
