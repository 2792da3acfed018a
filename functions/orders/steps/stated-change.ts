import * as z from 'zod';

/** Said in the body of an act that reaches back: the months whose statement stands are changed knowingly. */
export const acceptsStated = z.boolean().optional().meta({
  description: 'Yes to what a change dated back means for months whose statement has been sent (409 `month-stated`)',
});

/** What an act means for months whose statement has been sent; each becomes an adjustment. */
export const StatedChange = z
  .object({
    month: z.string(),
    providerId: z.string(),
    grantedBefore: z.int(),
    grantedAfter: z.int(),
    becomes: z.literal('ADJUSTMENT'),
  })
  .meta({ id: 'StatedChange' });
export type StatedChange = z.infer<typeof StatedChange>;
