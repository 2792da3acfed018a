import * as z from 'zod';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { DeadlineView, deadlineView } from '../../shared/domain/deadline-view.ts';
import { dateOf, Instant, LocalDate } from '../../shared/domain/local-time.ts';
import { acuteDays } from './acute/acute-days.ts';
import { type Agreement, agreementOf, agreementState, PurchaseSide } from './agreements/agreement.ts';
import { agreementAsked, openUses } from './agreements/draft.ts';
import { hasNewTerms } from './agreements/new-terms.ts';
import type { BuyingPack } from './buying-pack.ts';
import type { Facts } from './conditions/conditions.ts';
import { askedOf, ConditionView, missingBefore } from './conditions/missing.ts';
import { mayKnowWhom } from './disclosure.ts';
import { nextActs } from './next-acts.ts';
import { type PurchaseActor, purchaseSide } from './party.ts';
import { Purchase } from './purchase.ts';
import { isBeforeHelp, isUndecided, isUnderWay, lastHelpDay, stateOn } from './purchase-state.ts';

const MissingView = z
  .object({ rule: z.string(), level: z.enum(['BLK', 'WRN']), text: z.string() })
  .meta({ id: 'PurchaseMissing' });

const Party = z.object({ id: z.string(), name: z.string() });

const AgreementView = z
  .object({
    state: z.enum(['NONE', 'DRAFT', 'HALF', 'SIGNED', 'SCANNED']),
    use: z.enum(['PLANNED', 'AFTERWARDS']).meta({ description: 'Before planned help, or after acute help' }),
    sha256: z.string().optional(),
    documentId: z.string().optional(),
    template: z.string().optional(),
    signatures: z.array(
      z.object({
        ...{ by: z.string(), role: z.string(), side: PurchaseSide, at: Instant },
        recordId: z.string().optional().meta({ description: 'The signed record that proves it' }),
      }),
    ),
    scan: z
      .object({
        documentId: z.string(),
        sha256: z.string(),
        page: z.int(),
        by: z.string(),
        at: Instant,
        checkedBy: z.string().optional(),
        recordId: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'PurchaseAgreement' });

/** Whom the help is for, and what is said of them: absent for a performer who may not know it yet. */
const known = {
  caseNo: z.string().optional(),
  caseCode: z.string().optional(),
  grounds: Purchase.shape.grounds.partial().optional(),
  linkedOrderId: z.string().optional(),
} as const;

/** A purchase as both sides see it: how far it has come, what is still missing with its rule in words, what may be done. */
export const PurchaseView = z
  .object({
    ...Purchase.pick({
      ...{ id: true, pack: true, mode: true, state: true, services: true, extent: true, from: true, to: true },
      ...{ arisenAt: true, requested: true, message: true, dialogue: true, binding: true, decision: true },
      ...{ registration: true, handovers: true, preparation: true, changes: true, notices: true, begun: true },
      ...{ ended: true, withdrawn: true, convertedAt: true, remarks: true, longTermPlan: true },
    }).shape,
    ...known,
    version: z.int(),
    side: PurchaseSide.optional().meta({ description: 'Whose side the caller is on; absent for who follows all' }),
    ordering: Party,
    receiver: Party.extend({ kind: z.enum(['municipal', 'private']), isUnit: z.boolean() }),
    declinedBy: z.array(z.object({ receiver: z.string(), at: Instant, reason: z.string().optional() })),
    missing: z.array(MissingView),
    conditions: z
      .array(
        ConditionView.extend({ before: z.enum(['decision', 'start']), met: z.boolean() }).meta({ id: 'PurchaseAsked' }),
      )
      .meta({ description: 'All that the routine asks before the decision and the start, there or not' }),
    agreement: AgreementView,
    agreements: z.array(AgreementView),
    acute: z
      .object({
        firstVisit: LocalDate,
        day: z.int(),
        followUpDue: LocalDate,
        agreementBy: LocalDate,
        decisions: Purchase.shape.followUp,
      })
      .optional(),
    deadlines: z.array(
      DeadlineView.extend({
        ref: z.string().optional().meta({ description: 'What it waits for, where its code has several' }),
      }).meta({ id: 'PurchaseDeadline' }),
    ),
    notice: Purchase.shape.notices.element.optional(),
    away: z
      .array(z.object({ from: LocalDate, to: LocalDate.nullable() }))
      .meta({ description: 'When nobody is at home, to the day home again; why is not said' }),
    lastDay: LocalDate.nullable().meta({ description: 'The last day of help that is known' }),
    next: z.array(z.string()).meta({ description: 'What the caller may do next, by the names of the ways in' }),
  })
  .meta({ id: 'Purchase' });
export type PurchaseView = z.infer<typeof PurchaseView>;

/** What is missing before the next step: of a request its decision and then its start. Help that goes on misses nothing. */
function stillMissing(purchase: Purchase, facts: Facts, pack: BuyingPack) {
  // What both managers wanted planned waits for the agreement of its own (A79).
  if (purchase.state === 'converted-to-planned')
    return missingBefore('start', { ...purchase, mode: 'PLANNED' }, facts, pack).filter(
      ({ rule }) => rule === pack.purchases.agreement?.rule,
    );
  // What was approved of help that goes on waits for an agreement of both (H-17).
  if (isUnderWay(purchase) && hasNewTerms(purchase))
    return missingBefore('start', { ...purchase, agreements: [] }, facts, pack).filter(
      ({ rule }) => rule === pack.purchases.agreement?.rule,
    );
  if (!isBeforeHelp(purchase)) return [];
  const before =
    isUndecided(purchase) && purchase.mode === 'PLANNED' ? missingBefore('decision', purchase, facts, pack) : [];
  return [...before, ...missingBefore('start', purchase, facts, pack)];
}

/** All that is asked before help may begin, there or not: what `missing` is short of. */
function allAsked(purchase: Purchase, facts: Facts, pack: BuyingPack): PurchaseView['conditions'] {
  if (!isBeforeHelp(purchase)) return [];
  const steps = purchase.mode === 'PLANNED' ? (['decision', 'start'] as const) : (['start'] as const);
  return steps.flatMap((before) => askedOf(before, purchase, facts, pack).map((one) => ({ ...one, before })));
}

function agreementView(purchase: Purchase, use: Agreement['use']): z.infer<typeof AgreementView> {
  const agreement = agreementOf(purchase.agreements, use);
  const { checked, signatures: _, ...scan } = agreement?.scan ?? {};
  return {
    state: agreementState(agreement),
    use,
    ...(agreement ? { sha256: agreement.sha256, documentId: agreement.documentId } : {}),
    ...(agreement ? { template: agreement.template } : {}),
    signatures: agreement?.signatures ?? [],
    ...('by' in scan
      ? { scan: { ...scan, ...(checked ? { checkedBy: checked.by, recordId: checked.recordId } : {}) } }
      : {}),
  };
}

/** Every agreement that there is, or is to be: the one asked for first. */
const agreementViews = (purchase: Purchase, { purchases }: BuyingPack) =>
  (['PLANNED', 'AFTERWARDS'] as const)
    .filter((use) => agreementOf(purchase.agreements, use) || (purchases.agreement && openUses(purchase).includes(use)))
    .map((use) => agreementView(purchase, use));

/** What is looked at beside the purchase itself. */
export type Seeing = {
  readonly version: number;
  readonly facts: Facts;
  readonly pack: BuyingPack;
  readonly actor: PurchaseActor;
  readonly deadlines: readonly Deadline[];
  readonly names: { readonly ordering: string; readonly receiver: string };
  readonly boards: { readonly ordering: string | undefined; readonly receiving: string | undefined };
};

/** What was said of whom the help is for, in words that anybody wrote: nothing of it for who may not know. */
const untold = (purchase: Purchase) => ({
  changes: purchase.changes.map((one) => ({ ...one, words: '' })),
  ...{ dialogue: purchase.dialogue.map((one) => ({ ...one, words: '' })), handovers: [], remarks: [] },
});

/** Stays that go on, or are to come (A80): nothing is paid for what is not performed, and whoever performs plans by them. */
const awayFrom = (today: LocalDate, { away = [] }: Facts) => [...away].filter(({ to }) => to === null || to >= today);

const earliestFirst = (one: Deadline, other: Deadline): number =>
  `${one.dueAt} ${one.code}` < `${other.dueAt} ${other.code}` ? -1 : 1;

/** The purchase as it is at a moment, as the contract answers it. */
export function purchaseView(purchase: Purchase, seeing: Seeing): PurchaseView {
  const { version, facts, pack, actor, deadlines, names, boards } = seeing;
  const { caseNo, caseCode, grounds, linkedOrderId, receiver, declinedBy } = purchase;
  const days = acuteDays(purchase, dateOf(facts.at), pack);
  const notice = purchase.notices.at(-1);
  const side = purchaseSide(purchase, actor);
  const isKnown = side !== 'RECEIVING' || mayKnowWhom(purchase, boards, facts, pack);
  // Who follows all purchases knows a case by its number, and nothing that was written about anybody.
  const isTold = isKnown && side !== undefined;
  return {
    ...purchase,
    ...(isTold ? {} : untold(purchase)),
    state: stateOn(purchase, facts.at, pack),
    caseNo: isKnown ? caseNo : undefined,
    caseCode: isKnown ? caseCode : undefined,
    grounds: isTold ? grounds : { code: grounds.code },
    linkedOrderId: isKnown ? linkedOrderId : undefined,
    version,
    side,
    ordering: { id: purchase.orderingUnitId, name: names.ordering },
    receiver: {
      id: receiver.unitId ?? receiver.providerId ?? '',
      name: names.receiver,
      kind: receiver.kind,
      isUnit: receiver.unitId !== undefined,
    },
    // What another performer answered is between it and the orderer.
    declinedBy: (side === 'RECEIVING' ? [] : declinedBy).map(({ receiver: one, decision }) => ({
      receiver: one.unitId ?? one.providerId ?? '',
      at: decision.at,
      ...(decision.reason === undefined ? {} : { reason: decision.reason }),
    })),
    missing: stillMissing(purchase, facts, pack),
    conditions: allAsked(purchase, facts, pack),
    agreement: agreementView(purchase, agreementAsked(purchase)),
    agreements: agreementViews(purchase, pack),
    ...(days
      ? {
          acute: {
            firstVisit: days.firstVisit,
            day: days.day,
            followUpDue: days.followUpDue,
            agreementBy: days.agreementBy,
            decisions: purchase.followUp,
          },
        }
      : {}),
    deadlines: deadlines.toSorted(earliestFirst).map((one) => ({
      ...deadlineView(one),
      ...(one.subject.kind === 'purchase' && one.subject.ref !== undefined ? { ref: one.subject.ref } : {}),
    })),
    ...(notice ? { notice } : {}),
    away: isKnown ? awayFrom(dateOf(facts.at), facts) : [],
    lastDay: lastHelpDay(purchase),
    next: nextActs(purchase, actor, pack),
  };
}
