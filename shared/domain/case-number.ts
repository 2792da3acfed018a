import * as z from 'zod';
import { holdsPersonId } from './person-id.ts';

/**
 * A case number is what mail, keys and URLs may carry instead of a person (S-24, A46), so it must never be one:
 * letters, digits and a few separators, and nothing that reads as a personnummer.
 */
export const CaseNumber = z
  .string()
  .regex(/^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9.:_-]{0,39}$/, 'not a case number')
  .refine((text) => !holdsPersonId(text), 'a case number must not be a personnummer')
  .meta({ id: 'CaseNumber', example: 'A-1001' });

/** An id that may be used in a key, a file name and a URL. */
export const SafeId = z.string().regex(/^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9._-]{0,79}$/, 'not an id');
