import type { InvoiceParties } from './invoice-parties.ts';
import { groupElement, textElement } from './ubl-text.ts';

type Party = InvoiceParties['seller'] | InvoiceParties['buyer'];

const endpoint = ({ endpoint: { scheme, id } }: Party): string => textElement('EndpointID', id, { schemeID: scheme });

const address = ({ street, postalCode, city }: Party): string =>
  groupElement(
    'PostalAddress',
    textElement('StreetName', street),
    textElement('CityName', city),
    textElement('PostalZone', postalCode),
    groupElement('Country', textElement('IdentificationCode', 'SE')),
  );

const legal = (name: string, { orgNo }: Party): string =>
  groupElement(
    'PartyLegalEntity',
    textElement('RegistrationName', name),
    textElement('CompanyID', orgNo, { schemeID: '0007' }),
  );

const scheme = (id: string, kind: 'VAT' | 'TAX'): string =>
  groupElement('PartyTaxScheme', textElement('CompanyID', id), groupElement('TaxScheme', textElement('ID', kind)));

const account = ({ bankgiro, plusgiro }: InvoiceParties['seller']): string =>
  groupElement(
    'PaymentMeans',
    textElement('PaymentMeansCode', '30'),
    groupElement(
      'PayeeFinancialAccount',
      textElement('ID', bankgiro ?? plusgiro ?? ''),
      groupElement('FinancialInstitutionBranch', textElement('ID', bankgiro ? 'SE:BANKGIRO' : 'SE:PLUSGIRO')),
    ),
  );

/** Who sells, who buys, and to which account: from `AccountingSupplierParty` to `PaymentMeans`, in UBL's order. */
export function proFormaParties(sellerName: string, { seller, buyer }: InvoiceParties): readonly string[] {
  const liable = seller.vat === 'S25' ? [scheme(`SE${seller.orgNo}01`, 'VAT')] : [];
  const sells = groupElement(
    'Party',
    endpoint(seller),
    groupElement('PartyName', textElement('Name', sellerName)),
    address(seller),
    ...liable,
    scheme('Godkänd för F-skatt', 'TAX'),
    legal(sellerName, seller),
  );
  const buys = groupElement('Party', endpoint(buyer), address(buyer), legal(buyer.name, buyer));
  return [
    groupElement('AccountingSupplierParty', sells),
    groupElement('AccountingCustomerParty', buys),
    account(seller),
  ];
}
