import { dateOf, firstDay, type Instant, monthOf } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { decisionsFor } from './load-decisions.ts';
import { type Quarter, quarterNamed, quarterOf, type UnexecutedRules } from './quarter.ts';
import { type WaitingRow, waitingRows } from './waiting-row.ts';

type Waiting = {
  readonly rows: readonly WaitingRow[];
  readonly quarter: Quarter;
  readonly rules: UnexecutedRules;
};

/** What is reported for a quarter: the one that is named, else the one that today lies in. Refused of one that has not begun. */
export async function waitingIn(
  name: string | undefined,
  at: Instant,
  deps: Pick<Deps, 'table'>,
): Promise<Result<Waiting>> {
  const today = dateOf(at);
  const routine = await routineOn(deps.table, firstDay(monthOf(today)));
  if (!routine.ok) return routine;
  const rules = routine.value.pack.unexecuted;
  if (!rules) return refuse('conflict', 'not-in-routine');
  const quarter = name === undefined ? quarterOf(today, rules) : quarterNamed(name, rules);
  if (!quarter || quarter.from > today)
    return refuse('invalid', 'bad-request', [{ at: 'query.quarter', code: quarter ? 'date-ahead' : 'bad-value' }]);
  const decisions = await decisionsFor(quarter, (some) => waitingRows(some, quarter, rules, today).length > 0, deps);
  return accept({ rows: waitingRows(decisions, quarter, rules, today), quarter, rules });
}
