import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said only where the ledger's payments are read in. */
export const sv = {
  title: 'Betalningar ur reskontran',
  lead: 'Läs in vad som är betalt. Varje rad besvaras för sig.',
  file: 'Fil ur reskontran',
  fileHint: 'CSV i UTF-8 med rubriken Fakturanummer;Organisationsnummer;Betald;Referens;Belopp. Högst 200 rader.',
  fileMissing: 'Välj en fil.',
  submit: 'Läs in',
  done: (taken: number, all: number) => `${taken} av ${all} rader är inlästa nu`,
  left: (count: number) =>
    count === 1 ? '1 rad togs inte emot. Se varför nedan.' : `${count} rader togs inte emot. Se varför nedan.`,
  caption: 'Filens rader',
  row: 'Rad',
  outcome: 'Vad det blev',
  why: 'Varför',
  see: 'Visa fakturan',
  outcomes: { taken: 'Inläst', already: 'Redan inläst', unknown: 'Okänd', differing: 'Stämmer inte' },
  outcomeTexts: {
    taken: 'Fakturan är betald.',
    already: 'Samma betalning är inläst förut.',
    unknown: 'Ingen faktura med det numret.',
    differing: 'Betalningen är inte som fakturan.',
  },
  codes: {
    'invoice-not-found': 'Ingen faktura med det numret från den säljaren.',
    'payment-amount-differs': 'Beloppet är inte fakturans.',
    'payment-differs': 'Fakturan är redan betald, en annan dag eller med en annan referens.',
    'invoice-not-exported': 'Fakturan är inte lämnad till bokföringen än.',
    'invoice-returned': 'Fakturan är återsänd.',
  },
};

export const en: CatalogueShape<typeof sv> = {
  title: 'Payments from the ledger',
  lead: 'Read in what has been paid. Each row is answered by itself.',
  file: 'File from the ledger',
  fileHint: 'CSV in UTF-8 with the header Fakturanummer;Organisationsnummer;Betald;Referens;Belopp. At most 200 rows.',
  fileMissing: 'Choose a file.',
  submit: 'Read in',
  done: (taken, all) => `${taken} of ${all} rows are read in now`,
  left: (count) =>
    count === 1 ? '1 row was not taken. See why below.' : `${count} rows were not taken. See why below.`,
  caption: 'Rows of the file',
  row: 'Row',
  outcome: 'What became of it',
  why: 'Why',
  see: 'Show the invoice',
  outcomes: { taken: 'Read in', already: 'Read in before', unknown: 'Unknown', differing: 'Does not agree' },
  outcomeTexts: {
    taken: 'The invoice is paid.',
    already: 'The same payment was read in before.',
    unknown: 'No invoice has that number.',
    differing: 'The payment is not as the invoice.',
  },
  codes: {
    'invoice-not-found': 'No invoice has that number from that seller.',
    'payment-amount-differs': 'The amount is not the invoice’s.',
    'payment-differs': 'The invoice is already paid, on another day or with another reference.',
    'invoice-not-exported': 'The invoice has not been handed to the bookkeeping yet.',
    'invoice-returned': 'The invoice has been returned.',
  },
};
