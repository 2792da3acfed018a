import type { Pack } from '../../../shared/packs/pack.ts';

/** The same step by the rule of the routine that counts a notice period (L), or of the one with a window (S). */
const rules = {
  notice: { requested: 'L-60', told: 'L-61', dated: 'L-63', switched: 'L-63', handover: 'L-64' },
  window: { requested: 'S-41', told: 'S-46', dated: 'S-55', switched: 'S-56', handover: 'S-51' },
} as const;

/** Which rule a step is journalled under, as the pack has it. */
export const rulesOf = ({ params }: Pack) => (params['switch.minDays'] > 0 ? rules.window : rules.notice);
