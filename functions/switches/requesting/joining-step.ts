import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { nextTurn } from '../../choices/door.ts';

export type Joining = {
  readonly providerId: string;
  /** The turn list's pick, where the customer left it to the list. */
  readonly pick?: number;
  readonly effects: Effects;
};

type Wanted = {
  readonly switchId: string;
  readonly caseNo: string;
  readonly leavingId: string;
  readonly minutes: number;
  /** The provider that the customer chose; the next in turn when nobody was. */
  readonly chosen: string | undefined;
  readonly by: string;
  readonly at: Instant;
};

/** The provider that takes over: the one chosen, or the next in turn but for the one that is left (S-03, S-42). */
export async function joiningOf(
  { switchId, caseNo, leavingId, minutes, chosen, by, at }: Wanted,
  deps: Deps,
): Promise<
  Result<Joining, 'bad-request' | 'no-provider-in-turn' | 'turn-list-missing' | 'not-set-up' | 'no-routine-in-force'>
> {
  if (chosen === leavingId)
    return refuse('invalid', 'bad-request', [{ at: 'body.toProviderId', code: 'same-provider' }]);
  if (chosen !== undefined) return accept({ providerId: chosen, effects: {} });
  const wanted = { orderId: switchId, caseNo, kind: 'NONCHOICE', minutesPerMonth: minutes, leavingId, by, at } as const;
  const turn = await nextTurn(deps, wanted);
  if (!turn.ok) return turn;
  const { providerId, pick, changes: saves } = turn.value;
  return accept({ providerId, pick: pick.seq, effects: { saves } });
}
