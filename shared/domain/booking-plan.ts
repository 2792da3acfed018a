import * as z from 'zod';
import { oneLine } from './broken-text.ts';
import { SafeId } from './case-number.ts';
import { guarded } from './free-text.ts';
import { PeppolEndpoint } from './peppol-endpoint.ts';

const account = z.string().regex(/^\d{3,6}$/);
const dims = z.record(z.string().regex(/^\d{1,3}$/), z.string().regex(/^[\wÅÄÖåäö-]{1,20}$/));

/** By which accounts and places a municipality books what this system hands to its finance. */
export const BookingPlan = z.object({
  series: z.string().regex(/^[A-Z0-9]{1,4}$/),
  chart: z.string().regex(/^[\w-]{1,20}$/),
  cost: z.object({ account, dims: dims.default({}) }),
  debt: z.object({ account }),
  /** The finance department that stands between the two legs of a purchase (A78). */
  finance: z.object({ unitId: SafeId, costCentre: z.string().max(40) }).optional(),
});
export type BookingPlan = z.infer<typeof BookingPlan>;

const line = (most: number) => guarded(z.string().trim().min(1).max(most).regex(oneLine)).optional();

/** Who the municipality is where it is booked and invoiced; an electronic invoice to it needs all of it. */
export const Buyer = z.object({
  name: guarded(z.string().min(1).max(200).regex(oneLine)),
  orgNo: z.string().regex(/^\d{6}-?\d{4}$/),
  street: line(200),
  postalCode: z
    .string()
    .regex(/^\d{3} ?\d\d$/)
    .optional(),
  city: line(100),
  endpoint: PeppolEndpoint.optional(),
  /** By which the municipality finds whom an invoice is for. */
  buyerReference: line(200),
});
export type Buyer = z.infer<typeof Buyer>;
