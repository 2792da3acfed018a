import * as z from 'zod';
import { parseInstant } from '../domain/local-time.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { Caller, FreshSignIn } from '../domain/roles.ts';
import type { IdTokens } from '../ports/id-tokens.ts';

/** The last second that a date can hold. */
const lastSecond = 253_402_300_799;

/** What an id token says of the sign-in itself. An API's gateway gives every claim as text. */
const Proof = z.looseObject({
  nonce: z.string().min(1),
  auth_time: z.coerce.number().positive().max(lastSecond),
  acr: z.string().optional(),
});

/**
 * The sign-in that an id token was made for; nothing when it does not say for what (`nonce`) or when (`auth_time`).
 * `iat` says nothing: a token is renewed without anybody there.
 */
export function signInOf(claims: unknown): FreshSignIn | undefined {
  const { data } = Proof.safeParse(claims);
  const at = data && parseInstant(new Date(data.auth_time * 1000).toISOString());
  return at ? { madeFor: data.nonce, at, level: data.acr ?? 'unspecified' } : undefined;
}

/**
 * The caller with the sign-in that `X-Sign-In` shows, in place of what the bearer shows; without the header as before.
 * Refused unless it is an id token of the same person's.
 */
export async function withSignIn(
  caller: Caller,
  shown: string | undefined,
  idTokens: IdTokens,
): Promise<Result<Caller, 'sign-in-not-valid'>> {
  if (shown === undefined) return accept(caller);
  const claims = await idTokens.read(shown);
  return claims?.sub === caller.userId
    ? accept({ ...caller, signIn: signInOf(claims) })
    : refuse('forbidden', 'sign-in-not-valid');
}
