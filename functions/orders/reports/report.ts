import * as z from 'zod';
import { dateOf, Instant, LocalDate, Month } from '../../../shared/domain/local-time.ts';

/** What a provider reports to the officer of a case, and the rule that asks for it. */
export const reportRules = {
  INCREASED: 'L-45',
  CHANGED: 'L-57',
  DECLINES: 'L-50',
  HOSPITAL: 'L-58',
  HOME: 'L-68',
  DEATH: 'L-59',
  END_WISH: 'L-70',
} as const;

/** Something that was reported of a case, as it was received. What was said in words is in the thread alone. */
export const Report = z
  .object({
    id: z.string(),
    orderId: z.string(),
    caseNo: z.string(),
    kind: z.enum(['INCREASED', 'CHANGED', 'DECLINES', 'HOSPITAL', 'HOME', 'DEATH', 'END_WISH']),
    at: Instant,
    by: z.string(),
    /** The day it is about: noticed, admitted, home again, wished for. */
    on: LocalDate,
    /** The last day of it, where it has one: home again. */
    to: LocalDate.optional(),
    /** Told on a later day than it was noticed (A35). */
    late: z.boolean(),
    /** The provider's own estimate of what is needed. */
    minutesPerMonth: z.int().optional(),
    /** How many declined visits. */
    count: z.int().optional(),
    /** The form that it was taken over from: its month, whose it is and who signed it (A66). */
    form: z.object({ month: Month, providerId: z.string(), by: z.string() }).optional(),
    threadId: z.string().optional(),
    acknowledged: z.object({ at: Instant, by: z.string() }).optional(),
  })
  .meta({ id: 'Report' });
export type Report = z.infer<typeof Report>;

/** "Omedelbart" and "snarast" are read as the same calendar day; later is taken and marked (A35, L-57, L-58). */
export const isLate = (on: LocalDate, at: Instant): boolean => on < dateOf(at);
