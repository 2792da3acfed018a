import * as z from 'zod';
import { Instant, Month } from '../../../shared/domain/local-time.ts';
import { printedForms } from './paper-pages.ts';

/** One form of a month as it was printed once: what the letters on its pages name. Nothing personal. */
export const Print = z.object({
  letters: z.string(),
  month: Month,
  providerId: z.string(),
  form: z.enum(printedForms),
  pages: z.int(),
  at: Instant,
  /** The file that was printed. */
  documentId: z.string(),
  /** What is printed on its rows, as a document: what is keyed from a scan of it is held against that. Older ones have none. */
  rowsId: z.string().optional(),
  /** Of a page to sign on: which time the files had come that it names (A60). */
  draftTime: z.int().optional(),
});
export type Print = z.infer<typeof Print>;
