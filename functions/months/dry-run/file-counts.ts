import * as z from 'zod';
import { deviationTypes } from '../../../shared/domain/file-columns.ts';

const Count = z.int().min(0);

/** What the two files hold, counted: how the visits came to be written down, and what the form tells of by its kinds. */
export const FileCounts = z.object({
  registrations: z.object({ unsaid: Count, automatic: Count, manual: Count, changed: Count }),
  deviations: z
    .partialRecord(z.enum(deviationTypes), Count)
    .meta({ description: 'Rows of the form, by kind; those above 0' }),
});
export type FileCounts = z.infer<typeof FileCounts>;

/** Rows of a form by their kinds. */
export const countsByType = (
  rows: readonly { readonly type: (typeof deviationTypes)[number] }[],
): FileCounts['deviations'] =>
  Object.fromEntries(
    deviationTypes.flatMap((type) => {
      const count = rows.filter((row) => row.type === type).length;
      return count > 0 ? [[type, count]] : [];
    }),
  );
