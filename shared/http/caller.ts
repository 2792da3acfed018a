import * as z from 'zod';
import { dateOf, type Instant, parseInstant } from '../domain/local-time.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { Caller, Role } from '../domain/roles.ts';
import type { Table } from '../ports/table.ts';
import { isInForceOn, membershipStore } from '../stores/membership-store.ts';

/** What a checked token says. Who the person is, never what they may do. */
export const Claims = z.looseObject({
  sub: z.string(),
  auth_time: z.coerce.number().optional(),
  iat: z.coerce.number().optional(),
  nonce: z.string().optional(),
  acr: z.string().optional(),
});
export type Claims = z.infer<typeof Claims>;

/** One active role a request: the one asked for, else the only one, else the first that the way in allows. */
function chooseRole(held: readonly Role[], allowed: readonly Role[], asked: string | undefined): Role | undefined {
  if (asked !== undefined) return held.find((role) => role === asked);
  return held.find((role) => allowed.includes(role)) ?? held[0];
}

/** Who is calling and as what: the token says who, the membership in force today says what. */
export async function callerOf(
  claims: Claims,
  asked: { readonly role?: string; readonly allowed: readonly Role[] },
  table: Table,
  at: Instant,
): Promise<Result<Caller, 'no-role' | 'role-not-held' | 'role-not-allowed'>> {
  const memberships = (await membershipStore(table).of(claims.sub)).filter((held) => isInForceOn(held, dateOf(at)));
  if (memberships.length === 0) return refuse('forbidden', 'no-role');
  const role = chooseRole(
    memberships.map((held) => held.role),
    asked.allowed,
    asked.role,
  );
  const membership = memberships.find((held) => held.role === role);
  if (!role || !membership) return refuse('forbidden', 'role-not-held');
  if (!asked.allowed.includes(role)) return refuse('forbidden', 'role-not-allowed');
  const signedIn = claims.auth_time ?? claims.iat ?? 0;
  return accept({
    userId: claims.sub,
    role,
    caseload: claims.sub,
    ...(membership.providerId ? { providerId: membership.providerId } : {}),
    signedInAt: parseInstant(new Date(signedIn * 1000).toISOString()) ?? at,
    ...(claims.nonce ? { signedInFor: claims.nonce } : {}),
    signInLevel: claims.acr ?? 'unspecified',
  });
}
