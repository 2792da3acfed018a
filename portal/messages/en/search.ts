import type { CatalogueShape } from '../catalogue-shape.ts';
import type { search as sv } from '../sv/search.ts';

export const search: CatalogueShape<typeof sv> = {
  title: 'Find a customer',
  lead: 'The search and its reason are kept in the access log.',
  who: 'Name or personal number',
  whoHint: 'Whole words of the name, or the whole number. Hyphens and accents may be left out.',
  whoMissing: 'Write a name or a personal number.',
  why: 'Why are you searching?',
  reasons: {
    calls: 'The customer is calling',
    relative: 'A relative is calling',
    provider: 'The provider asks',
    other: 'Another reason',
  },
  whyMissing: 'Choose why you are searching.',
  other: 'The reason, without names and numbers',
  otherMissing: 'Write the reason, at least three characters.',
  go: 'Search',
  searching: 'Searching',
  found: (n) => (n === 0 ? 'Nobody found' : n === 1 ? '1 person' : `${n} people`),
  foundCases: (n) => (n === 1 ? '1 case' : `${n} cases`),
  none: 'Check the spelling, or search by the whole number. Customers with protected identity are shown to their own officer only.',
  more: 'There may be more. Write more of the name, or the whole number.',
  oneOf: (caseNo) => `Case ${caseNo}`,
  sameHolder: (n) => `The same person has ${n} cases.`,
  officer: (name) => `Officer: ${name}`,
  anothers: 'Another officer’s case',
  noProvider: 'No provider has the customer now.',
};
