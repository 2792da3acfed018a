import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { HandedIn, openHandedIn } from '../../months/door.ts';
import { invoiceStore } from '../invoice-store.ts';
import { invoiceRow, tellSeller } from '../invoice-told-step.ts';
import { invoicePaid, paymentsIn, sellersByNumber } from './load-payments.ts';
import { paidInvoice } from './paid-invoice.ts';
import { settledPayment } from './settled-payment.ts';

/** A file of so many rows is far below. */
const mostBytes = 200_000;

const SettledRow = z
  .object({
    row: z.int().meta({ description: 'Of the file, the header being the first' }),
    outcome: z.enum(['taken', 'already', 'unknown', 'differing']),
    code: z.string().optional().meta({ description: 'Why it was not taken' }),
    invoiceId: z.string().optional(),
  })
  .meta({ id: 'SettledPayment' });

/**
 * What the ledger has paid, as a file (`Fakturanummer;Organisationsnummer;Betald;Referens;Belopp`, kronor to the öre):
 * each row is answered by itself. A payment is a commit of its own: cut off anywhere, those that are taken stay so, and
 * the same file again says that they already are.
 */
export const payInvoices = endpoint({
  summary: 'Read in what the ledger has paid',
  body: z.strictObject({ file: HandedIn.meta({ description: 'CSV in UTF-8, at most 200 rows' }) }),
  answer: z.object({ rows: z.array(SettledRow) }),
  async run({ body, caller, at }, deps) {
    const { table } = deps;
    const opened = await openHandedIn(body.file, caller, deps);
    if (!opened) return refuse('invalid', 'file-not-found', [{ at: 'body.file', code: 'file-not-found' }]);
    if (opened.document.bytes > mostBytes)
      return refuse('invalid', 'too-many-rows', [{ at: 'body.file', code: 'too-many-rows' }]);
    const read = await paymentsIn(opened.source, at);
    if (!read.ok) return read;
    const settings = (await settingsStore(table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const sellers = await sellersByNumber(table);
    const rows: z.infer<typeof SettledRow>[] = [];
    const before: Effects[] = [];
    const taken = new Map<string, { on: string; reference: string }>();
    for (const payment of read.value) {
      const found = await invoicePaid(payment, sellers, table);
      const { row, on, reference } = payment;
      const invoice = found?.stored.entity;
      const earlier = invoice && taken.get(invoice.id);
      const seen =
        earlier && invoice ? { ...invoice, state: 'paid' as const, paid: { at, by: '', ...earlier } } : invoice;
      const settled = settledPayment(seen, payment, found?.exported);
      // Laid by this very request, which was decided anew since another part was lost to somebody else.
      const { paid } = invoice ?? {};
      const isOwn = !earlier && settled.outcome === 'already' && paid?.at === at && paid.by === caller.userId;
      const answer = isOwn ? { outcome: 'taken' as const } : settled;
      rows.push({ row, ...answer, ...(invoice ? { invoiceId: invoice.id } : {}) });
      if (invoice && (settled.outcome === 'taken' || isOwn)) taken.set(invoice.id, { on, reference });
      if (settled.outcome !== 'taken' || !found || !invoice) continue;
      const next = paidInvoice(invoice, { userId: caller.userId, at }, { on, reference }, found.exported);
      if (!next.ok) return next;
      before.push({
        saves: [invoiceStore(table).save(next.value, found.stored)],
        letters: tellSeller(next.value, found.provider, { variant: 'paid' }, { settings, at }, deps),
        rows: [invoiceRow(next.value, { event: 'invoice-paid' })],
      });
    }
    return done({ rows }, { before });
  },
});
