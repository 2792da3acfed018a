/** What others may ask of bookings: by which accounts is booked, that something waits to be or no longer does, and in which export it stands. Nothing else of this capability is known to others. */
export { bookingPlaces } from './bookkeeper.ts';
export { voucherExport } from './load-voucher-export.ts';
export { queueVoucher, withdrawVoucher } from './queue-step.ts';
export type { Voucher } from './voucher.ts';
