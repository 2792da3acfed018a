import * as z from 'zod';
import type { Caller } from './roles.ts';

/** Whose a deadline, a task or an order is: one officer's, one provider's, or a role's. */
export const Owner = z.string().regex(/^(officer|provider):.+$|^(head|administrator|fee-officer|night-patrol|nurse)$/);
export type Owner = z.infer<typeof Owner>;

export const officerOwner = (officerId: string): Owner => `officer:${officerId}`;
export const providerOwner = (providerId: string): Owner => `provider:${providerId}`;

/** The owner that a caller acts for in the role they have now. */
export function ownerOf(caller: Pick<Caller, 'role' | 'caseload' | 'providerId'>): Owner {
  if (caller.role === 'officer') return officerOwner(caller.caseload);
  if (caller.role === 'provider' || caller.role === 'provider-manager') return providerOwner(caller.providerId ?? '');
  return caller.role;
}
