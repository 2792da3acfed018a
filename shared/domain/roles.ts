import * as z from 'zod';
import { roleKinds, roles } from './role-kinds.ts';

export const Role = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** A sign-in that was made for one signing, as an id token proves it. */
export type FreshSignIn = {
  /** The id of the intent that it was made for. */
  readonly madeFor: string;
  /** When the person signed in, as the identity provider says; UTC. */
  readonly at: string;
  /** How the person proved who they are, in the identity provider's own words. */
  readonly level: string;
};

/** Who is calling: the token says who, a membership says as what. */
export type Caller = {
  readonly userId: string;
  readonly role: Role;
  /**
   * Whose work this is: an officer's own cases, or those of the colleague whose deputy the caller is. What is done is
   * always done by `userId`; what may be seen and touched is this one's.
   */
  readonly caseload: string;
  /** Whose deputy the caller is, when they act as one; the journal names both. */
  readonly actingFor?: string;
  /** The provider the caller works for; only for the providers' roles. */
  readonly providerId?: string;
  /** The unit of the municipality's own that the role is held at; nobody acts for another. */
  readonly unitId?: string;
  /** The sign-in that was made for what is about to be signed; nothing where none is shown. */
  readonly signIn?: FreshSignIn;
};

/** Whether the role is held at a unit of the municipality's own, and is none without it. */
export const isUnitsRole = (role: Role): boolean => roleKinds[role].list === 'unit';

export const isProvidersRole = (role: Role): boolean => roleKinds[role].worksFor === 'provider';

/** Who did it, as the journal and the access log name it: the person, the role, and whose deputy they were. */
export const byOf = ({ userId, role, actingFor }: Caller) => ({ userId, role, ...(actingFor ? { actingFor } : {}) });
