import * as z from 'zod';
import { Instant } from './local-time.ts';

/**
 * One thing that was done, written once and never changed. `event` is a stable word; `refs` are ids, figures and
 * codes, never a name or a number of a person.
 */
export const JournalRow = z
  .object({
    id: z.string(),
    at: Instant,
    /** `actingFor`: whose deputy the person was. */
    by: z.object({ userId: z.string(), role: z.string(), actingFor: z.string().optional() }),
    event: z.string(),
    rule: z.string().optional(),
    caseNo: z.string().optional(),
    month: z.string().optional(),
    providerId: z.string().optional(),
    refs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'JournalRow' });
export type JournalRow = z.infer<typeof JournalRow>;
