import * as z from 'zod';
import { accept } from '../../../shared/domain/result.ts';
import { invoiceAct } from '../invoice-act-step.ts';
import { invoiceRow } from '../invoice-told-step.ts';
import { lookedThrough } from './deciding.ts';

/** Another than who keyed it has looked an invoice without text through: nothing of anybody stands on it (L-42). */
export const lookThroughInvoice = invoiceAct({
  summary: 'Say that you have looked through an invoice that has no text',
  body: z.strictObject({
    nothingPersonal: z.literal(true).meta({ description: 'An invoice with personal data is returned instead' }),
  }),
  decide: ({ stored }, _body, actor) => lookedThrough(stored.entity, actor),
  did: async (next) => accept({ rows: [invoiceRow(next, { event: 'invoice-looked-through' })] }),
});
