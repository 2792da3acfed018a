import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { firstDay, Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { statedProviderMonth } from '../../months/door.ts';
import { attesterDates } from '../attesting/attester-dates-step.ts';
import type { FiledInvoice } from '../filed-invoice.ts';
import { invoiceStore } from '../invoice-store.ts';
import { invoiceRow } from '../invoice-told-step.ts';
import { InvoiceView, invoiceView } from '../invoice-view.ts';
import { ledgerStore } from '../ledger-store.ts';
import { isBookedInside } from '../receiving/judged.ts';
import { plainNumber, withLive } from '../statement-ledger.ts';
import { statementsOfMonth } from '../statements-of-month.ts';
import { turnDates } from '../turn-dates-step.ts';

/** The month's own statement, or the first settlement after it that is not booked yet; the last when all of them are. */
async function firstDue(
  stated: Parameters<typeof statementsOfMonth>[0],
  of: { readonly providerId: string; readonly month: Month },
  table: Table,
) {
  const due = statementsOfMonth(stated).filter(({ toInvoiceOre }) => toInvoiceOre > 0);
  const all = await Promise.all(
    due.map(async (statement) => ({
      statement,
      over: await ledgerStore(table).find({ ...of, statementSha256: statement.sha256 }),
    })),
  );
  return all.find(({ over }) => over === undefined || over.entity.live.length === 0) ?? all.at(-1);
}

/**
 * A municipal provider sends no invoice (`invoice.municipal` INTERNAL): the head takes its statement as it is, to be coded,
 * attested and booked as an invoice is. Once a statement; there is no invoice to mark secret.
 */
export const bookStatement = endpoint({
  summary: 'Take a municipal provider’s statement to be booked as it is',
  body: z.strictObject({ month: Month, providerId: SafeId }),
  answer: InvoiceView,
  async run({ body: { month, providerId }, caller, at }, deps) {
    const { table } = deps;
    const provider = (await providerStore(table).find(providerId))?.entity;
    if (!provider) return refuse('missing', 'provider-not-found');
    const routine = await routineOn(table, firstDay(month));
    if (!routine.ok) return routine;
    if (!isBookedInside(provider, routine.value.pack.params)) return refuse('conflict', 'not-booked-inside');
    const stated = await statedProviderMonth(month, providerId, table);
    if (!stated) return refuse('conflict', 'statement-not-sent');
    const due = await firstDue(stated, { providerId, month }, table);
    if (!due) return refuse('conflict', 'nothing-to-invoice');
    const { statement, over } = due;
    const { toInvoiceOre, sha256: statementSha256 } = statement;
    const number = invoiceReference(statement);
    const id = deps.newId('faktura');
    const ledger = over?.entity ?? { providerId, month, statementSha256, toInvoiceOre, live: [] };
    const next = withLive(ledger, { invoiceId: id, kind: 'INTERNAL', number, sellerId: '', amountOre: toInvoiceOre });
    if (!next.ok) return next;
    const invoice: FiledInvoice = {
      ...{ id, providerId, month, kind: 'INTERNAL', state: 'classified', source: 'statement', toInvoiceOre },
      ...{ statementSha256, number, numberSum: await sha256(plainNumber(number)) },
      ...{ minutes: statement.minutes, amountOre: toInvoiceOre, vatOre: 0, payableOre: toInvoiceOre },
      ...{ received: { at, by: caller.userId }, keyedBy: [], looked: [], blocking: [], warnings: [] },
      ...{ isPersonal: false, attestations: [], needsSecond: false, withdrawn: [] },
    };
    return done(invoiceView(invoice, { version: 1, caller, hands: [] }), {
      ...{ status: 201, version: 1 },
      saves: [invoiceStore(table).save(invoice, undefined), ledgerStore(table).save(next.value, over)],
      deadlines: [...(await turnDates(invoice, at, table)), ...(await attesterDates(invoice, invoice, at, deps))],
      rows: [invoiceRow(invoice, { event: 'statement-taken-inside' })],
    });
  },
});
