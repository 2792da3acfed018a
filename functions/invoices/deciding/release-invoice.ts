import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { accept } from '../../../shared/domain/result.ts';
import { invoiceAct } from '../invoice-act-step.ts';
import { invoiceRow } from '../invoice-told-step.ts';
import { releasedInvoice } from './deciding.ts';

/** What was held is received: the administrator says that she has telephoned, and what was said. */
export const releaseInvoice = invoiceAct({
  summary: 'Say that you have telephoned about an invoice that is held',
  body: z.strictObject({
    telephoned: z.literal(true).meta({ description: 'To the number that is registered, not one on the invoice' }),
    comment: Remark,
  }),
  decide: ({ stored, isMadeUp }, { comment }, actor) => releasedInvoice(stored.entity, actor, { comment, isMadeUp }),
  did: async (next) => accept({ rows: [invoiceRow(next, { event: 'invoice-released' })] }),
});
