import * as z from 'zod';
import { Instant, Month } from '../../../shared/domain/local-time.ts';
import { paperForms } from './paper-pages.ts';

/** One form of a month as it was printed once: what the letters on its pages name. Nothing personal. */
export const Print = z.object({
  letters: z.string(),
  month: Month,
  providerId: z.string(),
  form: z.enum(paperForms),
  pages: z.int(),
  at: Instant,
  /** The file that was printed. */
  documentId: z.string(),
});
export type Print = z.infer<typeof Print>;
