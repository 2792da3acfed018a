import type { CatalogueShape } from '../catalogue-shape.ts';
import type { nurse as sv } from '../sv/nurse.ts';

export const nurse: CatalogueShape<typeof sv> = {
  title: 'Notices to home nursing',
  lead: 'Which provider an enrolled customer has got, and when a provider ends.',
  none: 'No notices yet. Here it says when a customer who is enrolled with you gets or changes provider.',
  fresh: 'New',
  read: 'I have read it',
  all: 'All notices',
};
