import type { Identity } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';

type By = { readonly userId: string; readonly at: Instant };
type Contact = Pick<NonNullable<Order['contact']>, 'at' | 'channel' | 'delivery'>;
type Delivery = { readonly at: Instant; readonly way: 'POST' | 'PICKUP' };

const isAhead = (at: Instant, by: By, place: string): readonly Fault[] =>
  at > by.at ? [{ at: place, code: 'time-ahead' }] : [];

/**
 * The provider was notified of an assignment, and it was agreed how the paper goes out (S-23, S-25). The time may lie
 * before the order was placed: the contact counts all the same (A10).
 */
export function contacted(
  order: Order,
  by: By,
  contact: Contact,
): Result<Order, 'order-closed' | 'already-contacted' | 'bad-request'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (order.contact) return refuse('conflict', 'already-contacted');
  const faults = isAhead(contact.at, by, 'body.at');
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  return accept({ ...order, contact: { ...contact, by: by.userId } });
}

/** What must be on the paper beside the time and the case number (S-20). */
const onSheet = ['name', 'personnummer', 'address', 'phone', 'relativePhone'] as const;

/** The customer as the paper names them; everything that is missing is listed at once. */
export function customerOnSheet(
  customer: Identity | undefined,
): Result<Readonly<Record<(typeof onSheet)[number], string>>, 'sheet-incomplete'> {
  const missing = onSheet.filter((field) => !customer?.[field]?.trim());
  if (missing.length > 0)
    return refuse(
      'invalid',
      'sheet-incomplete',
      missing.map((field) => ({ at: `customer.${field}`, code: 'missing-field' })),
    );
  const { name = '', personnummer = '', address = '', phone = '', relativePhone = '' } = customer ?? {};
  return accept({ name, personnummer, address, phone, relativePhone });
}

/** The sheet was taken out on paper (S-21). Taken out again it is a newer one; how an earlier one went out is kept. */
export function prepared(order: Order, by: By): Result<Order, 'order-closed'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  return accept({ ...order, sheet: { ...order.sheet, at: by.at, by: by.userId } });
}

/** The paper has gone out (S-26): there must be one, and the way must have been agreed (S-25). */
export function delivered(
  order: Order,
  by: By,
  { at, way }: Delivery,
): Result<Order, 'order-closed' | 'not-contacted' | 'sheet-not-prepared' | 'already-delivered' | 'bad-request'> {
  if (isOver(order)) return refuse('conflict', 'order-closed');
  if (!order.contact) return refuse('conflict', 'not-contacted');
  if (!order.sheet) return refuse('conflict', 'sheet-not-prepared');
  if (order.sheet.delivered) return refuse('conflict', 'already-delivered');
  const faults = isAhead(at, by, 'body.at');
  if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
  return accept({ ...order, sheet: { ...order.sheet, delivered: { at, by: by.userId, way } } });
}
