import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** The forms that a month is filled in on. */
export const sv = {
  title: 'Blanketter',
  fillIn: 'Fyll i månaden här på sidan',
  text: 'Dina ärenden den här månaden är redan ifyllda. Arbetsboken har båda blanketterna och räknar summorna åt dig.',
  save: {
    'xlsx-month': 'Spara arbetsboken (Excel)',
    'csv-report': 'Spara tidsrapporten (CSV)',
    'csv-deviations': 'Spara avvikelseblanketten (CSV)',
    'pdf-month': 'Spara båda för utskrift (PDF)',
  },
  paper: 'På papper: skriv för hand, låt chefen underteckna och skicka in alla sidor till kommunen.',
};

export const en: CatalogueShape<typeof sv> = {
  title: 'Forms',
  fillIn: 'Fill in the month here on the page',
  text: 'Your cases this month are already filled in. The workbook has both forms and makes the sums for you.',
  save: {
    'xlsx-month': 'Save the workbook (Excel)',
    'csv-report': 'Save the time report (CSV)',
    'csv-deviations': 'Save the deviation form (CSV)',
    'pdf-month': 'Save both to print (PDF)',
  },
  paper: 'On paper: write by hand, have the manager sign, and send all pages to the municipality.',
};
