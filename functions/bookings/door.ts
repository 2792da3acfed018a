/** What others may ask of bookings: by which accounts is booked, and that something waits to be. Nothing else of this capability is known to others. */
export { bookingPlaces } from './bookkeeper.ts';
export { queueVoucher } from './queue-step.ts';
export type { Voucher } from './voucher.ts';
