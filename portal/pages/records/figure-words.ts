import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said of a figure of a statement when it is opened: how it comes about. */
export const sv = {
  own: (time: string, rate: string) => `${time} gånger ${rate} per timme, avrundat till närmaste öre.`,
  from: (month: string) => `Det som var under noll i sammanställningen för ${month}`,
  noEarlier: 'Ingen tidigare sammanställning hittades.',
  below: 'Summan är under noll. Det som saknas dras av i nästa sammanställning.',
  nothing: 'Summan är under noll, så inget faktureras.',
};

export const en: CatalogueShape<typeof sv> = {
  own: (time, rate) => `${time} times ${rate} an hour, rounded to the nearest öre.`,
  from: (month) => `What was below zero in the statement of ${month}`,
  noEarlier: 'No earlier statement was found.',
  below: 'The sum is below zero. What is missing is taken off the next statement.',
  nothing: 'The sum is below zero, so nothing is invoiced.',
};
