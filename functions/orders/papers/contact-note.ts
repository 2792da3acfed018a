import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';

/** Who was spoken with. */
export const contactParties = ['customer', 'relative', 'provider', 'other'] as const;

/** That somebody has called or been called about a case, and what was said: a note of the municipality's own. */
export const ContactNote = z
  .object({
    id: z.string(),
    caseNo: z.string(),
    with: z.enum(contactParties),
    text: z.string(),
    at: Instant,
    by: z.string(),
  })
  .meta({ id: 'ContactNote' });
export type ContactNote = z.infer<typeof ContactNote>;
