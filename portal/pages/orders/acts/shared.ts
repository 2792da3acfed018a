import { plain } from './plain.ts';

/** The customer is home and the services go on (L-68); either side tells. */
export const resumeForm = plain(
  'POST /orders/{orderId}/resumption',
  { on: { kind: 'day', label: (say) => say.resumedOn } },
  { text: (say) => say.resumeText },
);

/** The customer has died (L-59): it ends every order of the case, so it is looked at once more before it is sent. */
export const deathForm = plain(
  'POST /orders/{orderId}/death',
  { date: { kind: 'day', label: (say) => say.deathOn } },
  { text: (say) => say.deathText, check: (say) => say.deathCheck },
);
