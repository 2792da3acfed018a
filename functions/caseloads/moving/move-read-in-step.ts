import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { moveStore } from '../move-store.ts';
import type { Move } from './move.ts';

type Wanted = Pick<Move, 'id' | 'from' | 'to' | 'by'> & { readonly cases: readonly string[] };

/**
 * Cases that a file gives another officer, as a move of cases: with all that hangs on them, and told once to each. The
 * clock goes on with it; what is to be committed the first time, and whether it has come to its end.
 */
export async function moveReadIn(
  { cases, ...wanted }: Wanted,
  at: Instant,
  { table }: Pick<Deps, 'table'>,
): Promise<{ readonly effects: Effects; readonly isOver: boolean }> {
  const moves = moveStore(table);
  const known = await moves.find(wanted.id);
  if (known) return { effects: {}, isOver: known.entity.state !== 'RUNNING' };
  const move: Move = {
    ...{ ...wanted, cases: [...cases], reason: 'OTHER', askedAt: at, state: 'RUNNING' },
    ...{ moved: 0, failed: [] },
  };
  return { effects: { saves: [moves.save(move, undefined)] }, isOver: false };
}
