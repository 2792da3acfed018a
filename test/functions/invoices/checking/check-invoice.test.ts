import { describe, expect, it } from 'vitest';
import type { InvoiceBasis } from '../../../../functions/invoices/basis.ts';
import { checkInvoice } from '../../../../functions/invoices/checking/check-invoice.ts';
import { formatRules } from '../../../../functions/invoices/checking/format/format-rules.ts';
import { businessRules } from '../../../../functions/invoices/checking/judging/business-rules.ts';
import {
  anInvoiceableMonth,
  anInvoiceBasis,
  figures,
  goodCreditNote,
  goodInvoice,
  goodInvoices,
  invoiceOf,
  type Mutation,
  peppolFile,
  readAs,
  replaced,
} from '../../../support/an-invoice.ts';
import { brokenBusiness, brokenFormat } from '../../../support/broken-invoices.ts';

const codesOf = (text: string, basis: InvoiceBasis = anInvoiceBasis(), without?: string): readonly string[] => {
  const rules = {
    format: formatRules.filter(({ id }) => id !== without),
    business: businessRules.filter(({ code }) => code !== without),
  };
  return checkInvoice(readAs(text), basis, rules).blocking.map(({ code }) => code);
};
const warnings = (text: string, basis = anInvoiceBasis()) =>
  checkInvoice(readAs(text), basis).warnings.map(({ code }) => code);
const note = (text: string): string =>
  replaced('</cbc:InvoiceTypeCode>', `</cbc:InvoiceTypeCode><cbc:Note>${text}</cbc:Note>`)(goodInvoice);

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `BR-${String(from + n).padStart(2, '0')}`);

describe('an invoice with one thing wrong', () => {
  const all: readonly (readonly [string, Mutation])[] = [
    ...Object.entries(brokenFormat),
    ...Object.entries(brokenBusiness),
  ];

  it.each(all)('is returned for %s, and for nothing of it when that rule is gone', (code, mutate) => {
    const broken = mutate(goodInvoice);
    expect(codesOf(broken)).toContain(code);
    expect(codesOf(broken, anInvoiceBasis(), code)).not.toContain(code);
  });

  it('has one for every rule that an invoice is to be returned for', () => {
    const asked = [
      ...[...numbered(1, 16), ...numbered(21, 27), 'BR-CO-10', 'BR-CO-13', 'BR-CO-15', 'BR-CO-16', 'BR-CO-25'],
      ...['BR-E-01', 'BR-E-05', 'BR-E-08', 'BR-E-10', 'PEPPOL-COMMON-R049'],
      ...['001', '003', '004', '007', '008', '010', '020', '120'].map((number) => `PEPPOL-EN16931-R${number}`),
      ...Array.from({ length: 13 }, (_, n) => `SE-R-${String(n + 1).padStart(3, '0')}`),
    ];
    expect(asked.filter((id) => !Object.hasOwn(brokenFormat, id))).toEqual([]);
  });
});

describe('an invoice in which nothing is wrong', () => {
  it.each(Object.entries(goodInvoices))('%s', (_, text) => {
    expect(checkInvoice(readAs(text), anInvoiceBasis())).toEqual({
      verdict: 'ACCEPT',
      number: '2026-10-P1',
      issueDate: '2026-11-13',
      minutes: 12_345,
      amountOre: 8_538_625,
      blocking: [],
      warnings: [],
    });
  });

  it('as figures that somebody keyed', () => {
    const answer = checkInvoice(readAs(figures()), anInvoiceBasis());
    expect(answer).toMatchObject({
      verdict: 'ACCEPT',
      minutes: 12_345,
      amountOre: 8_538_625,
      blocking: [],
      warnings: [],
    });
  });

  it('with a tax of 25 per cent, from a provider that is liable', () => {
    const text = [
      replaced(
        '<cac:PartyTaxScheme>',
        '<cac:PartyTaxScheme><cbc:CompanyID>SE556703748501</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyTaxScheme>',
      ),
      (xml: string) => xml.replaceAll('<cbc:ID>E</cbc:ID><cbc:Percent>0<', '<cbc:ID>S</cbc:ID><cbc:Percent>25<'),
      (xml: string) => xml.replace(/<cbc:TaxExemptionReason>.*<\/cbc:TaxExemptionReason>/, ''),
      (xml: string) =>
        xml.replaceAll('<cbc:TaxAmount currencyID="SEK">0.00<', '<cbc:TaxAmount currencyID="SEK">21346.56<'),
      (xml: string) => xml.replace(/(TaxInclusiveAmount currencyID="SEK">)85386.25/, '$1106732.81'),
      (xml: string) => xml.replace(/(PayableAmount currencyID="SEK">)85386.25/, '$1106732.81'),
    ].reduce((xml, change) => change(xml), goodInvoice);
    const liable = { orgNo: '5567037485', vat: 'S25', bankgiro: '5050-1055' } as const;
    expect(codesOf(text, anInvoiceBasis({ seller: liable }))).toEqual([]);
    expect(codesOf(text)).toContain('VAT');
    expect(codesOf(goodInvoice, anInvoiceBasis({ seller: liable }))).toContain('VAT');
  });
});

describe('vectors that others have made', () => {
  const of = (toInvoiceOre: number, minutes: number) =>
    anInvoiceBasis({ statement: anInvoiceableMonth({ toInvoiceOre, minutes }) });

  it.each([
    ['01-valid-85386.25.xml', [], of(8_538_625, 12_345)],
    ['02-valid-48937.38.xml', [], of(4_893_738, 6_789)],
    ['03-BR-CO-15-total-off-by-one-ore.xml', ['BR-CO-15', 'WRONG_AMOUNT'], of(8_538_625, 12_345)],
    ['04-PEPPOL-R120-line-amount.xml', ['PEPPOL-EN16931-R120', 'WRONG_AMOUNT'], of(8_538_625, 12_345)],
    ['06-bad-orgnr-luhn-endpoint.xml', ['PEPPOL-COMMON-R049'], of(8_538_625, 12_345)],
    ['07-PEPPOL-R003-no-buyer-ref.xml', ['PEPPOL-EN16931-R008'], of(8_538_625, 12_345)],
    ['08-xsd-order-broken.xml', ['UBL-XSD'], of(8_538_625, 12_345)],
    ['09-SE-R-bankgiro-letters.xml', ['SE-R-008', 'SE-R-009', 'PAYEE_CHANGED'], of(8_538_625, 12_345)],
  ])('%s', (name, codes, basis) => {
    expect(codesOf(peppolFile(name), basis)).toEqual(codes);
  });
});

describe('against the statement', () => {
  it('one öre off is off, in UBL and in figures', () => {
    expect(codesOf(figures({ amountOre: 8_538_624 }))).toEqual(['WRONG_AMOUNT']);
    const { blocking } = checkInvoice(readAs(brokenBusiness.WRONG_AMOUNT?.(goodInvoice) ?? ''), anInvoiceBasis());
    expect(blocking.map(({ text }) => text)).toContain(
      'Fakturans belopp är 85 386,26 kr, sammanställningens 85 386,25 kr.',
    );
  });

  it('on the day of the statement is right, the day before is not (L-39)', () => {
    expect(codesOf(figures())).toEqual([]);
    expect(codesOf(figures({ issueDate: '2026-11-12' }))).toEqual(['BEFORE_STATEMENT']);
  });

  it('with nothing to invoice says that alone', () => {
    expect(codesOf(figures(), anInvoiceBasis({ statement: anInvoiceableMonth({ toInvoiceOre: 0 }) }))).toEqual([
      'NOTHING_TO_INVOICE',
    ]);
  });

  it('an invoice that rounds to whole kronor is not what is to be paid', () => {
    const text = replaced(
      '<cbc:PayableAmount currencyID="SEK">85386.25<',
      '<cbc:PayableRoundingAmount currencyID="SEK">-0.25</cbc:PayableRoundingAmount><cbc:PayableAmount currencyID="SEK">85386.00<',
    )(goodInvoice);
    expect(codesOf(text)).toEqual(['WRONG_AMOUNT']);
  });

  it('hours that are no whole minutes are not minutes', () => {
    const text = goodInvoices['in hours']?.replace('>205.75<', '>205.751<') ?? '';
    const answer = checkInvoice(readAs(text), anInvoiceBasis());
    expect(answer.minutes).toBeNull();
    expect(answer.blocking.map(({ code }) => code)).toContain('WRONG_MINUTES');
  });

  it('with months that it adjusts, and what was brought forward as an allowance', () => {
    const statement = anInvoiceableMonth({ minutes: 12_310, toInvoiceOre: 8_514_417, months: ['2026-10', '2026-09'] });
    expect(codesOf(figures({ minutes: 12_310, amountOre: 8_514_417 }), anInvoiceBasis({ statement }))).toEqual([]);
  });
});

describe('against earlier invoices', () => {
  const earlier = [invoiceOf(goodInvoice)];
  const credit = (ore: number, over: object = {}) =>
    figures({ number: 'K1', credits: '2026-10-P1', amountOre: ore, minutes: 1, ...over });

  it('the same one twice is one too many, by its statement and by its number', () => {
    expect(codesOf(goodInvoice, anInvoiceBasis({ earlier }))).toEqual(['SECOND_INVOICE', 'SAME_NUMBER']);
    expect(codesOf(figures({ number: ' 2026-10-p1 ' }), anInvoiceBasis({ earlier }))).toContain('SAME_NUMBER');
    expect(codesOf(figures({ number: '2' }), anInvoiceBasis({ earlier }))).toEqual(['SECOND_INVOICE']);
  });

  it('another seller may use the same number, and another month be invoiced', () => {
    const other = invoiceOf(figures({ sellerOrgNo: '5560360793' }));
    expect(codesOf(goodInvoice, anInvoiceBasis({ earlier: [other] }))).toEqual([]);
    const before = invoiceOf(figures({ number: '9', month: '2026-09', reference: 'U-ffff-4567-89ab-cdef' }));
    expect(codesOf(goodInvoice, anInvoiceBasis({ earlier: [before] }))).toEqual([]);
  });

  it('credited in whole it leaves room for a new one, in part it does not', () => {
    const whole = anInvoiceBasis({ earlier: [...earlier, invoiceOf(credit(8_538_625))] });
    expect(codesOf(figures({ number: '2' }), whole)).toEqual([]);
    const part = anInvoiceBasis({ earlier: [...earlier, invoiceOf(credit(100))] });
    expect(codesOf(figures({ number: '2' }), part)).toEqual(['SECOND_INVOICE']);
  });

  it('a credit note takes off no more than there is', () => {
    expect(codesOf(goodCreditNote, anInvoiceBasis({ earlier }))).toEqual([]);
    expect(codesOf(goodCreditNote)).toEqual([]);
    expect(codesOf(credit(8_538_626), anInvoiceBasis({ earlier }))).toEqual(['WRONG_AMOUNT']);
    const some = anInvoiceBasis({ earlier: [...earlier, invoiceOf(credit(100, { number: 'K0' }))] });
    expect(codesOf(credit(8_538_525), some)).toEqual([]);
    expect(codesOf(credit(8_538_526), some)).toEqual(['WRONG_AMOUNT']);
    expect(codesOf(credit(0), anInvoiceBasis({ earlier }))).toEqual(['WRONG_AMOUNT']);
  });

  it('a credit note names the invoice that it credits', () => {
    expect(codesOf(credit(100, { credits: 'F-77' }), anInvoiceBasis({ earlier }))).toContain('CREDITS_NOTHING');
    const none = goodCreditNote.replace(/<cac:BillingReference>.*?<\/cac:BillingReference>/, '');
    expect(codesOf(none, anInvoiceBasis({ earlier }))).toContain('CREDITS_NOTHING');
  });
});

describe('no personal data, and no case numbers (L-42, A47)', () => {
  it.each([
    ['a number in a note', note('Personnr 19121212-1212')],
    ['ten digits of it', note('Kund 121212-1212')],
    [
      'a number in a comment of the file',
      goodInvoice.replace('<cbc:BuyerReference>', '<!-- 191212121212 --><cbc:BuyerReference>'),
    ],
    [
      'a number in an attribute',
      goodInvoice.replace(
        'schemeID="0007">2120002924</cbc:EndpointID>',
        'schemeID="0007" schemeName="19121212-1212">2120002924</cbc:EndpointID>',
      ),
    ],
    ['a number as the invoice’s own', goodInvoice.replace('>2026-10-P1<', '>19121212-1212<')],
    ['a number by a character reference', note('&#49;9121212-1212')],
    ['a customer’s name', note('Elsa Provdal, 12 timmar')],
    ['surname first, in capitals', note('PROVDAL, ELSA')],
    ['a name in the genitive', note('Bertil Exempelströms insatser')],
    ['a double name', note('Majbritt Ågren Sköld').replace('Majbritt', 'Maj-Britt')],
    ['a name without its signs', note('Bertil Exempelstrom')],
    ['a name in figures', figures({ texts: ['Elsa Provdal'] })],
  ])('%s is returned, and nothing of it repeated', (_, text) => {
    const answer = checkInvoice(readAs(text), anInvoiceBasis());
    expect(answer.blocking.map(({ code }) => code)).toContain('PII_ON_INVOICE');
    expect(JSON.stringify(answer)).not.toMatch(/1212|provdal|exempelstr|gren|elsa|bertil/i);
  });

  it.each([
    [
      'an OCR number',
      goodInvoice.replace(
        '</cbc:PaymentMeansCode>',
        '</cbc:PaymentMeansCode><cbc:PaymentID>1212121212</cbc:PaymentID>',
      ),
    ],
    ['an invoice number of ten digits', goodInvoice.replace('>2026-10-P1<', '>1212121212<')],
    ['a telephone number', note('Frågor: tel 070-174 06 32')],
  ])('%s is nobody’s', (_, text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it('a sole trader’s own number may stand where the seller says who it is, and nowhere else', () => {
    const own = goodInvoice.replaceAll('5567037485', '1212121212');
    const basis = anInvoiceBasis({ seller: { orgNo: '1212121212', vat: 'E', bankgiro: '5050-1055' } });
    expect(codesOf(own, basis)).toEqual([]);
    expect(codesOf(own.replace('>Omsorg AB<', '>121212-1212<'), basis)).toEqual(['PII_ON_INVOICE']);
    expect(codesOf(own)).toContain('PII_ON_INVOICE');
  });

  it('a surname alone is a warning', () => {
    expect(warnings(note('Provdalsgatan 4'))).toEqual([]);
    expect(warnings(note('Hos familjen Provdal'))).toEqual(['NAME_MAYBE']);
    expect(codesOf(note('Hos familjen Provdal'))).toEqual([]);
  });

  it.each([
    ['as it is', 'Ärende A-1001'],
    ['in another spelling', 'a 1001'],
    ['in one', 'ÄRENDE A1002'],
    ['of digits alone', 'Avser 70123'],
  ])('a case number %s is returned', (_, text) => {
    expect(codesOf(note(text))).toEqual(['CASE_NUMBER']);
  });

  it.each(['A-10011', 'BA-1001', '70123 minuter', 'Totalt 12345 minuter'])('%s is no case number', (text) => {
    expect(codesOf(note(text))).toEqual([]);
  });
});

describe('who is paid', () => {
  it.each([
    ['an account of another kind', goodInvoice.replace('SE:BANKGIRO', 'SE:PLUSGIRO')],
    ['an IBAN', goodInvoice.replace('<cbc:ID>50501055<', '<cbc:ID>SE4550000000058398257466<')],
    ['another account in figures', figures({ payee: '991-2346' })],
    [
      'a second account',
      goodInvoice.replace(
        /<cac:PaymentMeans>.*<\/cac:PaymentMeans>/s,
        (one) => one + one.replace('50501055', '9912346'),
      ),
    ],
    [
      'somebody else',
      goodInvoice.replace(
        '<cac:PaymentMeans>',
        '<cac:PayeeParty><cac:PartyName><cbc:Name>Faktor AB</cbc:Name></cac:PartyName></cac:PayeeParty><cac:PaymentMeans>',
      ),
    ],
  ])('%s is held', (_, text) => {
    expect(codesOf(text)).toContain('PAYEE_CHANGED');
  });

  it('is not asked where no account is registered', () => {
    const seller = { orgNo: '5567037485', vat: 'E' } as const;
    expect(codesOf(figures({ payee: '991-2346' }), anInvoiceBasis({ seller }))).toEqual([]);
  });
});

describe('what is only remarked upon', () => {
  it.each([
    ['DUE_EARLY', figures({ dueDate: '2026-12-12' })],
    ['NO_REFERENCE', figures({ reference: null })],
    ['WRONG_ADDRESS', goodInvoice.replace('Fakturaenheten VoO Kundval', 'Kommunhuset')],
  ])('%s', (code, text) => {
    expect(warnings(text)).toEqual([code]);
    expect(codesOf(text)).toEqual([]);
  });
});

describe('a person’s number on an invoice (L-42)', () => {
  it.each([
    ...['121212\n1212', '19121212\n1212', 'pnr121212-1212', 'ref121212-1212x', '121212-1212a', '1912 12 12 12 12'],
    ...['12 12 12-1212', '121212.1212', '121212--1212', '121212/1212', '(121212)1212', '121212_1212', '121212:1212'],
    ...['\u0661\u0662\u0661\u0662\u0661\u0662-\u0661\u0662\u0661\u0662', 'kund1212121212', '12-12-12 1212'],
  ])('is found however it is written: %j', (text) => {
    const answer = checkInvoice(readAs(figures({ texts: [`Hemtjänst ${text}`] })), anInvoiceBasis());
    expect(answer.blocking.map(({ code, at }) => [code, at])).toEqual([['PII_ON_INVOICE', 'texts[0]']]);
    expect(JSON.stringify(answer)).not.toMatch(/12\D{0,2}12/);
  });

  it.each([
    ...['2026-10-31 4200', '2026-10-31\n4204', '205 h 45 min, 85 386,25 kr', '1 210 121 212,00', 'Bg 5050-1055'],
    ...['2026-10-01 - 2026-10-31', 'sha256 a1b2121212121f00', '20261031\n12345', '556703-7485'],
  ])('is not seen in %j', (text) => {
    expect(codesOf(figures({ texts: [text] }))).toEqual([]);
  });

  it.each(['1 ', 'A-', 'Anna ', '121212-121 ', 'é '])(
    'a file full of %j is returned within a second, unsearched',
    (part) => {
      const full = replaced(
        '</cbc:InvoiceTypeCode>',
        `</cbc:InvoiceTypeCode><cbc:Note>${part.repeat(4_700_000 / Buffer.byteLength(part))}</cbc:Note>`,
      )(goodInvoice);
      const from = process.cpuUsage();
      expect(codesOf(full)).toEqual(['TOO_MUCH_TEXT']);
      expect(process.cpuUsage(from).user).toBeLessThan(2_000_000);
    },
  );

  it('text that is still searched is read in its length', () => {
    const names = Array.from({ length: 300 }, (_, n) => `Anna${n} Provdal${n}`);
    const caseNumbers = Array.from({ length: 300 }, (_, n) => `A-${1000 + n}`);
    const basis = anInvoiceBasis({ customers: names, statement: anInvoiceableMonth({ caseNumbers }) });
    const from = process.cpuUsage();
    for (const part of ['1 ', 'A-', 'Anna ', '121212-121 '])
      codesOf(figures({ texts: [part.repeat(190_000 / part.length)] }), basis);
    expect(process.cpuUsage(from).user).toBeLessThan(4_000_000);
  });
});

describe('what is left of a statement after a credit note (L-40)', () => {
  const earlier = [
    invoiceOf(figures({ number: 'F-1' })),
    invoiceOf(figures({ number: 'K-1', credits: 'F-1', minutes: 345, amountOre: 238_625 })),
  ];
  const basis = anInvoiceBasis({ earlier, isAllKnown: true });
  const rest = { number: 'F-2', minutes: 345, amountOre: 238_625 };

  it('may be invoiced, in the minutes and to the öre that the credit note took off', () => {
    expect(codesOf(figures(rest), basis)).toEqual([]);
    expect(codesOf(figures({ ...rest, minutes: 344 }), basis)).toEqual(['WRONG_MINUTES']);
    expect(codesOf(figures({ ...rest, amountOre: 238_624 }), basis)).toContain('SECOND_INVOICE');
    expect(codesOf(figures({ number: 'F-2' }), basis)).toEqual(['SECOND_INVOICE']);
  });

  it('is nothing where there is no credit note, or the rest has been invoiced', () => {
    const short = [invoiceOf(figures({ number: 'F-1', amountOre: 8_300_000 }))];
    expect(codesOf(figures(rest), anInvoiceBasis({ earlier: short }))).toContain('SECOND_INVOICE');
    const whole = [...earlier, invoiceOf(figures(rest))];
    expect(codesOf(figures({ ...rest, number: 'F-3' }), anInvoiceBasis({ earlier: whole }))).toContain(
      'SECOND_INVOICE',
    );
  });
});
