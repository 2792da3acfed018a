import { answering, type Reach, signedIn, type WayIn } from '../way-in.ts';

const bookers = ['economist', 'finance'] as const;

/** The ways into what is handed to the municipality's finance. */
export const ways = {
  exportBookings: {
    on: { http: 'POST /bookings', roles: bookers },
    profile: 'write',
    harm: 'what was bought is booked nowhere',
    entry: 'functions/bookings/export-bookings.ts',
  },
  listBookings: {
    on: { http: 'GET /bookings', roles: bookers },
    profile: 'read',
    harm: 'nobody sees what has been handed to finance',
    entry: 'functions/bookings/list-bookings.ts',
  },
  getBookingFile: {
    on: { http: 'GET /bookings/{number}/file', roles: bookers },
    profile: 'read',
    harm: 'finance cannot fetch what is to be booked',
    entry: 'functions/bookings/get-booking-file.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: { reads: [...signedIn, 'BOOKING#', 'BOOKINGS', 'VOUCHER#'], writes: [], files: { reads: ['documents'] } },
  write: {
    reads: [...signedIn, ...answering, 'SETTINGS', 'BOOKINGS', 'VOUCHER#', 'VOUCHERS#', 'INVOICE#'],
    writes: [...answering, 'BOOKINGS', 'BOOKING#', 'VOUCHER#', 'INVOICE#', 'JOURNAL#'],
    files: { writes: ['documents'] },
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
