import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** Why a file is not what its name says. */
export const sv = {
  WORKBOOK:
    'Filen är en arbetsbok men heter som en textfil. Ge den sitt rätta namn (.xlsx eller .ods), eller spara den som CSV UTF-8.',
  NOT_A_WORKBOOK:
    'Filen heter som en arbetsbok men är ingen, eller är skadad. Öppna den i kalkylprogrammet och spara den på nytt som xlsx, ods eller CSV UTF-8.',
  WRONG_BOOK: 'Filen är en arbetsbok av ett annat slag än namnet säger. Ge den sitt rätta namn, .xlsx eller .ods.',
};

export const en = {
  WORKBOOK:
    'The file is a workbook but is named as a text. Give it its right name (.xlsx or .ods), or save it as CSV UTF-8.',
  NOT_A_WORKBOOK:
    'The file is named as a workbook but is none, or is damaged. Open it in the spreadsheet and save it again as xlsx, ods or CSV UTF-8.',
  WRONG_BOOK: 'The file is a workbook of another kind than its name says. Give it its right name, .xlsx or .ods.',
} satisfies CatalogueShape<typeof sv>;
