import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { InvoicePath } from '../invoice-act-step.ts';
import { InvoiceView, invoiceView } from '../invoice-view.ts';
import { loadFiled } from '../load-filed.ts';

/** One invoice, to those who may see it. */
export const getInvoice = endpoint({
  summary: 'Read an invoice',
  path: InvoicePath,
  answer: InvoiceView,
  async run({ path: { invoiceId }, caller }, deps) {
    const own = await loadFiled(invoiceId, { caller }, deps);
    if (!own.ok) return own;
    const { stored, exported, hands, isMadeUp } = own.value;
    return done(invoiceView(stored.entity, { version: stored.version, caller, hands, exported, isMadeUp }), {
      version: stored.version,
    });
  },
});
