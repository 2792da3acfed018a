import { describe, expect, it } from 'vitest';
import { invoiceableMonthIn } from '../../../../functions/invoices/reading/invoiceable-month.ts';
import { aStatement } from '../../../support/a-statement.ts';

const { sha256, ...content } = aStatement();
const record = (over: object = {}, kind = 'statement') => ({
  sha256,
  payload: { kind, content: { ...content, ...over } },
});

describe('what may be invoiced, of a signed record', () => {
  it('is its minutes and its amount (E33), and it has a reference', () => {
    expect(invoiceableMonthIn(record())).toMatchObject({
      ...{ providerId: 'P1', month: '2026-10', sentOn: '2026-11-13', minutes: 5025, toInvoiceOre: 3_245_313 },
      ...{ months: ['2026-10'], reference: 'U-0123-4567-89ab-cdef' },
    });
  });

  it('with adjustments is what is left to invoice, of all their minutes', () => {
    const adjustments = [{ month: '2026-09', caseNo: 'A-9', minutes: -35 }];
    expect(invoiceableMonthIn(record({ adjustments, toInvoiceOre: 3_222_708 }))).toMatchObject({
      ...{ minutes: 4990, toInvoiceOre: 3_222_708, months: ['2026-10', '2026-09'] },
      caseNumbers: expect.arrayContaining(['A-1001', 'A-9']),
    });
  });

  it('a settlement has no lines, and is as good', () => {
    const settled = { lines: [], totalMinutes: 0, amountOre: 0, toInvoiceOre: 500 };
    expect(invoiceableMonthIn(record(settled, 'settlement'))).toMatchObject({ minutes: 0, toInvoiceOre: 500 });
  });

  it('the day is local: what is sent at 23:30 UTC is sent the day after', () => {
    expect(invoiceableMonthIn(record({ sentAt: '2026-11-13T23:30:00.000Z' }))?.sentOn).toBe('2026-11-14');
  });

  it.each([record({}, 'report'), content, {}, null])('nothing else is a statement', (json) => {
    expect(invoiceableMonthIn(json)).toBeUndefined();
  });
});
