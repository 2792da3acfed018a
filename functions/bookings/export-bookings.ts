import * as z from 'zod';
import { dateOf, type Instant } from '../../shared/domain/local-time.ts';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import type { Table } from '../../shared/ports/table.ts';
import { deadlinesAfter, type MovedDeadline } from '../../shared/steps/deadlines.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { settingsStore } from '../../shared/stores/settings-store.ts';
import type { BookingExport } from './booking-export.ts';
import { BookingView, bookingView } from './booking-view.ts';
import { bookkeeperOf } from './bookkeeper.ts';
import { csvFile } from './csv-file.ts';
import { chargedOre, type ToExport, voucherRows } from './export-lines.ts';
import { exportStore } from './export-store.ts';
import { fixedFile, tooLongForFixed } from './fixed-file.ts';
import { sieFile } from './sie-file.ts';
import type { Voucher } from './voucher.ts';
import { voucherStore } from './voucher-store.ts';

/** A commit holds a hundred changes: each voucher is marked in the commit that makes the export, and who had it as a task. */
const atOnce = 90;

/** The first of those that wait, as many as the commit holds: an invoice has its task beside it. */
function taken<One extends { readonly entity: Pick<Voucher, 'of'> }>(waiting: readonly One[]): readonly One[] {
  let changes = 0;
  return waiting.filter(({ entity }) => {
    changes += entity.of.kind === 'invoice' ? 2 : 1;
    return changes <= atOnce;
  });
}

/** The task of handing an invoice over is done with the export that has it (D60). */
async function handedOver(vouchers: readonly Voucher[], at: Instant, table: Table): Promise<readonly MovedDeadline[]> {
  const found = await Promise.all(
    vouchers.map(({ of }) => (of.kind === 'invoice' ? deadlineStore(table).ofInvoice(of.invoiceId) : [])),
  );
  return found.flatMap((standing) => deadlinesAfter(standing, { meets: ['D60'] }, at).moved);
}

/**
 * What waits to be booked is handed to finance as a numbered export: each voucher stands in exactly one, and its files are
 * made once, so that they are the same bytes whenever they are fetched.
 */
export const exportBookings = endpoint({
  summary: 'Hand what waits to be booked to finance, as a numbered export',
  body: z.strictObject({}),
  answer: BookingView,
  async run({ caller, at }, deps) {
    const { table, documents } = deps;
    const settings = (await settingsStore(table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const numbers = await exportStore(table).numbers();
    const { vouchers: all, isMore: isMoreListed } = await voucherStore(table).waiting(atOnce);
    const waiting = taken(all);
    const isMore = isMoreListed || waiting.length < all.length;
    if (waiting.length === 0) return refuse('conflict', 'nothing-to-book');
    const { nextExport: number, nextVoucher } = numbers.entity;
    const toExport: ToExport = {
      ...{ number, date: dateOf(at), by: bookkeeperOf(settings) },
      vouchers: waiting.map(({ entity }, n) => ({ voucher: entity, number: nextVoucher + n })),
    };
    const kept = async (bytes: Uint8Array, type: string) => {
      const file = await documents.put('documents', deps.newId('bokning'), bytes, type);
      return { documentId: file.id, sha256: file.sha256, bytes: file.bytes };
    };
    const made: BookingExport = {
      ...{ number, at, by: caller.userId, date: dateOf(at) },
      vouchers: toExport.vouchers.map(({ voucher, number: of }) => ({ id: voucher.id, voucher: of })),
      rows: voucherRows(toExport).length,
      // Every row of a voucher is of the same minutes.
      minutes: waiting.reduce((sum, { entity }) => sum + (entity.rows[0]?.minutes ?? 0), 0),
      controlOre: chargedOre(toExport),
      files: {
        csv: await kept(csvFile(toExport), 'text/csv'),
        sie: await kept(sieFile(toExport), 'text/plain'),
        ...(tooLongForFixed(toExport) ? {} : { fixed: await kept(fixedFile(toExport), 'text/plain') }),
      },
    };
    return done(bookingView(made, isMore), {
      status: 201,
      saves: [
        exportStore(table).take({ nextExport: number + 1, nextVoucher: nextVoucher + waiting.length }, numbers),
        exportStore(table).add(made),
        ...toExport.vouchers.flatMap(({ voucher, number: of }, n) => {
          const over = waiting[n];
          const next = { ...voucher, exported: { number, voucher: of, on: dateOf(at) } };
          return over ? [voucherStore(table).exported(next, over)] : [];
        }),
      ],
      deadlines: await handedOver(
        waiting.map(({ entity }) => entity),
        at,
        table,
      ),
      rows: [{ event: 'bookings-exported', refs: { number: String(number) } }],
    });
  },
});
