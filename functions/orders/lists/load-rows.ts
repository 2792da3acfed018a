import type { Deadline } from '../../../shared/domain/deadline.ts';
import { localIso } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import type { Page, Table } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore, type Whose } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { type Looking, type OrderRow, orderRow } from './order-row.ts';

type PageOf = { readonly limit: number; readonly after?: string };

type Here = Looking & { readonly table: Table };

async function rowOf({ entity, version }: Stored<Order>, here: Here): Promise<OrderRow> {
  const deadlines = await deadlineStore(here.table).ofOrder(entity.id);
  return orderRow(
    entity,
    version,
    deadlines.map((one) => one.entity),
    here,
  );
}

/** A page of orders in some states, the newest first, each with what it waits for. */
export async function rowsIn(
  whose: Whose,
  states: readonly Order['state'][],
  here: Here,
  page: PageOf,
): Promise<Page<OrderRow>> {
  const { items, next } = await orderStore(here.table).list(whose, states, page);
  return { items: await Promise.all(items.map((stored) => rowOf(stored, here))), ...(next ? { next } : {}) };
}

/** Orders by their ids, each with what it waits for; one that cannot be read is left out. */
export async function rowsOf(ids: readonly string[], here: Here): Promise<readonly OrderRow[]> {
  const found = await Promise.all(ids.map((id) => orderStore(here.table).findReadable(id)));
  return Promise.all(found.flatMap((stored) => (stored ? [rowOf(stored, here)] : [])));
}

const orderIdOf = ({ subject }: Deadline): readonly string[] => (subject.kind === 'order' ? [subject.orderId] : []);

/**
 * A provider's orders with something late, the longest late first: by what is late in its own list, which is short
 * however many orders it has. One that is late with two things is placed by the first of them.
 */
export async function lateRowsOf(providerId: string, here: Here, page: PageOf): Promise<Page<OrderRow>> {
  const late = await deadlineStore(here.table).late(providerOwner(providerId), here.at, page);
  const rows = await Promise.all(
    late.items.map(async ({ entity }) => {
      const [orderId] = orderIdOf(entity);
      const stored = orderId === undefined ? undefined : await orderStore(here.table).findReadable(orderId);
      if (!stored) return [];
      const row = await rowOf(stored, here);
      // Only at its first late thing; the others are on the same line.
      return row.waitsFor?.code === entity.code && row.waitsFor.due === localIso(entity.dueAt) ? [row] : [];
    }),
  );
  return { items: rows.flat(), ...(late.next ? { next: late.next } : {}) };
}
