import { type Deadline, lapse } from '../../../shared/domain/deadline.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Moving } from '../outcome/load-moving.ts';
import type { Switch } from '../switch.ts';
import { documentsDue } from '../switch-deadlines.ts';
import { leavesNothing } from './handover.ts';

/** Papers that are to be waited for after all, or not any more; those that have come stay come. */
function afterAnswer(papers: Deadline, one: Switch, due: Deadline, at: Instant): Deadline {
  if (papers.state === 'done') return papers;
  if (leavesNothing(one)) return papers.doneAt === undefined ? lapse(papers, at) : papers;
  return papers.state === 'lapsed' ? due : papers;
}

/**
 * What the answer about the documentation means for the papers that the officer waits for (D15): nothing, once every
 * document goes to the joining provider (L-65).
 */
export function paperChangesOf(one: Switch, moving: Moving, pack: Pack, at: Instant, deps: Deps): readonly Change[] {
  const on = one.date?.on;
  if (on === undefined) return [];
  const ofOrders = [...moving.leavingOrders.values()].flatMap(({ stored, deadlines }) =>
    deadlines.filter(({ entity }) => entity.code === 'D15').map((over) => ({ over, order: stored.entity })),
  );
  const all = [...ofOrders, ...(moving.casePapers ? [{ over: moving.casePapers, order: undefined }] : [])];
  return all.flatMap(({ over, order }) => {
    const next = afterAnswer(over.entity, one, documentsDue(one, order, on, pack), at);
    return next === over.entity ? [] : [deadlineStore(deps.table).save(next, over, at)];
  });
}
