import type { CatalogueShape } from '../catalogue-shape.ts';
import type { switchActs as sv } from '../sv/switch-acts.ts';

export const switchActs: CatalogueShape<typeof sv> = {
  tellText: 'Both are told at once, in the way that the routine has for each. The letter names nobody.',
  calledOut: (name) => `${name} was phoned`,
  callHint: 'Leave empty to tell them now.',
  on: 'The new provider’s first day',
  lastDay: 'Your last day',
  onHint: (earliest, latest) => `The switch can take place ${earliest} – ${latest}.`,
  lastDayHint: (earliest, latest) =>
    `The new provider begins on the day after, which is to be ${earliest} – ${latest}.`,
  dateReasonHint: 'Needed when the day lies outside the window or has passed. Write no names.',
  wishedByCustomer: 'It is the customer’s own day',
  askConsent: 'Does the customer want the documentation to be shared with the new provider?',
  documentsHint: 'What does not go to the new provider goes to the officer, in date order.',
  documentNo: (nr) => `Document ${nr}`,
  goesTo: 'Goes to',
  addDocument: 'Add a document',
  removeDocument: 'Remove',
  contactText: 'You have spoken with the customer and planned the take-over.',
  callOffText: 'The customer stays. Everything is put back as it was before the switch.',
  reasonMissing: 'Write why',
};
