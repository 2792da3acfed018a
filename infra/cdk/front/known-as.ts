import * as z from 'zod';
import { nameIn } from '../../../shared/aws/name-in.ts';

const Claims = z.looseObject({});
const SignedIn = z.looseObject({
  requestContext: z.looseObject({ authorizer: z.looseObject({ jwt: z.looseObject({ claims: Claims }) }) }),
});

/**
 * The sign-in gives everybody a number of its own as `sub`, which nobody knows before the first visit. Memberships are
 * written under the name that stands still: the one of the invitation, or `kommunen_` and the municipality's own
 * subject, which no invited person can be given. Only a name that the checked token says is taken.
 */
export const knownAs =
  <Event, Context, Answer>(handler: (event: Event, context: Context) => Promise<Answer>) =>
  async (event: Event, context: Context): Promise<Answer> => {
    const signedIn = SignedIn.safeParse(event);
    const claims = signedIn.data?.requestContext.authorizer.jwt.claims;
    const name = claims && nameIn(claims);
    // A new event: what the gateway gave stays as it was given.
    return name === undefined ? handler(event, context) : handler(renamed(event, signedIn.data, name), context);
  };

function renamed<Event>(event: Event, signedIn: z.infer<typeof SignedIn> | undefined, sub: string): Event {
  if (!signedIn) return event;
  const { requestContext } = signedIn;
  const { authorizer } = requestContext;
  const claims = { ...authorizer.jwt.claims, sub };
  return {
    ...event,
    requestContext: { ...requestContext, authorizer: { ...authorizer, jwt: { ...authorizer.jwt, claims } } },
  };
}
