import type { Identity } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver, overCode } from '../../../shared/domain/order-end.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

type By = { readonly userId: string; readonly at: Instant };

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
export function prepared(order: Order, by: By): Result<Order, 'order-closed' | 'order-taken-back'> {
  if (isOver(order)) return refuse('conflict', overCode(order));
  return accept({ ...order, sheet: { ...order.sheet, at: by.at, by: by.userId } });
}
