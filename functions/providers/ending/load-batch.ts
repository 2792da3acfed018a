import type { Deps } from '../../../shared/ports/deps.ts';
import { countCapacity } from '../../../shared/steps/capacity-count.ts';
import { type Moving, movingOf } from './load-moving.ts';

/** How many cases one request moves, so that it is answered in time; and how often one is decided anew. */
const most = { moved: 40, attempts: 4 };

type Moved = { readonly caseNo: string; readonly orderId: string; readonly providerId: string };
type One = Moved | { readonly caseNo: string; readonly code: string } | undefined;

/** One case in a commit of its own; whoever else changes the case meanwhile makes it be decided anew. */
async function moveOne(caseNo: string, moving: Moving, deps: Deps): Promise<One> {
  for (let attempt = 0; attempt < most.attempts; attempt++) {
    const move = await movingOf(caseNo, moving, deps);
    if (!move.ok) return { caseNo, code: move.code };
    if (!move.value) return undefined;
    const { order, changes } = move.value;
    const all = [...changes, ...(await countCapacity(changes, deps, moving.at))];
    if ((await deps.table.commit(all)) === 'committed')
      return { caseNo, orderId: order.id, providerId: order.providerId };
  }
  return { caseNo, code: 'changed-meanwhile' };
}

/** Moves one case after the other, up to as many as a request may; what fails is told and keeps no other from its turn. */
export async function moveAll(cases: readonly string[], moving: Moving, deps: Deps) {
  const moved: Moved[] = [];
  const failed: { readonly caseNo: string; readonly code: string }[] = [];
  let gone = 0;
  for (const caseNo of cases) {
    if (moved.length >= most.moved) break;
    const one = await moveOne(caseNo, moving, deps);
    if (one === undefined) gone += 1;
    else if ('code' in one) failed.push(one);
    else moved.push(one);
  }
  return { moved, failed, left: cases.length - moved.length - gone };
}
