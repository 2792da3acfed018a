import * as z from 'zod';

const Named = z.looseObject({
  'cognito:username': z.string().min(1).optional(),
  username: z.string().min(1).optional(),
});

/**
 * The name that never changes, in the claims of a checked token of either kind. The pool gives everybody a number of
 * its own as `sub`, which nobody knows before the first visit; memberships are written under the name.
 */
export function nameIn(claims: unknown): string | undefined {
  const { data } = Named.safeParse(claims);
  return data?.['cognito:username'] ?? data?.username;
}
