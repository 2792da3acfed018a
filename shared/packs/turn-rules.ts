import type { TurnRules } from '../domain/turn-list.ts';
import type { Pack } from './pack.ts';

/** How the routine reads its turn list (A12, A13). */
export const turnRules = ({ params }: Pick<Pack, 'params'>): TurnRules => ({
  keepsTurn: params['rotation.skipKeepsTurn'],
  sharedUrgent: params['rotation.sharedUrgent'],
});
