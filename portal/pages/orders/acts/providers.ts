import { plain } from './plain.ts';
import { deathForm, hospitalForm, resumeForm, undoDeathForm } from './shared.ts';

/** What a provider does with an order by filling in a few fields. */
export const providersPlain = {
  /** The order has been received, and when it can begin (L-12, L-13). */
  confirmOrder: plain(
    'POST /orders/{orderId}/confirmation',
    { canStartAt: { kind: 'time', label: (say) => say.canStartAt, optional: true } },
    { text: (say) => say.confirmText },
  ),
  /** A full provider says no (A58). */
  rejectOrder: plain(
    'POST /orders/{orderId}/rejection',
    { reason: { kind: 'fixed', value: 'CAPACITY' } },
    { text: (say) => say.rejectText, danger: true },
  ),
  /** A later start, agreed with the customer (S-15). */
  deferOrder: plain(
    'POST /orders/{orderId}/deferral',
    {
      until: { kind: 'time', label: (say) => say.deferUntil },
      reason: {
        kind: 'words',
        label: (say) => say.deferReason,
        hint: (say) => say.reasonHint,
        when: (_, { deferral }) => deferral !== undefined,
      },
    },
    { text: (say) => say.deferText },
  ),
  /** The customer needs more, or something else (L-45, L-57). */
  reportNeed: plain('POST /orders/{orderId}/needs', {
    kind: { kind: 'choice', label: (say) => say.need, options: (say) => say.needs },
    noticedOn: { kind: 'day', label: (say) => say.noticedOn },
    minutesPerMonth: {
      kind: 'minutes',
      label: (say) => say.needed,
      hint: (say) => say.neededHint,
      optional: true,
    },
    text: { kind: 'words', label: (say) => say.needText, hint: (say) => say.wordsHint },
  }),
  /** The customer has declined a visit (L-50). */
  reportDecline: plain(
    'POST /orders/{orderId}/declines',
    {
      on: { kind: 'day', label: (say) => say.declinedOn },
      start: { kind: 'clock', label: (say) => say.declinedAt, hint: (say) => say.declinedHint, optional: true },
      code: { kind: 'service', label: (say) => say.declined, optional: true },
    },
    { text: (say) => say.declineText },
  ),
  reportHospital: hospitalForm,
  resumeOrder: resumeForm,
  /** The customer wishes to end (L-70); the officer speaks with the customer first. */
  requestEnd: plain(
    'POST /orders/{orderId}/ending',
    {
      wishedOn: { kind: 'day', label: (say) => say.wishedOn },
      text: { kind: 'words', label: (say) => say.wishText, hint: (say) => say.wordsHint },
    },
    { text: (say) => say.requestEndText },
  ),
  /** The last day has passed (L-72). */
  closeOrder: plain('POST /orders/{orderId}/closure', {}, { text: (say) => say.closeText }),
  reportDeath: deathForm,
  undoDeath: undoDeathForm,
} as const;
