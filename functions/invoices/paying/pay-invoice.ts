import * as z from 'zod';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { guarded, Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, refuse } from '../../../shared/domain/result.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { invoiceAct } from '../invoice-act-step.ts';
import { invoiceRow, sellerOfInvoice, tellSeller } from '../invoice-told-step.ts';
import { paidInvoice } from './paid-invoice.ts';

/**
 * An invoice that has been handed to finance has been paid: on which day, and by which reference. The provider sees it.
 * What was mistyped is corrected with a reason, and journalled.
 */
export const payInvoice = invoiceAct({
  summary: 'Say that an invoice has been paid, and when; or correct it, with a reason',
  body: z.strictObject({
    on: LocalDate.meta({ description: 'Not after today, nor before the day of the invoice’s export' }),
    reference: guarded(z.string().trim().min(1).max(40).regex(oneLine)).meta({ description: 'Of the payment' }),
    reason: Remark.optional().meta({ description: 'Of an invoice that is paid: why day or reference is written anew' }),
  }),
  decide: ({ stored, exported }, said, actor) => paidInvoice(stored.entity, actor, said, exported),
  async did(next, { stored }, _body, { at }, deps) {
    const settings = (await settingsStore(deps.table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const seller = await sellerOfInvoice(next, deps);
    const before = stored.entity.paid;
    return accept({
      letters: tellSeller(next, seller, { variant: before ? 'payment-corrected' : 'paid' }, { settings, at }, deps),
      rows: [
        before
          ? invoiceRow(next, { event: 'invoice-payment-corrected', refs: { was: before.on, now: next.paid?.on ?? '' } })
          : invoiceRow(next, { event: 'invoice-paid' }),
      ],
    });
  },
});
