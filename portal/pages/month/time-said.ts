import { hours, number } from '../../app/format.ts';

/** Time as it is to stand on an invoice: in hours, and in the whole minutes that the invoice is held against (L-40). */
export const timeSaid = (minutes: number): string => `${hours(minutes)} (${number(minutes)} min)`;
