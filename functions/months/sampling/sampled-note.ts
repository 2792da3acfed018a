import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Instant } from '../../../shared/domain/local-time.ts';

const customer = z
  .enum(['AGREES', 'DIFFERS', 'NOT_ASKED'])
  .meta({ description: 'What the customer said beside what was reported; not asked where it was not possible' });
const visitNotes = z
  .enum(['AGREES', 'DIFFERS', 'NOT_READ'])
  .meta({ description: 'What the notes of the visits say beside what was reported' });

/** What an officer writes of a case in the sample. The text is of a case: read by its officer and the head alone. */
export const SampledSaid = z.strictObject({ customer, visitNotes, comment: Remark.optional() });
export type SampledSaid = z.infer<typeof SampledSaid>;

/** The same as it is kept: the latest word. What was kept before the guard of texts is still read. */
export const SampledNote = z
  .object({ customer, visitNotes, comment: z.string().optional(), by: z.string(), at: Instant, version: z.int() })
  .meta({ id: 'SampledNote' });
export type SampledNote = z.infer<typeof SampledNote>;

export const noted = (
  said: SampledSaid,
  before: SampledNote | undefined,
  { by, at }: Pick<SampledNote, 'by' | 'at'>,
): SampledNote => ({ ...said, by, at, version: (before?.version ?? 0) + 1 });
