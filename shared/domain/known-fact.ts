import * as z from 'zod';
import { LocalDate } from './local-date.ts';

/**
 * What the municipality itself knows of a customer: a death, a stay in hospital from the day of admission to the day
 * home again (null: still there). It counts as a row of the deviation form does.
 */
export const KnownFact = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('DEATH'), on: LocalDate }),
    z
      .object({ kind: z.literal('HOSPITAL'), from: LocalDate, to: LocalDate.nullish() })
      .refine(({ from, to }) => !to || from <= to, { path: ['to'], error: 'to-before-from' }),
  ])
  .meta({ id: 'KnownFact' });
export type KnownFact = z.infer<typeof KnownFact>;
