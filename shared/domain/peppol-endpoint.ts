import * as z from 'zod';

/** By what somebody is reached in Peppol: the list that the id is of (0007 organisation numbers, 0088 GLN), and the id. */
export const PeppolEndpoint = z.object({
  scheme: z.string().regex(/^\d{4}$/),
  id: z.string().regex(/^[\w.:-]{1,50}$/),
});
