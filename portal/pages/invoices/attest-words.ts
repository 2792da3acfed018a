import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What only the page of an attestation says. */
export const sv = {
  title: 'Kontrollera och attestera fakturan',
  standing: 'Fakturan är redan attesterad',
  standingText: 'Inget mer behöver undertecknas av dig.',
  second: 'Det här är den andra attesten.',
  toInvoice: 'Till fakturan',
};

export const en: CatalogueShape<typeof sv> = {
  title: 'Check and attest the invoice',
  standing: 'The invoice is attested already',
  standingText: 'Nothing more is to be signed by you.',
  second: 'This is the second attestation.',
  toInvoice: 'To the invoice',
};
