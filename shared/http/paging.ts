import * as z from 'zod';

export const PageSize = z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'How many on a page' });

/** Where a page goes on: the `next` of the page before, which only the table reads. */
export const Cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,2000}$/)
  .optional()
  .meta({ description: 'The `next` of the page before' });
