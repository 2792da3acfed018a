import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said before a report is signed, of earlier months that still wait for a decision. */
export const sv = {
  title: 'Justeringar av tidigare månader väntar på beslut',
  more: (n: number) => `och ${n} till`,
  text: 'De följer inte med den här rapporten. Bestäm dem först om de ska med, annars följer de med nästa.',
};

export const en: CatalogueShape<typeof sv> = {
  title: 'Adjustments of earlier months wait to be decided',
  more: (n) => `and ${n} more`,
  text: 'They do not go with this report. Decide them first if they are to, otherwise they go with the next.',
};
