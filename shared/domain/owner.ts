import * as z from 'zod';
import { listedByRole, roleKinds } from './role-kinds.ts';
import type { Caller } from './roles.ts';

/** Whose a deadline, a task or an order is: one officer's, one provider's, one unit's, or a role's. */
export const Owner = z.string().regex(new RegExp(`^(officer|provider|unit):.+$|^(${listedByRole.join('|')})$`));
export type Owner = z.infer<typeof Owner>;

export const officerOwner = (officerId: string): Owner => `officer:${officerId}`;
export const providerOwner = (providerId: string): Owner => `provider:${providerId}`;
export const unitOwner = (unitId: string): Owner => `unit:${unitId}`;

/** The unit that is an owner; undefined for every other. */
export const unitIn = (owner: Owner): string | undefined => /^unit:(.+)$/.exec(owner)?.[1];

/** The provider that is one. */
export const providerIn = (owner: Owner): string | undefined => /^provider:(.+)$/.exec(owner)?.[1];

/** The role that is one: everybody who has it. */
export const roleIn = (owner: Owner): (typeof listedByRole)[number] | undefined =>
  listedByRole.find((role) => role === owner);

/** The owner that a caller acts for in the role they have now. */
export function ownerOf(caller: Pick<Caller, 'role' | 'caseload' | 'providerId' | 'unitId'>): Owner {
  switch (roleKinds[caller.role].list) {
    case 'person':
      return officerOwner(caller.caseload);
    case 'provider':
      return providerOwner(caller.providerId ?? '');
    case 'unit':
      return unitOwner(caller.unitId ?? '');
    case 'role':
      return caller.role;
  }
}
