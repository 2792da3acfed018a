import type { Deps } from '../../shared/ports/deps.ts';
import type { Effects } from '../../shared/steps/effects.ts';
import { balanced, type Voucher } from './voucher.ts';
import { voucherStore } from './voucher-store.ts';

/** Something is to be booked: it waits for the next export. */
export const queueVoucher = (voucher: Voucher, { table }: Pick<Deps, 'table'>): Effects => ({
  saves: [voucherStore(table).queue(balanced(voucher))],
});
