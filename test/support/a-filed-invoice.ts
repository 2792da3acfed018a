import type { FiledInvoice } from '../../functions/invoices/filed-invoice.ts';
import { at } from './builders.ts';

/** P1's invoice for October, received with nothing wrong. */
export const aFiledInvoice = (over: Partial<FiledInvoice> = {}): FiledInvoice => ({
  ...{ id: 'faktura-1', providerId: 'P1', month: '2026-10', kind: 'INVOICE', state: 'received', source: 'ubl' },
  ...{ statementSha256: 'ab'.repeat(32), toInvoiceOre: 420_000, number: '2026-10-P1', numberSum: 'cd'.repeat(32) },
  ...{
    sellerId: '5567037485',
    issueDate: '2026-11-16',
    minutes: 630,
    amountOre: 420_000,
    vatOre: 0,
    payableOre: 420_000,
  },
  file: { documentId: 'fil-1', sha256: 'ef'.repeat(32), bytes: 1, contentType: 'application/xml' },
  ...{ received: { at: at('2026-11-16 09:00'), by: 'M1' }, keyedBy: [], looked: [], blocking: [], warnings: [] },
  ...{ isPersonal: false, attestations: [], needsSecond: false, withdrawn: [] },
  ...over,
});
