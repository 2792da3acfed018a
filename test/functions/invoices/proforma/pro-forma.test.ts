import { describe, expect, it } from 'vitest';
import type { InvoiceBasis } from '../../../../functions/invoices/basis.ts';
import { checkInvoice } from '../../../../functions/invoices/checking/check-invoice.ts';
import { type InvoiceParties, invoicePartiesIn } from '../../../../functions/invoices/proforma/invoice-parties.ts';
import { invoiceableSumsIn } from '../../../../functions/invoices/proforma/invoiceable-sums.ts';
import { proForma } from '../../../../functions/invoices/proforma/pro-forma.ts';
import { invoiceableMonthIn } from '../../../../functions/invoices/reading/invoiceable-month.ts';
import { anAdjustedRecord, aStatedRecord, partiesFile, sentAs } from '../../../support/a-pro-forma.ts';
import { anInvoiceBasis, readAs } from '../../../support/an-invoice.ts';

const partiesOf = (seller: object = {}): InvoiceParties => {
  const parties = invoicePartiesIn(partiesFile(seller), 'P1');
  return parties.ok ? parties.value : expect.fail(parties.code);
};
const basisOf = (record: object, seller: object = {}): InvoiceBasis =>
  anInvoiceBasis({
    statement: invoiceableMonthIn(record) ?? expect.fail('no statement'),
    seller: { orgNo: '5567037485', vat: 'E', bankgiro: '5050-1055', ...seller },
  });
const madeOf = (record: object, seller: object = {}) =>
  proForma(invoiceableSumsIn(record) ?? expect.fail('no statement'), partiesOf(seller));

describe('a statement as the invoice that its provider may send', () => {
  it.each([
    ['of a month by itself (E33)', aStatedRecord(), {}, 5025, 3_245_313],
    ['with adjustments and what was brought forward', anAdjustedRecord(), {}, 5015, 3_237_854],
    ['of a provider that is liable to tax', aStatedRecord(), { vat: 'S25' }, 5025, 3_245_313],
    ['paid to a plusgiro', aStatedRecord(), { bankgiro: undefined, plusgiro: '4-2' }, 5025, 3_245_313],
  ])('%s is accepted when its number and dates are changed', (_, record, seller, minutes, amountOre) => {
    const answer = checkInvoice(readAs(sentAs(record, partiesOf(seller))), basisOf(record, seller));
    expect(answer).toMatchObject({
      verdict: 'ACCEPT',
      number: 'F-2026-117',
      minutes,
      amountOre,
      blocking: [],
      warnings: [],
    });
  });

  it('is a settlement’s too, which has adjustments alone', () => {
    const adjustments = [{ month: '2026-10', caseNo: 'A-1', minutes: 60, amountOre: 38_750, orePerHour: 38_750 }];
    const settled = { lines: [], totalMinutes: 0, amountOre: 0, adjustments, toInvoiceOre: 38_750 };
    const record = { ...aStatedRecord(settled), payload: { ...aStatedRecord(settled).payload, kind: 'settlement' } };
    expect(checkInvoice(readAs(sentAs(record, partiesOf())), basisOf(record))).toMatchObject({ blocking: [] });
  });

  it('has a line for each month and rate, its own first', () => {
    const made = madeOf(anAdjustedRecord());
    const names = made.ok ? [...made.value.matchAll(/<cac:Item><cbc:Name>([^<]*)/g)].map(([, name]) => name) : [];
    expect(names).toEqual([
      'Hemtjänst oktober 2026',
      'Justering av hemtjänst augusti 2026',
      'Justering av hemtjänst september 2026',
    ]);
  });

  it('says what it is, and names the statement by its reference and no case', () => {
    const made = madeOf(anAdjustedRecord());
    const text = made.ok ? made.value : '';
    expect(text.match(/U-0123-4567-89ab-cdef/g)).toHaveLength(2);
    expect(text).toContain('<cbc:Note>Underlag: byt nummer och datum</cbc:Note>');
    expect(text).not.toMatch(/A-\d/);
  });

  it('is written so that any name stands as it is', () => {
    const made = proForma(
      { ...(invoiceableSumsIn(aStatedRecord()) ?? expect.fail()), provider: { id: 'P1', name: 'Å & <Ö> "AB"\u0001' } },
      partiesOf(),
    );
    const { invoice } = readAs(made.ok ? made.value : '');
    expect(invoice.texts.map(({ text }) => text)).toContain('Å & <Ö> "AB"');
  });

  it('is not made of nothing', () => {
    expect(madeOf(aStatedRecord({ toInvoiceOre: 0 }))).toMatchObject({ ok: false, code: 'nothing-to-invoice' });
  });
});

describe('who sells and who buys', () => {
  it('names each thing that is missing, and none of what is there', () => {
    const found = invoicePartiesIn(
      partiesFile({ orgNo: undefined, bankgiro: undefined }, { endpoint: undefined }),
      'P1',
    );
    expect(found.ok ? [] : found.faults?.map(({ at }) => at)).toEqual([
      ...['providers.P1.orgNo', 'providers.P1.bankgiro', 'buyer.endpoint'],
    ]);
    const unpaid = invoicePartiesIn(partiesFile({ bankgiro: undefined }), 'P1');
    expect(unpaid.ok ? [] : unpaid.faults?.map(({ at }) => at)).toEqual(['providers.P1.bankgiro']);
  });

  it('of a provider or municipality that has none of it, everything is missing', () => {
    expect(invoicePartiesIn({ providers: [{ id: 'P1' }] }, 'P1')).toMatchObject({ ok: false });
    expect(invoicePartiesIn(partiesFile(), 'P9')).toMatchObject({ ok: false });
  });
});
