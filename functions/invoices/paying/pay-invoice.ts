import * as z from 'zod';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { guarded } from '../../../shared/domain/free-text.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, refuse } from '../../../shared/domain/result.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { paidInvoice } from '../deciding/deciding.ts';
import { invoiceAct } from '../invoice-act-step.ts';
import { invoiceRow, sellerOfInvoice, tellSeller } from '../invoice-told-step.ts';

/** An invoice that has been handed to finance has been paid: on which day, and by which reference. The provider sees it. */
export const payInvoice = invoiceAct({
  summary: 'Say that an invoice has been paid, and when',
  body: z.strictObject({
    on: LocalDate.meta({ description: 'Not after today' }),
    reference: guarded(z.string().trim().min(1).max(40).regex(oneLine)).meta({ description: 'Of the payment' }),
  }),
  decide: ({ stored }, paid, actor) =>
    paid.on > dateOf(actor.at)
      ? refuse('invalid', 'date-ahead', [{ at: 'body.on', code: 'date-ahead' }])
      : paidInvoice(stored.entity, actor, paid),
  async did(next, _own, _body, { at }, deps) {
    const settings = (await settingsStore(deps.table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const seller = await sellerOfInvoice(next, deps);
    return accept({
      letters: tellSeller(next, seller, { variant: 'paid' }, { settings, at }, deps),
      rows: [invoiceRow(next, { event: 'invoice-paid' })],
    });
  },
});
