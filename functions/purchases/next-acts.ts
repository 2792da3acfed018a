import type { Role } from '../../shared/domain/roles.ts';
import { agreementOf } from './agreements/agreement.ts';
import { openUses } from './agreements/draft.ts';
import type { BuyingPack } from './buying-pack.ts';
import { notDecider } from './deciding/decision.ts';
import { registrarOf } from './deciding/registration.ts';
import { managerSide, notAmong, type PurchaseActor, purchaseSide } from './party.ts';
import type { Purchase } from './purchase.ts';
import { isBeforeHelp, isUndecided, isUnderWay } from './purchase-state.ts';

/** Whether somebody may take a step now, as far as role, side and state say it; what else it asks, the step says. */
type MayAct = (purchase: Purchase, actor: PurchaseActor, pack: BuyingPack) => boolean;

const isOrderer: MayAct = (purchase, actor) =>
  purchaseSide(purchase, actor) === 'ORDERING' &&
  (actor.role === 'ordering-manager' || actor.role === 'ordering-officer');
const isOrderingManager: MayAct = (purchase, actor) => managerSide(purchase, actor) === 'ORDERING';
const isPerformer: MayAct = (purchase, actor) => purchaseSide(purchase, actor) === 'RECEIVING';
const isManager: MayAct = (purchase, actor) => managerSide(purchase, actor) !== undefined;
const isTaken = ({ mode, decision }: Purchase): boolean => mode === 'ACUTE' || decision?.accept === true;
const isAlive = (purchase: Purchase): boolean => isBeforeHelp(purchase) || isUnderWay(purchase);

/** The agreements that are open, in a routine that has them. */
const openAgreements = (purchase: Purchase, { purchases }: BuyingPack) =>
  purchases.agreement
    ? openUses(purchase).map((use) => ({ use, agreement: agreementOf(purchase.agreements, use) }))
    : [];
const isAgreementOpen: MayAct = (purchase, actor, pack) =>
  purchaseSide(purchase, actor) !== undefined && openAgreements(purchase, pack).length > 0;
/** Whoever keys a paper, or looks at it again: also those who have the papers in hand. */
const keyers: readonly Role[] = [
  ...(['ordering-manager', 'receiving-manager', 'provider-manager'] as const),
  ...(['ordering-administrator', 'receiving-coordinator'] as const),
];

/** Those who have something of what is made ready to say. */
const preparers: readonly Role[] = [
  ...(['ordering-manager', 'receiving-manager', 'receiving-coordinator', 'contact-person'] as const),
  ...(['provider', 'provider-manager'] as const),
];

/** Who may take each step when, by the names of the ways in. */
const acts: Readonly<Record<string, MayAct>> = {
  withdrawPurchase: (purchase, ...who) =>
    isOrderer(purchase, ...who) && (isBeforeHelp(purchase) || purchase.state === 'declined'),
  resendPurchase: (purchase, ...who) => isOrderer(purchase, ...who) && purchase.state === 'declined',
  sendPurchase: (purchase, actor, { purchases: { message } }) =>
    message !== undefined &&
    notAmong(message.by, actor) === undefined &&
    purchaseSide(purchase, actor) === 'ORDERING' &&
    isUndecided(purchase) &&
    purchase.message === undefined,
  noteDialogue: (purchase, actor, pack) =>
    pack.purchases.dialogue !== undefined && isManager(purchase, actor, pack) && isBeforeHelp(purchase),
  informBinding: (purchase, actor, { purchases: { binding } }) =>
    binding !== undefined &&
    notAmong(binding.by, actor) === undefined &&
    isUndecided(purchase) &&
    purchase.binding === undefined,
  acknowledgeBinding: (purchase, ...who) =>
    isOrderer(purchase, ...who) && purchase.binding !== undefined && purchase.binding.acknowledged === undefined,
  decidePurchase: (purchase, actor, pack) =>
    notDecider(purchase, actor, pack) === undefined && (isUndecided(purchase) || purchase.state === 'change-requested'),
  registerPurchase: (purchase, { role }, pack) =>
    purchase.state === 'registration-ordered' && registrarOf(purchase, pack) === role,
  handOver: (purchase, ...who) => isOrderingManager(purchase, ...who) && isTaken(purchase) && isAlive(purchase),
  prepareReceiver: (purchase, actor) =>
    preparers.includes(actor.role) &&
    purchaseSide(purchase, actor) !== undefined &&
    isTaken(purchase) &&
    isAlive(purchase),
  recordConsent: (purchase, ...who) => isManager(purchase, ...who) && isAlive(purchase),
  forwardInformation: (purchase, ...who) => isManager(purchase, ...who) && isAlive(purchase) && isTaken(purchase),
  markDocumentRead: (purchase, actor, pack) =>
    isPerformer(purchase, actor, pack) &&
    isAlive(purchase) &&
    purchase.handovers.some(({ readBy }) => !readBy.some(({ by }) => by === actor.userId)),
  draftAgreement: (purchase, ...who) => isManager(purchase, ...who) && isAgreementOpen(purchase, ...who),
  signAgreement: (purchase, actor, pack) =>
    isManager(purchase, actor, pack) &&
    openAgreements(purchase, pack).some(({ agreement }) =>
      agreement?.signatures.every(({ by, side }) => by !== actor.userId && side !== managerSide(purchase, actor)),
    ),
  scanAgreement: (purchase, ...who) => keyers.includes(who[0].role) && isAgreementOpen(purchase, ...who),
  checkScan: (purchase, actor, pack) =>
    keyers.includes(actor.role) &&
    purchaseSide(purchase, actor) !== undefined &&
    openAgreements(purchase, pack).some(({ agreement }) => agreement?.scan && agreement.scan.by !== actor.userId),
  startPurchase: (purchase, ...who) =>
    isPerformer(purchase, ...who) && purchase.begun === undefined && isTaken(purchase) && isBeforeHelp(purchase),
  endPurchase: (purchase, ...who) => isPerformer(purchase, ...who) && isUnderWay(purchase),
  reportPurchaseChange: (purchase, actor) => purchaseSide(purchase, actor) !== undefined && isUnderWay(purchase),
  giveNotice: (purchase, actor, pack) =>
    pack.notice !== undefined &&
    isOrderer(purchase, actor, pack) &&
    isUnderWay(purchase) &&
    purchase.state !== 'ending',
  // Around it, from when it was taken on, and afterwards too: what went wrong may be found late.
  openDeviation: (purchase, actor) => purchaseSide(purchase, actor) !== undefined && isTaken(purchase),
  reportInjury: (purchase, actor, pack) =>
    pack.purchases.injury !== undefined && isPerformer(purchase, actor, pack) && isTaken(purchase),
  tellTrainingNeed: (purchase, actor, { purchases }) =>
    purchases.around.training !== undefined && managerSide(purchase, actor) === 'RECEIVING' && isTaken(purchase),
  askInformation: (purchase, actor, { purchases }) =>
    purchases.around.information !== undefined && managerSide(purchase, actor) === 'ORDERING' && isTaken(purchase),
  notePurchase: (purchase, ...who) => isPerformer(purchase, ...who) && isTaken(purchase),
  decideFollowUp: (purchase, ...who) =>
    isManager(purchase, ...who) && purchase.mode === 'ACUTE' && purchase.begun !== undefined && !purchase.ended,
};

/** The steps that somebody may take next, by the names of their ways in. */
export const nextActs = (purchase: Purchase, actor: PurchaseActor, pack: BuyingPack): string[] =>
  Object.keys(acts).filter((act) => acts[act]?.(purchase, actor, pack));
