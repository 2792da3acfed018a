import * as z from 'zod';
import { Service } from './assignment.ts';
import { LocalDate } from './local-time.ts';

/**
 * A service of the municipality's own catalogue: its code in orders and reports, what people call it, what it is counted
 * in, who pays for it, and from when it is used. A municipality without a catalogue takes any code.
 */
export const ServiceEntry = z
  .object({
    code: Service.shape.code,
    name: z.string().min(1).max(100),
    unit: z.enum(['MINUTES', 'OCCASION', 'DAY', 'MONTH']),
    /** Who pays, in the municipality's own words. */
    paidBy: z.string().min(1).max(100).optional(),
    from: LocalDate.optional(),
    /** The last day on which it may be ordered. */
    to: LocalDate.optional(),
  })
  .meta({ id: 'ServiceEntry' });
export type ServiceEntry = z.infer<typeof ServiceEntry>;
