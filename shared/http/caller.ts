import * as z from 'zod';
import { type NotDeputy, notDeputy, notLent } from '../domain/deputy.ts';
import { dateOf, type Instant, type LocalDate } from '../domain/local-time.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { Caller, Role } from '../domain/roles.ts';
import type { Table } from '../ports/table.ts';
import { deputyStore } from '../stores/deputy-store.ts';
import { isInForceOn, type Membership, membershipStore } from '../stores/membership-store.ts';
import { signInOf } from './sign-in.ts';

/** What a checked token says. Who the person is, never what they may do. */
export const Claims = z.looseObject({
  sub: z.string(),
  /** What kind of token it is. */
  token_use: z.string().optional(),
});
export type Claims = z.infer<typeof Claims>;

/** One active role a request: the one asked for, else the only one, else the first that the way in allows. */
function chooseRole(held: readonly Role[], allowed: readonly Role[], asked: string | undefined): Role | undefined {
  if (asked !== undefined) return held.find((role) => role === asked);
  return held.find((role) => allowed.includes(role)) ?? held[0];
}

type Refused = 'no-role' | 'role-not-held' | 'role-not-allowed' | NotDeputy;

/** Whose cases these are: the caller's own, or in the days of a deputy those of the officer they act for. */
async function caseloadOf(
  userId: string,
  actingFor: string | undefined,
  role: Role,
  table: Table,
  today: LocalDate,
): Promise<Result<string, NotDeputy>> {
  if (actingFor === undefined || actingFor === userId) return accept(userId);
  const appointments = role === 'officer' ? await deputyStore(table).of(userId, 'officer') : [];
  const refusal = notDeputy(
    appointments.filter(({ forUserId }) => forUserId === actingFor),
    today,
  );
  return refusal ? refuse('forbidden', refusal) : accept(actingFor);
}

/** Why a role that was asked for is not held today: it was handed over for other days, or never. */
function notHeld(all: readonly Membership[], role: string | undefined, today: LocalDate): Refused {
  const lent = all.find((one) => one.role === role && one.deputyFor !== undefined);
  if (lent) return notLent(lent, today);
  return all.some((one) => isInForceOn(one, today)) ? 'role-not-held' : 'no-role';
}

/** Who is calling and as what: the token says who, the membership in force today says what. */
export async function callerOf(
  claims: Claims,
  asked: { readonly role?: string; readonly actingFor?: string; readonly allowed: readonly Role[] },
  table: Table,
  at: Instant,
): Promise<Result<Caller, Refused>> {
  const today = dateOf(at);
  const all = await membershipStore(table).of(claims.sub);
  const memberships = all.filter((held) => isInForceOn(held, today));
  const role = chooseRole(
    memberships.map((held) => held.role),
    asked.allowed,
    asked.role,
  );
  const membership = memberships.find((held) => held.role === role);
  if (!role || !membership) return refuse('forbidden', notHeld(all, asked.role, today));
  if (!asked.allowed.includes(role)) return refuse('forbidden', 'role-not-allowed');
  const caseload = await caseloadOf(claims.sub, asked.actingFor, role, table, today);
  if (!caseload.ok) return caseload;
  const actingFor = caseload.value === claims.sub ? membership.deputyFor : caseload.value;
  // Only an id token proves a sign-in; a token for the API is no signature.
  const signIn = claims.token_use === 'id' ? signInOf(claims) : undefined;
  return accept({
    userId: claims.sub,
    role,
    caseload: caseload.value,
    ...(actingFor ? { actingFor } : {}),
    ...(membership.providerId ? { providerId: membership.providerId } : {}),
    ...(membership.unitId ? { unitId: membership.unitId } : {}),
    ...(signIn ? { signIn } : {}),
  });
}
