import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { moveStore } from '../move-store.ts';
import { casesLeft } from './load-moving.ts';
import { MoveView, moveView } from './move.ts';

/** How far a move has come, and what stays. */
export const getMove = endpoint({
  summary: 'How far a move of cases has come',
  path: z.object({ officerId: SafeId, moveId: SafeId }),
  answer: MoveView,
  async run({ path }, { table }) {
    const move = (await moveStore(table).find(path.moveId))?.entity;
    if (move?.from !== path.officerId) return refuse('missing', 'move-not-found');
    const left = move.state === 'RUNNING' ? await casesLeft(move, table) : [];
    return done(moveView(move, left.length));
  },
});
