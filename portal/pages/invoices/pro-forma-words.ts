import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What an electronic invoice has to say of seller and buyer, by its name in the answer. */
const svFields: Readonly<Record<string, string>> = {
  name: 'namn',
  orgNo: 'organisationsnummer',
  street: 'gatuadress',
  postalCode: 'postnummer',
  city: 'ort',
  endpoint: 'adress i Peppol',
  bankgiro: 'bankgiro eller plusgiro',
  buyerReference: 'referens som köpare',
  vat: 'moms',
};

const enFields: Readonly<Record<string, string>> = {
  name: 'name',
  orgNo: 'organisation number',
  street: 'street',
  postalCode: 'postcode',
  city: 'town',
  endpoint: 'address in Peppol',
  bankgiro: 'bankgiro or plusgiro',
  buyerReference: 'reference as buyer',
  vat: 'tax',
};

/** What only the page of an invoice's basis says. */
export const sv = {
  title: 'Underlag till fakturan',
  whichMissing: 'Välj månad i listan över fakturor.',
  nothing: 'Det finns inget att fakturera för månaden.',
  inside: 'Kommunen bokför sammanställningen själv. Ingen faktura ska skickas.',
  ubl: 'Som elektronisk faktura',
  ublText: 'Öppna filen i ert fakturaprogram. Byt nummer och datum till era egna innan ni skickar den.',
  saveUbl: 'Spara som elektronisk faktura',
  missing: 'Den kan inte göras än. Det här saknas, och administratören fyller i det:',
  fields: (of: 'provider' | 'municipality', field: string) =>
    `${of === 'provider' ? 'Utförarens' : 'Kommunens'} ${svFields[field] ?? field}`,
  files: 'Som CSV och PDF',
  filesText: 'Fakturaunderlaget (CSV) har bara månadens summor. Skriv inget om någon kund på fakturan.',
};

export const en: CatalogueShape<typeof sv> = {
  title: 'Basis of the invoice',
  whichMissing: 'Choose a month in the list of invoices.',
  nothing: 'There is nothing to invoice for the month.',
  inside: 'The municipality books the statement itself. No invoice is to be sent.',
  ubl: 'As an electronic invoice',
  ublText: 'Open the file in your invoicing program. Put your own number and dates in it before you send it.',
  saveUbl: 'Save as an electronic invoice',
  missing: 'It cannot be made yet. This is missing, and the administrator fills it in:',
  fields: (of, field) => `${of === 'provider' ? 'The provider’s' : 'The municipality’s'} ${enFields[field] ?? field}`,
  files: 'As CSV and PDF',
  filesText: 'The basis of the invoice (CSV) has the month’s sums alone. Write nothing of any customer on the invoice.',
};
