import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import type { Switch } from './switch.ts';

/** From where somebody sees a switch. */
export type Side = 'officer' | 'head' | 'leaving' | 'joining';

/**
 * The caller's side of a switch; undefined where it does not exist to them. A provider has no part in it before both
 * have been told (S-44), whatever it may have heard.
 */
export function sideOf(one: Switch, caller: Caller): Side | undefined {
  if (caller.role === 'head') return 'head';
  if (caller.role === 'officer') return one.officerId === caller.caseload ? 'officer' : undefined;
  if (one.told === undefined || caller.providerId === undefined) return undefined;
  if (one.leavingId === caller.providerId) return 'leaving';
  return one.joiningId === caller.providerId ? 'joining' : undefined;
}

/** Whether the caller's side is one of those whose step it is. */
export const mine = <S extends Side>(side: Side, sides: readonly S[]): Result<S, 'not-your-part'> => {
  const found = sides.find((one) => one === side);
  return found === undefined ? refuse('forbidden', 'not-your-part') : accept(found);
};
