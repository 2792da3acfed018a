import { LocalDate } from '../../../shared/domain/local-date.ts';
import { type Exact, exactly, oreOf, plus, product, wholeOf, zero } from './exact.ts';
import { type Invoice, type Payee, type StatedTax, type Stretch, sellerNumber } from './invoice.ts';
import { textsIn } from './ubl-texts.ts';
import { exactAt, found, textAt, withAll, type XmlElement } from './xml-element.ts';

const seller = 'cac:AccountingSupplierParty/cac:Party';
const buyer = 'cac:AccountingCustomerParty/cac:Party';
const total = 'cac:LegalMonetaryTotal';

const dateAt = (element: XmlElement, path: string): LocalDate | undefined =>
  LocalDate.safeParse(textAt(element, path)).data;

const oreAt = (element: XmlElement, path: string): number | undefined => {
  const kronor = exactAt(element, path);
  return kronor && oreOf(kronor);
};

/** Minutes in a unit of UN/ECE recommendation 20. */
const minutesIn: Readonly<Record<string, number>> = { MIN: 1, HUR: 60 };

const quantity = /^cbc:(?:Invoiced|Credited)Quantity$/;

/** The minutes of all lines together: undefined when a line is not in time, or they are not whole (L-40). */
function timeOn(lines: readonly XmlElement[]): Pick<Invoice, 'minutes' | 'otherUnits'> {
  const otherUnits: string[] = [];
  let sum: Exact | undefined = zero;
  for (const line of lines) {
    const stated = line.children.find(({ name }) => quantity.test(name));
    const each = minutesIn[stated?.attributes.get('unitCode')?.trim() ?? ''];
    if (stated && each === undefined) otherUnits.push(stated.at);
    const counted = stated && exactAt(line, stated.name);
    const minutes = counted && each !== undefined ? product(counted, exactly(each)) : undefined;
    // Each line by itself: thirds of an hour do not become whole together.
    sum = sum && minutes && wholeOf(minutes) !== undefined ? plus(sum, minutes) : undefined;
  }
  return { minutes: sum && wholeOf(sum), otherUnits };
}

const giros: Readonly<Record<string, Payee['kind']>> = { 'SE:BANKGIRO': 'bankgiro', 'SE:PLUSGIRO': 'plusgiro' };

const payeesOf = (root: XmlElement): readonly Payee[] =>
  found(root, '//cac:PayeeFinancialAccount').map((account): Payee => {
    const branch = textAt(account, 'cac:FinancialInstitutionBranch/cbc:ID').toUpperCase();
    return {
      at: account.at,
      account: textAt(account, 'cbc:ID'),
      kind: branch === '' ? undefined : (giros[branch] ?? 'other'),
    };
  });

const stretchesOf = (root: XmlElement): readonly Stretch[] =>
  found(root, '//cac:InvoicePeriod').map((period) => ({
    at: period.at,
    from: dateAt(period, 'cbc:StartDate'),
    to: dateAt(period, 'cbc:EndDate'),
  }));

const taxesOf = (root: XmlElement): readonly StatedTax[] =>
  [...found(root, '//cac:TaxCategory'), ...found(root, '//cac:ClassifiedTaxCategory')].map((tax) => ({
    at: tax.at,
    category: textAt(tax, 'cbc:ID'),
    percent: exactAt(tax, 'cbc:Percent'),
  }));

/** The lines of an address as it would be written on an envelope, and what the buyer is to be reached by. */
function addressOf(root: XmlElement): readonly string[] {
  const [party] = found(root, buyer);
  if (!party) return [];
  const texts = (path: string) => found(party, path).map(({ text }) => text);
  const place = `${textAt(party, 'cac:PostalAddress/cbc:PostalZone')} ${textAt(party, 'cac:PostalAddress/cbc:CityName')}`;
  return [
    ...texts('cac:PartyName/cbc:Name'),
    ...texts('cac:PartyLegalEntity/cbc:RegistrationName'),
    ...[...found(party, 'cac:PostalAddress').flatMap((address) => [...withAll(address)])].map(({ text }) => text),
    ...texts('cac:Contact/cbc:Name'),
    place,
    textAt(root, 'cbc:BuyerReference'),
  ];
}

/** The organisation number that the seller is registered under, else the first that it is known by. */
function sellerIdOf(root: XmlElement): string | undefined {
  const paths = ['cac:PartyLegalEntity/cbc:CompanyID', 'cac:PartyIdentification/cbc:ID', 'cbc:EndpointID'];
  const said = paths.map((path) => textAt(root, `${seller}/${path}`)).find((text) => text !== '');
  return said === undefined ? undefined : sellerNumber(said);
}

const taxOre = (root: XmlElement): number | undefined => {
  const currency = textAt(root, 'cbc:DocumentCurrencyCode');
  const stated = found(root, 'cac:TaxTotal/cbc:TaxAmount');
  const own = stated.find((amount) => amount.attributes.get('currencyID') === currency) ?? stated[0];
  const kronor = own && exactAt({ ...root, children: [own] }, own.name);
  return kronor && oreOf(kronor);
};

const otherPayeeOf = (root: XmlElement): string | undefined => {
  const [party] = found(root, 'cac:PayeeParty');
  const said =
    party && (textAt(party, 'cac:PartyLegalEntity/cbc:CompanyID') || textAt(party, 'cac:PartyIdentification/cbc:ID'));
  return party && (said === '' || sellerNumber(said ?? '') !== sellerIdOf(root)) ? party.at : undefined;
};

const filled = (text: string): string | undefined => (text === '' ? undefined : text);

/** An invoice as UBL says it (EN 16931, Peppol BIS Billing 3). */
export function readUbl(root: XmlElement): Invoice {
  const isCredit = root.name === 'CreditNote';
  const lines = found(root, isCredit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine');
  const at = (path: string) => `${root.at}/${path}`;
  const dueDate = dateAt(root, 'cbc:DueDate') ?? dateAt(root, 'cac:PaymentMeans/cbc:PaymentDueDate');
  const codes = ['cbc:DocumentCurrencyCode', 'cbc:TaxCurrencyCode'].flatMap((path) => found(root, path));
  const embedded = found(root, '//cbc:EmbeddedDocumentBinaryObject');
  return {
    kind: isCredit ? 'CREDIT' : 'INVOICE',
    number: filled(textAt(root, 'cbc:ID')),
    issueDate: dateAt(root, 'cbc:IssueDate'),
    dueDate,
    credits: isCredit ? filled(textAt(root, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID')) : undefined,
    currencies: [
      ...codes.map((code) => ({ at: code.at, code: code.text.trim() })),
      ...[...withAll(root)].flatMap((one) => {
        const code = one.attributes.get('currencyID');
        return code === undefined ? [] : [{ at: one.at, code }];
      }),
    ],
    sellerId: sellerIdOf(root),
    stretches: stretchesOf(root),
    ...timeOn(lines),
    netOre: oreAt(root, `${total}/cbc:TaxExclusiveAmount`),
    vatOre: taxOre(root),
    payableOre: oreAt(root, `${total}/cbc:PayableAmount`),
    taxes: taxesOf(root),
    payees: payeesOf(root),
    otherPayee: otherPayeeOf(root),
    embedded: embedded.map((one) => one.at),
    address: addressOf(root),
    texts: textsIn(root),
    places: {
      number: at('cbc:ID'),
      issueDate: at('cbc:IssueDate'),
      dueDate: at('cbc:DueDate'),
      seller: at(`${seller}/cac:PartyLegalEntity/cbc:CompanyID`),
      month: at('cac:InvoicePeriod'),
      minutes: at(isCredit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine'),
      net: at(`${total}/cbc:TaxExclusiveAmount`),
      vat: at('cac:TaxTotal'),
      payable: at(`${total}/cbc:PayableAmount`),
      credits: at('cac:BillingReference'),
      address: at(`${buyer}/cac:PostalAddress`),
    },
  };
}
