import { plain } from './plain.ts';
import { isOfDead } from './title-of.ts';

/** The customer is home and the services go on (L-68); either side tells. */
export const resumeForm = plain(
  'POST /orders/{orderId}/resumption',
  { on: { kind: 'day', label: (say) => say.resumedOn } },
  { text: (say) => say.resumeText },
);

/** The customer is in hospital (L-58), or has been; whichever side finds out (L-67). */
export const hospitalForm = plain(
  'POST /orders/{orderId}/hospital',
  {
    from: { kind: 'day', label: (say) => say.admittedOn },
    to: { kind: 'day', label: (say) => say.homeOn, hint: (say) => say.homeHint, optional: true },
  },
  { text: (say) => say.hospitalText },
);

/**
 * The customer has died (L-59): it ends every order of the case, so it is looked at once more before it is sent. Told
 * again, with the reason, it puts the day right.
 */
export const deathForm = plain(
  'POST /orders/{orderId}/death',
  {
    date: { kind: 'day', label: (say) => say.deathOn, initial: ({ ending }) => ending?.diedOn },
    reason: {
      kind: 'words',
      label: (say) => say.correctionReason,
      hint: (say) => say.reasonHint,
      when: (_, order) => isOfDead(order),
    },
  },
  {
    text: (say, order) => (isOfDead(order) ? say.deathAgainText : say.deathText),
    check: (say, order) => (isOfDead(order) ? say.deathAgainCheck : say.deathCheck),
  },
);

/** A death that was told by mistake: everything as before it (A73), looked at once more before it is sent. */
export const undoDeathForm = plain(
  'POST /orders/{orderId}/death/withdrawal',
  { reason: { kind: 'words', label: (say) => say.undoReason, hint: (say) => say.reasonHint } },
  { text: (say) => say.undoDeathText, check: (say) => say.undoDeathCheck, danger: true },
);
