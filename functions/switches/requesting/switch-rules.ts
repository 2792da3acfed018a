import type { Pack } from '../../../shared/packs/pack.ts';
import type { SwitchRules } from '../../../shared/packs/routine-rules.ts';

/**
 * Under which of the routine's rules a step is journalled. A switch that was asked for before the municipality took a
 * routine without switches goes on, and is journalled under none.
 */
export const rulesOf = ({ rules }: Pack): Partial<SwitchRules> => rules.switches ?? {};

/** The same where the routine has been found to know of switches. */
export function switchRules({ name, rules }: Pack): SwitchRules {
  if (!rules.switches) throw new Error(`${name} has no rules for switches`);
  return rules.switches;
}
