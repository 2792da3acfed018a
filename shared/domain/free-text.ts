import * as z from 'zod';
import { findPersonIds } from './person-id.ts';

const code = 'person-id-in-text';

/**
 * Text that people type and that others will read, or that is signed: held against what reads as a person's number, as
 * messages and letters are. For what is written in; what was kept before the guard is still read.
 */
export const guarded = <Text extends z.ZodType<string>>(text: Text): Text =>
  text.refine((written) => findPersonIds(written).length === 0, code);

/** The same of a field for a telephone: ten digits with 0 first are its number, however they fall out as a date. */
export const guardedPhone = <Text extends z.ZodType<string>>(text: Text): Text =>
  text.refine((written) => findPersonIds(`tel ${written}`).length === 0, code);

/** Text that people write in the system about a case: by its number, never with a person's. */
export const Remark = guarded(z.string().trim().min(1).max(1000));
