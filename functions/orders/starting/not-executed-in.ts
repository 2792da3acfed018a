import * as z from 'zod';
import { guarded } from '../../../shared/domain/free-text.ts';

/** A service that is not carried out, and why (S-19, S-37): the reason stays in the system and names nobody. */
export const NotExecutedIn = z.strictObject({
  code: z.string().meta({ example: 'OMV' }),
  reason: guarded(z.string().trim().min(3).max(500)),
});
