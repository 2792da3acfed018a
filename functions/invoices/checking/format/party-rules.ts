import { found, has, plainText, textAt, type XmlElement } from '../../reading/xml-element.ts';
import { buyerParty, type FormatRule, formatRule, isVat, says, sellerParty } from './format-rule.ts';
import { isOrganisationNumber } from './organisation-number.ts';

const country = says('cac:Country/cbc:IdentificationCode');
const isSwedish = (text: string): boolean => isOrganisationNumber(plainText(text));
const schemed = (root: XmlElement): readonly XmlElement[] =>
  ['//cbc:EndpointID', '//cac:PartyIdentification/cbc:ID', '//cbc:CompanyID']
    .flatMap((path) => found(root, path))
    .filter(({ attributes }) => attributes.get('schemeID') === '0007');

/** Who sells, who buys, and who else is named. */
export const partyRules: readonly FormatRule[] = [
  formatRule(
    'BR-06',
    '',
    says(`${sellerParty}/cac:PartyLegalEntity/cbc:RegistrationName`),
    'Säljaren ska ha ett namn.',
  ),
  formatRule('BR-07', '', says(`${buyerParty}/cac:PartyLegalEntity/cbc:RegistrationName`), 'Köparen ska ha ett namn.'),
  formatRule('BR-08', '', (root) => has(root, `${sellerParty}/cac:PostalAddress`), 'Säljaren ska ha en postadress.'),
  formatRule('BR-09', `${sellerParty}/cac:PostalAddress`, country, 'Säljarens adress ska ha en landskod.'),
  formatRule('BR-10', '', (root) => has(root, `${buyerParty}/cac:PostalAddress`), 'Köparen ska ha en postadress.'),
  formatRule('BR-11', `${buyerParty}/cac:PostalAddress`, country, 'Köparens adress ska ha en landskod.'),
  formatRule(
    'PEPPOL-EN16931-R010',
    'cac:AccountingCustomerParty/cac:Party',
    (party) => has(party, 'cbc:EndpointID'),
    'Köparen ska ha en elektronisk adress.',
  ),
  formatRule(
    'PEPPOL-EN16931-R020',
    'cac:AccountingSupplierParty/cac:Party',
    (party) => has(party, 'cbc:EndpointID'),
    'Säljaren ska ha en elektronisk adress.',
  ),
  formatRule(
    'BR-62',
    `${sellerParty}/cbc:EndpointID`,
    ({ attributes }) => attributes.has('schemeID'),
    'Säljarens elektroniska adress ska säga vilken sorts nummer den är.',
  ),
  formatRule(
    'BR-63',
    `${buyerParty}/cbc:EndpointID`,
    ({ attributes }) => attributes.has('schemeID'),
    'Köparens elektroniska adress ska säga vilken sorts nummer den är.',
  ),
  formatRule(
    'BR-CO-26',
    'cac:AccountingSupplierParty',
    (seller) =>
      has(seller, 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID') ||
      found(seller, 'cac:Party/cac:PartyIdentification/cbc:ID').some(
        (id) => id.attributes.get('schemeID') !== 'SEPA',
      ) ||
      found(seller, 'cac:Party/cac:PartyTaxScheme').some((tax) => isVat(tax) && has(tax, 'cbc:CompanyID')),
    'Säljaren ska ha ett organisationsnummer eller momsregistreringsnummer.',
  ),
  formatRule(
    'UBL-SR-53',
    '//cac:PartyTaxScheme',
    (tax) => has(tax, 'cac:TaxScheme/cbc:ID') && has(tax, 'cbc:CompanyID'),
    'En uppgift om skatt ska ha både ett nummer och en sort.',
  ),
  formatRule(
    'PEPPOL-COMMON-R049',
    schemed,
    ({ text }) => isSwedish(text),
    'Organisationsnumret ska ha tio siffror, och den sista ska stämma.',
  ),
  formatRule(
    'BR-17',
    'cac:PayeeParty',
    (payee, root) =>
      has(payee, 'cac:PartyName/cbc:Name') &&
      textAt(payee, 'cac:PartyName/cbc:Name') !== textAt(root, `${sellerParty}/cac:PartyName/cbc:Name`) &&
      (!has(payee, 'cac:PartyIdentification/cbc:ID') ||
        textAt(payee, 'cac:PartyIdentification/cbc:ID') !==
          textAt(root, `${sellerParty}/cac:PartyIdentification/cbc:ID`)),
    'Betalningsmottagaren ska ha ett namn, och vara någon annan än säljaren.',
  ),
  formatRule('BR-18', 'cac:TaxRepresentativeParty', says('cac:PartyName/cbc:Name'), 'Skatteombudet ska ha ett namn.'),
  formatRule(
    'BR-19',
    'cac:TaxRepresentativeParty',
    (party) => has(party, 'cac:PostalAddress'),
    'Skatteombudet ska ha en postadress.',
  ),
  formatRule(
    'BR-20',
    'cac:TaxRepresentativeParty/cac:PostalAddress',
    country,
    'Skatteombudets adress ska ha en landskod.',
  ),
  formatRule(
    'BR-56',
    'cac:TaxRepresentativeParty',
    (party) => found(party, 'cac:PartyTaxScheme').some((tax) => isVat(tax) && has(tax, 'cbc:CompanyID')),
    'Skatteombudet ska ha ett momsregistreringsnummer.',
  ),
  formatRule(
    'BR-57',
    '//cac:DeliveryLocation/cac:Address',
    (address) => has(address, 'cac:Country/cbc:IdentificationCode'),
    'Leveransadressen ska ha en landskod.',
  ),
];
