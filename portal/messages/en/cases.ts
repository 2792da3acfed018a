import type { CatalogueShape } from '../catalogue-shape.ts';
import type { cases as sv } from '../sv/cases.ts';

export const cases: CatalogueShape<typeof sv> = {
  title: (caseNo) => `Case ${caseNo}`,
  lead: 'Documents that have been handed in about the case.',
  leadWithFollowUps: 'Documents that have been handed in about the case, and follow-ups.',
  papers: 'Documents',
  papersNone: 'No documents have been handed in yet.',
  kinds: {
    CARE_PLAN: 'Care plan',
    SOCIAL_DOCUMENTATION: 'Social documentation',
    OTHER: 'Other document',
    FORM: 'Form of the choice of provider',
  },
  dated: (day) => `dated ${day}`,
  signed: (day) => `signed by the customer on ${day}`,
  onPaper: 'Handed over on paper: the original is in the file.',
  open: (what) => `Open: ${what}`,
  reason: 'Why do you need to read it?',
  reasonHint: 'The reason is kept in the access log. Write no names or identity numbers.',
  reasonMissing: 'Write why you need to read the document.',
  toOpen: 'Get a link',
  opened: (clock) => `The link is good until ${clock}. Hand it to nobody: whoever has it can read the document.`,
  show: 'Open in a new tab',
  save: 'Save the file',
  expired: 'Get a new link',
  followUps: 'Follow-up',
  followUp: 'Write down a follow-up',
  nextFollowUp: (day) => `Next by ${day}`,
  heldOn: 'Day of the follow-up',
  followUpText: 'What came of it?',
  followUpHint: 'Stays in the system. Write no names or identity numbers.',
};
