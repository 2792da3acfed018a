import type { Deadline } from '../../shared/domain/deadline.ts';
import { type Instant, localIso } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { providerOwner } from '../../shared/domain/owner.ts';
import type { Page, Table } from '../../shared/ports/table.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { orderStore, type Whose } from '../../shared/stores/order-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { type OrderRow, orderRow } from './order-row.ts';

type PageOf = { readonly limit: number; readonly after?: string };

async function rowOf({ entity, version }: Stored<Order>, at: Instant, table: Table): Promise<OrderRow> {
  const deadlines = await deadlineStore(table).ofOrder(entity.id);
  return orderRow(
    entity,
    version,
    deadlines.map((one) => one.entity),
    at,
  );
}

/** A page of orders in some states, the newest first, each with what it waits for. */
export async function rowsIn(
  whose: Whose,
  states: readonly Order['state'][],
  { at, table }: { readonly at: Instant; readonly table: Table },
  page: PageOf,
): Promise<Page<OrderRow>> {
  const { items, next } = await orderStore(table).listIn(whose, states, page);
  return { items: await Promise.all(items.map((stored) => rowOf(stored, at, table))), ...(next ? { next } : {}) };
}

const orderIdOf = ({ subject }: Deadline): readonly string[] => (subject.kind === 'order' ? [subject.orderId] : []);

/**
 * A provider's orders with something late, the longest late first: by what is late in its own list, which is short
 * however many orders it has. One that is late with two things stands where the first of them is.
 */
export async function lateRowsOf(
  providerId: string,
  { at, table }: { readonly at: Instant; readonly table: Table },
  page: PageOf,
): Promise<Page<OrderRow>> {
  const late = await deadlineStore(table).late(providerOwner(providerId), at, page);
  const rows = await Promise.all(
    late.items.map(async ({ entity }) => {
      const [orderId] = orderIdOf(entity);
      const stored = orderId === undefined ? undefined : await orderStore(table).find(orderId);
      if (!stored) return [];
      const row = await rowOf(stored, at, table);
      // Only where its first late thing stands; the others are on the same line.
      return row.waitsFor?.code === entity.code && row.waitsFor.due === localIso(entity.dueAt) ? [row] : [];
    }),
  );
  return { items: rows.flat(), ...(late.next ? { next: late.next } : {}) };
}
