import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said beside a line: where it leads, and of the case's latest months. */
export const sv = {
  toCustomer: 'Kundens sida',
  toCase: 'Akten',
  toOrder: (id: string) => `Beställning ${id}`,
  title: 'Ärendets senaste månader',
  picture: (months: string) => `Beviljad och utförd tid per månad: ${months}`,
  month: 'Månad',
  difference: 'Skillnad',
  more: 'mer',
  less: 'mindre',
  same: 'lika',
  none: 'Det finns inga tidigare månader.',
};

export const en: CatalogueShape<typeof sv> = {
  toCustomer: 'The customer’s page',
  toCase: 'The file',
  toOrder: (id) => `Order ${id}`,
  title: 'The case’s latest months',
  picture: (months) => `Granted and performed time by month: ${months}`,
  month: 'Month',
  difference: 'Difference',
  more: 'more',
  less: 'less',
  same: 'equal',
  none: 'There are no earlier months.',
};
