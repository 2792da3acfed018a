import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Effects } from '../../shared/steps/effects.ts';
import { balanced, type Voucher } from './voucher.ts';
import { voucherStore } from './voucher-store.ts';

/** Something is to be booked: it waits for the next export. */
export const queueVoucher = (voucher: Voucher, { table }: Pick<Deps, 'table'>): Effects => ({
  saves: [voucherStore(table).queue(balanced(voucher))],
});

/**
 * What was to be booked is not; nothing where it waits for nothing. Refused where it stands in an export by now, though it
 * did not when whoever asks looked.
 */
export async function withdrawVoucher(
  id: string,
  { table }: Pick<Deps, 'table'>,
): Promise<Result<Effects, 'voucher-exported'>> {
  const found = await voucherStore(table).find(id);
  if (found?.entity.exported) return refuse('conflict', 'voucher-exported');
  return accept(found ? { saves: [voucherStore(table).withdraw(found)] } : {});
}
