import { plain } from './plain.ts';
import { deathForm, hospitalForm, resumeForm, undoDeathForm } from './shared.ts';

/** What an officer does with an order by filling in a few fields. */
export const officersPlain = {
  /** A private provider is told that there is an assignment: how, when, and how its paper goes out (S-23, S-25). */
  contactProvider: plain('POST /orders/{orderId}/contact', {
    channel: { kind: 'choice', label: (say) => say.channel, options: (say) => say.channels },
    delivery: { kind: 'choice', label: (say) => say.delivery, options: (say) => say.deliveries },
    at: { kind: 'time', label: (say) => say.when, hint: (say) => say.nowHint, optional: true },
  }),
  /** The paper has gone out, as was agreed or otherwise (S-26). */
  deliverSheet: plain('POST /orders/{orderId}/delivery', {
    way: {
      kind: 'choice',
      label: (say) => say.way,
      options: (say) => say.deliveries,
      initial: ({ contact }) => contact?.delivery ?? 'POST',
    },
    at: { kind: 'time', label: (say) => say.when, hint: (say) => say.nowHint, optional: true },
  }),
  /** The order is executed from the day that the provider has told (S-38). */
  executeOrder: plain('POST /orders/{orderId}/execution', {
    executedFrom: { kind: 'day', label: (say) => say.executedFrom, initial: ({ firstVisit }) => firstVisit?.on },
  }),
  /** A later start, by the officer's instruction or as the customer wants (S-14, S-15); one that was moved, earlier again. */
  deferOrder: plain(
    'POST /orders/{orderId}/deferral',
    {
      until: { kind: 'time', label: (say) => say.deferUntil },
      wish: { kind: 'choice', label: (say) => say.wish, options: (say) => say.wishes },
      reason: {
        kind: 'words',
        label: (say) => say.deferReason,
        hint: (say) => say.reasonHint,
        when: (_, { deferral }) => deferral !== undefined,
      },
    },
    { text: (say) => say.deferEarlier },
  ),
  /** An order that was sent by mistake, before it is confirmed (A13). */
  withdrawOrder: plain(
    'POST /orders/{orderId}/withdrawal',
    { reason: { kind: 'words', label: (say) => say.undoReason, hint: (say) => say.reasonHint } },
    { text: (say) => say.withdrawText, check: (say) => say.withdrawCheck, danger: true },
  ),
  reportHospital: hospitalForm,
  /** What is not carried out has been followed up: it is by now, or it is asked about again (S-19, S-37). */
  followUpNotExecuted: plain(
    'POST /orders/{orderId}/not-executed/follow-up',
    { carriedOut: { kind: 'yesNo', label: (say) => say.carriedOut } },
    { text: (say) => say.followUpText },
  ),
  /** The days that the law counts a decision's carrying out from (SoL 34:1). */
  noteDecisionDays: plain(
    'PUT /orders/{orderId}/decision-days',
    {
      code: { kind: 'service', label: (say) => say.daysCode, optional: true },
      decidedOn: { kind: 'day', label: (say) => say.decidedOn, optional: true },
      postponedByCustomer: { kind: 'day', label: (say) => say.postponedByCustomer, optional: true },
      awayFrom: {
        kind: 'day',
        label: (say) => say.awayFrom,
        optional: true,
        when: (_, { started }) => started !== undefined,
      },
      backOn: {
        kind: 'day',
        label: (say) => say.backOn,
        optional: true,
        when: (_, { started }) => started !== undefined,
      },
    },
    { text: (say) => say.daysText },
  ),
  /** When the customer comes home, so that the provider is ready (L-67, L-68). */
  planHomecoming: plain(
    'POST /orders/{orderId}/homecoming',
    { at: { kind: 'time', label: (say) => say.homecomingAt } },
    { text: (say) => say.homecomingText },
  ),
  resumeOrder: resumeForm,
  /** What the customer says of the wish to end (L-71): it is permitted from a day, or all goes on (L-72). */
  verifyEnd: plain(
    'POST /orders/{orderId}/ending/verification',
    {
      contactedAt: { kind: 'time', label: (say) => say.contactedAt },
      result: { kind: 'choice', label: (say) => say.result, options: (say) => say.results },
      lastDay: {
        kind: 'day',
        label: (say) => say.lastDay,
        initial: ({ ending }) => ending?.wishedOn,
        when: ({ result }) => result === 'CONFIRMED',
      },
    },
    { text: (say) => say.verifyText },
  ),
  /** The municipality decides the end without a wish, or another day than it decided, also once that has closed it (L-72). */
  endOrder: plain(
    'POST /orders/{orderId}/ending/decision',
    {
      lastDay: { kind: 'day', label: (say) => say.lastDay },
      reason: { kind: 'words', label: (say) => say.endReason, hint: (say) => say.endReasonHint, optional: true },
    },
    { text: (say) => say.endText },
  ),
  /** A decided end is taken back, and the order goes on (L-72). */
  withdrawEnd: plain(
    'POST /orders/{orderId}/ending/decision/withdrawal',
    { reason: { kind: 'words', label: (say) => say.undoReason, hint: (say) => say.reasonHint } },
    { text: (say) => say.withdrawEndText, check: (say) => say.withdrawEndCheck },
  ),
  reportDeath: deathForm,
  undoDeath: undoDeathForm,
} as const;
