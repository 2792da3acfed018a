import type { CatalogueShape } from '../catalogue-shape.ts';
import type { sample as sv } from '../sv/sample.ts';

export const sample: CatalogueShape<typeof sv> = {
  title: 'The month’s random sample',
  lead: (month, share) =>
    `Chance picks ${share} per cent of each provider’s cases in ${month}, at least one. Nobody chooses, and nobody knows which before the providers have had their first working day to hand in.`,
  none: 'The month has no sample',
  noneText: 'The sample is bound when the month is opened, in the night to the 1st.',
  waiting: (when) => `The cases are shown ${when}`,
  waitingText:
    'The first working day is over then. Until that nobody knows which they are, nor do the system’s own pages.',
  afterHandIn: 'You see your cases when you have handed in the month and no correction is waited for.',
  bound: 'Bound to',
  boundAt: 'Bound',
  seed: 'The seed',
  verify:
    'The checksum (SHA-256) was published before anybody handed in. Whoever has the seed can draw the same cases: utfort sample --seed SEED --cases FILE --month MONTH.',
  proof: 'How it can be checked',
  nobody: 'None of your cases is in it this month.',
  caption: 'Cases in the sample',
  columns: { caseNo: 'Case', provider: 'Provider', customer: 'The customer', visitNotes: 'Visit notes' },
  left: (count, all) => `${all - count} of ${all} looked into. Nothing else waits for it.`,
  notYet: 'Not looked into',
  comment: 'Note',
  commentHint: 'Stays in the system and is read by you and the head. Write no names or personal numbers.',
  customer: {
    question: 'What does the customer say of the reported time?',
    AGREES: 'It is right',
    DIFFERS: 'It is not right',
    NOT_ASKED: 'Could not be asked',
    missing: 'Choose what the customer says.',
  },
  visitNotes: {
    question: 'What do the visit notes say?',
    AGREES: 'They agree',
    DIFFERS: 'They differ',
    NOT_READ: 'Not read',
    missing: 'Choose what the visit notes say.',
  },
  save: 'Save',
  change: 'Change',
  saved: (caseNo) => `Case ${caseNo} is saved.`,
};
