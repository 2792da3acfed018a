import { begin, type Deadline, type DeadlineCode } from '../../shared/domain/deadline.ts';
import { dateOf, endOfDay, type Instant, instantAt, startOfDay } from '../../shared/domain/local-time.ts';
import { swedishDate } from '../../shared/domain/swedish-date.ts';
import { endOfLimit } from '../../shared/packs/calendars.ts';
import { acuteDays } from './acute/acute-days.ts';
import { jointDecision } from './acute/follow-up.ts';
import { agreementOf, type PurchaseSide, signedAt } from './agreements/agreement.ts';
import { isBeside } from './around/around-deadlines.ts';
import { askedBefore, type BuyingPack } from './buying-pack.ts';
import { registrarOf } from './deciding/registration.ts';
import type { Purchase } from './purchase.ts';
import { periodEndToldOn, registrationBy, taskBy } from './purchase-dates.ts';
import { isUndecided, isUnderWay } from './purchase-state.ts';
import { managersSide, sides, type WhoseTask } from './whose-deadline.ts';

/** Something that a purchase waits for: whose it is, until when, and whether it is there. */
type Awaited = {
  readonly code: DeadlineCode;
  /** Tells those of one kind apart. */
  readonly ref: string;
  readonly rule: string;
  readonly text: string;
  readonly whose: WhoseTask;
  readonly dueAt: Instant;
  readonly remindAt?: Instant;
  readonly isThere: boolean;
};

/** Whoever decides by the pack: the performer's manager, or a role of the municipality's (B-03, H-07, M-06). */
function decidersOf(purchase: Purchase, { purchases }: BuyingPack): WhoseTask {
  const { by } = purchases.decision;
  const [first] = by;
  const isPerformers = by.includes('receiving-manager') || by.includes('provider-manager');
  return isPerformers || first === undefined ? managersSide(purchase, 'RECEIVING') : { owner: first };
}

/** By which rule more, or longer, is approved (M-24), or a request is. */
const changeRule = ({ purchases: { changes, decision } }: BuyingPack): string => changes?.increase ?? decision.rule;

/** An answer, then what the performer makes ready where the routine asks for it; softly (D40, A53). */
function answers(purchase: Purchase, pack: BuyingPack): readonly Awaited[] {
  const { decision, requested, preparation } = purchase;
  const days = `${pack.params['task.defaultDays']} vardagar`;
  const asked = askedBefore('start', purchase, pack);
  const contact = asked.find(({ what }) => what === 'contact-person');
  const plan = asked.find(({ what }) => what === 'care-plan');
  const found: Awaited[] = [];
  if (isUndecided(purchase) || decision)
    found.push({
      ...{ code: 'D40', ref: 'decision', rule: pack.purchases.decision.rule, whose: decidersOf(purchase, pack) },
      dueAt: endOfLimit(taskBy(requested.at, pack), pack),
      text: `Rutinen anger ingen tid; ${days} från ${swedishDate(dateOf(requested.at))} (A53).`,
      isThere: decision !== undefined,
    });
  const change = purchase.changes.findLast(({ from }) => from === 'ORDERING');
  if (change && (purchase.state === 'change-requested' || change.decision))
    found.push({
      ...{ code: 'D40', ref: 'change', rule: changeRule(pack), whose: decidersOf(purchase, pack) },
      dueAt: endOfLimit(taskBy(change.at, pack), pack),
      text: `Rutinen anger ingen tid; ${days} från ${swedishDate(dateOf(change.at))} (A53).`,
      isThere: change.decision !== undefined,
    });
  if (!decision?.accept) return found;
  const since = `Rutinen anger ingen tid; ${days} från ${swedishDate(dateOf(decision.at))} (A53).`;
  const dueAt = endOfLimit(taskBy(decision.at, pack), pack);
  const whose = managersSide(purchase, 'RECEIVING');
  const isNamed = preparation.contactPerson !== undefined;
  if (contact)
    found.push({
      ...{ code: 'D40', ref: 'contact', rule: contact.rule, whose, dueAt },
      ...{ text: since, isThere: isNamed },
    });
  if (plan && isNamed)
    found.push({
      ...{ code: 'D40', ref: 'plan', rule: plan.rule, dueAt, text: since },
      whose: { ...whose, ...(whose.roles ? { roles: [...whose.roles, 'contact-person'] } : {}) },
      isThere: preparation.planDocumentId !== undefined,
    });
  return found;
}

/** The registration that was ordered with the approval (D30, M-07, M-11); softly. */
function registrations(purchase: Purchase, pack: BuyingPack): readonly Awaited[] {
  const [by, registrar] = [registrationBy(purchase, pack), registrarOf(purchase, pack)];
  if (by === undefined || registrar === undefined || !pack.purchases.registration) return [];
  const { ordered } = pack.purchases.registration;
  return [
    {
      ...{ code: 'D30', ref: 'registration', rule: ordered, whose: { owner: registrar } },
      dueAt: endOfLimit(by, pack),
      text: `Registreringen beställdes med godkännandet; ${pack.params['purchase.registrationDays']} vardagar, senast ${swedishDate(by)}.`,
      isThere: purchase.registration?.registered !== undefined,
    },
  ];
}

/** Both sign before planned help begins (D34, H-17), also where it has been acute (A79). */
function agreements(purchase: Purchase, pack: BuyingPack): readonly Awaited[] {
  const { purchases } = pack;
  if (!purchases.agreement) return [];
  const { rule } = purchases.agreement;
  const agreement = agreementOf(purchase.agreements, 'PLANNED');
  const isSigned = (side: PurchaseSide) =>
    signedAt(agreement) !== undefined || agreement?.signatures.some((one) => one.side === side) === true;
  const awaited = (side: PurchaseSide) => ({
    ...{ code: 'D34' as const, rule, whose: managersSide(purchase, side), isThere: isSigned(side) },
  });
  if (purchase.mode === 'PLANNED' && purchase.decision?.accept && !purchase.begun)
    return sides.map((side) => ({
      ...awaited(side),
      ref: side,
      dueAt: startOfDay(purchase.from),
      text: `Hjälpen börjar ${swedishDate(purchase.from)}; båda cheferna undertecknar innan.`,
    }));
  // What both want planned is acute until its own agreement has been signed (A79); the routine gives no days for that.
  const isConverting = jointDecision(purchase) === 'PLANNED' && !purchase.ended;
  const saidAt = purchase.followUp.at(-1)?.at;
  if (!isConverting || saidAt === undefined) return [];
  const days = `${pack.params['task.defaultDays']} vardagar från ${swedishDate(dateOf(saidAt))}`;
  return sides.map((side) => ({
    ...awaited(side),
    ref: `planned-${side}`,
    dueAt: endOfLimit(taskBy(saidAt, pack), pack),
    text: `Båda cheferna vill att hjälpen planeras; avtalet undertecknas inom ${days} (A53). Hjälpen fortsätter som akut tills dess.`,
  }));
}

/** What acute help waits for: the joint decision (D32, H-28, H-29) and the agreement afterwards (D33, H-30), of each manager. */
function acutes(purchase: Purchase, pack: BuyingPack): readonly Awaited[] {
  const { acute } = pack;
  const wasAcute = purchase.mode === 'ACUTE' || purchase.convertedAt !== undefined;
  if (!acute || !wasAcute || !purchase.begun) return [];
  const days = acuteDays({ ...purchase, mode: 'ACUTE' }, purchase.from, pack);
  if (!days) return [];
  const { followUpDue, warnOn, agreementBy, remindOn, firstVisit } = days;
  const first = `Första besöket var ${swedishDate(firstVisit)}`;
  const isSigned = signedAt(agreementOf(purchase.agreements, 'AFTERWARDS')) !== undefined;
  const isOver = purchase.ended !== undefined && purchase.ended.on < followUpDue && !jointDecision(purchase);
  return sides.flatMap((side): readonly Awaited[] => [
    ...(isOver
      ? []
      : [
          {
            ...{ code: 'D32' as const, ref: side, rule: acute.followUp.rule, whose: managersSide(purchase, side) },
            ...{ dueAt: startOfDay(followUpDue), remindAt: instantAt(warnOn, '07:00') },
            text: `${first}; dag ${acute.followUp.day} är ${swedishDate(followUpDue)}. Båda cheferna säger samma.`,
            isThere: jointDecision(purchase) !== undefined || purchase.ended !== undefined,
          },
        ]),
    {
      ...{ code: 'D33' as const, ref: side, rule: acute.afterwards, whose: managersSide(purchase, side) },
      ...{ dueAt: endOfDay(agreementBy), remindAt: instantAt(remindOn, '07:00') },
      text: `${first}; avtalet i efterhand undertecknas senast ${swedishDate(agreementBy)}. Underlaget väntar, inte hjälpen.`,
      isThere: isSigned,
    },
  ]);
}

/** The agreed period comes to its end (D29, M-03): the orderer says in time whether help is to go on. */
function periodEnds(purchase: Purchase, pack: BuyingPack): readonly Awaited[] {
  const told = periodEndToldOn(purchase, pack);
  if (told === undefined || purchase.to === null || !isUnderWay(purchase)) return [];
  return [
    {
      ...{ code: 'D29', ref: 'period', rule: pack.notice?.ending ?? '', whose: managersSide(purchase, 'ORDERING') },
      ...{ dueAt: endOfDay(purchase.to), remindAt: instantAt(told, '07:00') },
      text: `Beställningen gäller till ${swedishDate(purchase.to)}.`,
      isThere: purchase.state === 'ending',
    },
  ];
}

const isOver = ({ state, ended }: Purchase): boolean => state === 'closed' || ended !== undefined;

/** Help that is over waits for nothing but the agreement that lets its basis go (H-30). */
function awaitedOf(purchase: Purchase, pack: BuyingPack): readonly Awaited[] {
  if (purchase.state === 'withdrawn') return [];
  const found = [answers, registrations, agreements, acutes, periodEnds].flatMap((one) => one(purchase, pack));
  return isOver(purchase) ? found.filter(({ code, isThere }) => isThere || code === 'D33') : found;
}

const keyOf = ({ code, ref }: { readonly code: string; readonly ref?: string | undefined }): string =>
  `${code}/${ref ?? ''}`;
const refOf = ({ subject }: Deadline): string | undefined => ('ref' in subject ? subject.ref : undefined);

function asDeadline(purchase: Purchase, awaited: Awaited): Deadline {
  const { id: purchaseId, caseNo } = purchase;
  const { code, ref, rule, text, whose, dueAt, remindAt } = awaited;
  return begin(code, {
    ...{ subject: { kind: 'purchase', purchaseId, caseNo, ref }, dueAt, rule, why: [{ rule, text }] },
    ...(remindAt === undefined || remindAt >= dueAt ? {} : { remindAt }),
    ...whose,
  });
}

export type DeadlinePlan = {
  readonly opens: readonly Deadline[];
  readonly meets: (deadline: Deadline) => boolean;
  readonly lapses: (deadline: Deadline) => boolean;
};

/** Those that follow from the purchase alone; others beside it are moved by what they are about. */
const followed: readonly DeadlineCode[] = ['D29', 'D30', 'D32', 'D33', 'D34', 'D40'];

/**
 * What a step does to a purchase's deadlines, all of which follow from the purchase: what it now waits for is opened,
 * what is there is met, and what nobody waits for any more lapses. One whose day or owner has become another is opened
 * anew over the old one.
 */
export function purchaseDeadlines(purchase: Purchase, standing: readonly Deadline[], pack: BuyingPack): DeadlinePlan {
  const awaited = new Map(awaitedOf(purchase, pack).map((one) => [keyOf(one), one]));
  const of = (deadline: Deadline) => awaited.get(keyOf({ code: deadline.code, ref: refOf(deadline) }));
  const byKey = new Map(standing.map((one) => [keyOf({ code: one.code, ref: refOf(one) }), one]));
  const opens = [...awaited].flatMap(([key, one]) => {
    if (one.isThere) return [];
    const known = byKey.get(key);
    const next = asDeadline(purchase, one);
    const isSame = known && known.doneAt === undefined && known.dueAt === next.dueAt && known.owner === next.owner;
    return isSame ? [] : [next];
  });
  return {
    opens,
    meets: (deadline) => of(deadline)?.isThere === true,
    lapses: (deadline) => followed.includes(deadline.code) && !isBeside(refOf(deadline)) && of(deadline) === undefined,
  };
}
