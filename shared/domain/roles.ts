import * as z from 'zod';

/**
 * The roles of the routines. `provider` is a provider's coordinator, `provider-manager` the one who signs for it
 * (L-22, L-25); `head` is the myndighetschef, `officer` the biståndshandläggare. `night-patrol` (Trygghetslarm och
 * nattpatrull) gives urgent orders and nothing else (S-17); `nurse` is the shared list of home health care (S-10).
 */
export const Role = z
  .enum(['officer', 'head', 'fee-officer', 'administrator', 'provider', 'provider-manager', 'night-patrol', 'nurse'])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** Who is calling: the token says who, a membership says as what. */
export type Caller = {
  readonly userId: string;
  readonly role: Role;
  /**
   * Whose work this is: an officer's own cases, or those of the colleague whom the caller stands in for. What is done
   * is always done by `userId`; what may be seen and touched is this one's.
   */
  readonly caseload: string;
  /** Whom the caller stands in for, when it is somebody else; the journal tells both. */
  readonly actingFor?: string;
  /** The provider the caller works for; only for the providers' roles. */
  readonly providerId?: string;
  /** When the person last signed in, as the identity provider says; UTC. */
  readonly signedInAt: string;
  /** The intent that the sign-in was made for, when it was made for one. */
  readonly signedInFor?: string;
  /** How the person proved who they are, in the identity provider's own words. */
  readonly signInLevel: string;
};

export const isProvidersRole = (role: Role): boolean => role === 'provider' || role === 'provider-manager';

/** Who did it, as the journal and the access log tell it: the person, the role, and whom they stood in for. */
export const byOf = ({ userId, role, actingFor }: Caller) => ({ userId, role, ...(actingFor ? { actingFor } : {}) });
