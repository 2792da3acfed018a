import * as z from 'zod';
import { listedByRole, roleKinds } from './role-kinds.ts';
import type { Caller } from './roles.ts';

/** Whose a deadline, a task or an order is: one officer's, one provider's, or a role's. */
export const Owner = z.string().regex(new RegExp(`^(officer|provider):.+$|^(${listedByRole.join('|')})$`));
export type Owner = z.infer<typeof Owner>;

export const officerOwner = (officerId: string): Owner => `officer:${officerId}`;
export const providerOwner = (providerId: string): Owner => `provider:${providerId}`;

/** The owner that a caller acts for in the role they have now. */
export function ownerOf(caller: Pick<Caller, 'role' | 'caseload' | 'providerId'>): Owner {
  const { list } = roleKinds[caller.role];
  if (list === 'person') return officerOwner(caller.caseload);
  return list === 'provider' ? providerOwner(caller.providerId ?? '') : caller.role;
}
