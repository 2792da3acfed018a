import { LocalDate } from '../../../shared/domain/local-date.ts';
import { exactIn } from './exact.ts';
import type { InvoiceText } from './invoice.ts';
import { withAll, type XmlElement } from './xml-element.ts';

const seller = /^\/(?:Invoice|CreditNote)\/cac:AccountingSupplierParty\//;
const sellersNumber =
  /\/(?:cbc:EndpointID|cac:PartyIdentification(?:\[\d+\])?\/cbc:ID|cac:PartyLegalEntity(?:\[\d+\])?\/cbc:CompanyID|cac:PartyTaxScheme(?:\[\d+\])?\/cbc:CompanyID)$/;
const series =
  /^\/(?:Invoice|CreditNote)\/cbc:ID$|\/cbc:PaymentID(?:\[\d+\])?$|\/cac:InvoiceDocumentReference(?:\[\d+\])?\/cbc:ID$/;
const figure = /(?:Amount|Quantity|Percent|Numeric|Rate|Date|Measure)(?:\[\d+\])?$/;
const number = /(?:ID|Code|BuyerReference|AccountingCost)(?:\[\d+\])?$/;

function kindOf(at: string, text: string): InvoiceText['kind'] {
  if (seller.test(at) && sellersNumber.test(at)) return 'seller';
  if (series.test(at)) return 'series';
  // What only should have been a figure is read as all else is.
  if (figure.test(at) && (exactIn(text) !== undefined || LocalDate.safeParse(text.trim()).success)) return 'figure';
  return number.test(at) ? 'number' : 'words';
}

/**
 * Every text of an invoice with what it is for: of elements, attributes, comments and instructions to programs. An
 * embedded file is not read: it is refused as such.
 */
export function textsIn(root: XmlElement): readonly InvoiceText[] {
  return [...withAll(root)].flatMap(({ name, at, text, attributes, asides }) => {
    const isFile = name === 'cbc:EmbeddedDocumentBinaryObject';
    const own: InvoiceText[] = isFile || text.trim() === '' ? [] : [{ at, text, kind: kindOf(at, text) }];
    const beside: InvoiceText[] = [...attributes.values(), ...asides].map((said) => ({
      at,
      text: said,
      kind: 'words',
    }));
    return [...own, ...beside];
  });
}
