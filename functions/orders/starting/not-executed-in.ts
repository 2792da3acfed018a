import * as z from 'zod';
import { findPersonIds } from '../../../shared/domain/person-id.ts';

/** A service that is not carried out, and why (S-19, S-37): the reason stays in the system and names nobody. */
export const NotExecutedIn = z.strictObject({
  code: z.string().meta({ example: 'OMV' }),
  reason: z
    .string()
    .trim()
    .min(3)
    .max(500)
    .refine((text) => findPersonIds(text).length === 0, 'person-id-in-text'),
});
