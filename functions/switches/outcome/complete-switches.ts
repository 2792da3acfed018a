import { dateOf, type Instant, startOfDay } from '../../../shared/domain/local-time.ts';
import { standingOn } from '../../../shared/domain/provider-standing.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { countCapacity } from '../../../shared/steps/capacity-count.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { bothProviders, settled } from '../load-switch.ts';
import { calledOff } from '../requesting/load-calling-off.ts';
import { rulesOf } from '../requesting/switch-rules.ts';
import type { Switch } from '../switch.ts';
import { switchStore } from '../switch-store.ts';
import { movingOf } from './load-moving.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

const atOnce = 200;
const system = { userId: 'system', role: 'system' };

/** What the clock has to write of one: that its day has come, that it came to nothing, or to look again tomorrow. */
async function changesOf(stored: Stored<Switch>, at: Instant, deps: Deps): Promise<readonly Change[]> {
  const { table } = deps;
  const one = stored.entity;
  const again = switchStore(table).save(one, stored, at);
  const routine = await routineOn(table, dateOf(at));
  const providers = await bothProviders(one, deps);
  const moving = await movingOf(one, deps);
  if (!routine.ok || !providers.ok || !moving.ok) return again;
  const { held, given, others, leavingOrders, joiningOrder, flight } = moving.value;
  const facts = {
    held: held.map(({ entity }) => entity),
    given: given?.entity,
    others,
    leavingOrders: [...leavingOrders.values()].map(({ stored: order }) => order.entity),
    joiningOrder: joiningOrder?.stored.entity,
    // A pause is for new customers; whoever was chosen before it still comes.
    joiningIsOpen: standingOn(providers.value.joining, dateOf(at)) !== 'ENDED',
  };
  const outcome: Outcome | undefined = outcomeOf(one, facts, dateOf(at));
  if (!outcome) return again;
  const deadlines = await deadlineStore(table).ofSwitch(one.id);
  if ('calledOff' in outcome) {
    const step = { stored, deadlines, ...routine.value, ...providers.value };
    const why = { cause: outcome.calledOff };
    const off = await calledOff(step, { moving: moving.value, why, by: system, at }, deps);
    return off.ok ? off.value.changes : again;
  }
  const on = one.date?.on ?? dateOf(at);
  const met = settled(deadlines, { meets: ['D09', 'D19', 'D21'], metAt: startOfDay(on) }, at, deps);
  const row = {
    event: 'switched',
    rule: rulesOf(routine.value.pack).switched,
    caseNo: one.caseNo,
    refs: { switchId: one.id, on },
  };
  return [
    ...switchStore(table).save({ ...one, state: 'switched' }, stored, at),
    switchStore(table).setInFlight(one.caseNo, undefined, flight),
    ...met.changes,
    journalStore(table).append(journalRow(deps.newId('J'), at, system, row)),
  ];
}

async function completeOne(stored: Stored<Switch>, at: Instant, deps: Deps): Promise<boolean> {
  const changes = await changesOf(stored, at, deps);
  const counted = await countCapacity(changes, deps, at);
  return (await deps.table.commit([...changes, ...counted])) === 'committed';
}

/**
 * Every midnight, and after an outage: a switch whose day has come has taken place (L-63, S-56), and one whose customer
 * has died, whose case has ended or whose joining provider is gone comes to nothing. The rest is looked at tomorrow.
 */
export const completeSwitches = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'switches',
      entry: 'completeSwitches',
      atOnce,
      read: switchStore(deps.table).read,
      one: (stored) => completeOne(stored, at, deps),
    },
    at,
    deps,
  ),
);
