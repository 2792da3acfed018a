import type { Deps } from '../../shared/ports/deps.ts';
import type { Effects } from '../../shared/steps/effects.ts';
import { balanced, type Voucher } from './voucher.ts';
import { voucherStore } from './voucher-store.ts';

/** Something is to be booked: it waits for the next export. */
export const queueVoucher = (voucher: Voucher, { table }: Pick<Deps, 'table'>): Effects => ({
  saves: [voucherStore(table).queue(balanced(voucher))],
});

/** What was to be booked is not, where it has not been exported yet; nothing where it waits for nothing. */
export async function withdrawVoucher(id: string, { table }: Pick<Deps, 'table'>): Promise<Effects> {
  const found = await voucherStore(table).find(id);
  return found && !found.entity.exported ? { saves: [voucherStore(table).withdraw(found)] } : {};
}
