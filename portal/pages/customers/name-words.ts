import { useOwnWords } from '../../app/language.ts';
import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

const sv = {
  customer: 'Kund',
  hidden: 'skyddad',
  show: 'Visa kundernas namn',
  showText: 'Läsningen sparas i åtkomstloggen.',
  orders: 'egen lista över beställningar',
  month: 'egen lista i avstämningen',
};
const en: CatalogueShape<typeof sv> = {
  customer: 'Customer',
  hidden: 'protected',
  show: 'Show the customers’ names',
  showText: 'The reading is kept in the access log.',
  orders: 'own list of orders',
  month: 'own list in the reconciliation',
};

/** The words of the names in a list come along with them, to lists of several areas. */
export const useNameWords = () => useOwnWords(sv, en);
