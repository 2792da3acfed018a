import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { HandedIn } from '../../months/door.ts';
import { checkInvoice } from '../checking/check-invoice.ts';
import type { FiledInvoice } from '../filed-invoice.ts';
import { invoiceStore } from '../invoice-store.ts';
import { invoiceRow, reasonsFor, tellHouse, tellSeller, tellWhatStands } from '../invoice-told-step.ts';
import { InvoiceView, invoiceView } from '../invoice-view.ts';
import { liveOre } from '../statement-ledger.ts';
import { turnDates } from '../turn-dates-step.ts';
import { countLive } from './counting-step.ts';
import { holdsPersonal, rulesFor, stateAfterCheck, withNotSearched, withTooMuchText } from './judged.ts';
import { KeyedFigures } from './keyed-figures.ts';
import { type InvoiceReceiving, loadReceiving } from './load-receiving.ts';
import { type OpenedInvoice, openInvoice, withSaidMonth } from './opening-step.ts';

const events = { received: 'invoice-received', held: 'invoice-held', returned: 'invoice-returned' } as const;

/** The invoice as it is filed, with all that was found on it and what becomes of it. */
function filedAs(
  id: string,
  { read, source, file, whyNot }: OpenedInvoice,
  { provider, pack, month, statementSha256, basis, isTooMuchText, ledger, numberSum }: InvoiceReceiving,
  { caller, at }: { readonly caller: Caller; readonly at: string },
): FiledInvoice {
  const { invoice } = read;
  const found = checkInvoice(read, basis, rulesFor(pack.params));
  const bounded = isTooMuchText ? withTooMuchText(found) : found;
  const answer = whyNot === undefined ? bounded : withNotSearched(bounded, whyNot);
  const kind = invoice.kind === 'CREDIT' ? 'CREDIT' : 'INVOICE';
  const state = stateAfterCheck(answer, { kind, leftOre: ledger.toInvoiceOre - liveOre(ledger) });
  const by = caller.userId;
  const isKeyed = source !== 'ubl';
  return {
    ...{ id, providerId: provider.id, month, kind, state, source, statementSha256, toInvoiceOre: ledger.toInvoiceOre },
    toInvoiceMinutes: basis.statement.minutes,
    ...(answer.number === null || holdsPersonal(answer) ? {} : { number: answer.number, numberSum }),
    ...{ sellerId: invoice.sellerId, issueDate: invoice.issueDate, dueDate: invoice.dueDate },
    ...{ minutes: invoice.minutes, amountOre: invoice.netOre, vatOre: invoice.vatOre, payableOre: invoice.payableOre },
    ...(invoice.credits === undefined || holdsPersonal(answer) ? {} : { credits: invoice.credits }),
    ...{ file, received: { at, by }, keyedBy: isKeyed ? [by] : [], looked: source === 'scan' ? [{ at, by }] : [] },
    ...{ blocking: [...answer.blocking], warnings: [...answer.warnings] },
    isPersonal: state === 'returned' && holdsPersonal(answer),
    ...{ attestations: [], needsSecond: false, withdrawn: [] },
  };
}

/**
 * An invoice or a credit note comes in, from the provider itself or keyed by the administrator (L-40): judged at once,
 * filed whatever is wrong with it, and received, held or returned with every reason. What cannot be read at all, or comes
 * before the statement has been sent (L-39), is refused.
 */
export const receiveInvoice = endpoint({
  summary: 'Receive an invoice or a credit note, and judge it',
  body: z.strictObject({
    file: HandedIn.optional().meta({ description: 'UBL, figures as JSON, a PDF, or a picture of paper' }),
    figures: KeyedFigures.optional().meta({ description: 'Beside a PDF or a picture, or alone' }),
    providerId: SafeId.optional().meta({
      description: 'By the seller’s number when left out; a provider’s is its own',
    }),
    month: Month.optional().meta({ description: 'By its reference, else by what it says, when left out' }),
  }),
  answer: InvoiceView,
  async run({ body, caller, at }, deps) {
    const opened = await openInvoice(body, caller, deps);
    if (!opened.ok) return opened;
    const read = withSaidMonth(opened.value.read, body.month);
    const receiving = await loadReceiving(read.invoice, body, { caller, at }, deps);
    if (!receiving.ok) return receiving;
    const { provider, settings, basis } = receiving.value;
    const invoice = filedAs(deps.newId('faktura'), { ...opened.value, read }, receiving.value, { caller, at });
    const counted = invoice.state === 'returned' ? { saves: [] } : countLive(invoice, receiving.value, deps);
    const about = { settings, at };
    const { state } = invoice;
    const isDisputed = state === 'held' && invoice.blocking.some(({ code }) => code !== 'PAYEE_CHANGED');
    return done(invoiceView(invoice, { version: 1, caller, hands: [] }), {
      status: 201,
      version: 1,
      saves: [invoiceStore(deps.table).save(invoice, undefined), ...counted.saves],
      deadlines: await turnDates(invoice, at, deps.table),
      letters: [
        ...tellSeller(invoice, provider, { variant: state, reasons: reasonsFor(invoice) }, about, deps),
        ...(isDisputed ? tellWhatStands(invoice, provider, basis.statement, about, deps) : []),
        ...tellHouse('administrator', invoice, provider, `house-${state}`, about, deps),
      ],
      rows: [
        invoiceRow(invoice, {
          event: events[state as keyof typeof events],
          refs: { codes: reasonsFor(invoice).join(', ') },
        }),
      ],
    });
  },
});
