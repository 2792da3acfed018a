import { dateOf, type Instant, startOfDay } from '../../../shared/domain/local-time.ts';
import { standingOn } from '../../../shared/domain/provider-standing.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, system } from '../../../shared/steps/effects.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { bothProviders } from '../load-switch.ts';
import { loadSwitchCase } from '../load-switch-case.ts';
import { calledOff } from '../requesting/calling-off-step.ts';
import { rulesOf } from '../requesting/switch-rules.ts';
import type { Switch } from '../switch.ts';
import { switchStore } from '../switch-store.ts';
import { type ClockOutcome, clockOutcome } from './clock-outcome.ts';

const atOnce = 200;

/** What the clock has to write of one: that its day has come, that it is called off, or to look again tomorrow. */
async function effectsOf(stored: Stored<Switch>, at: Instant, deps: Deps): Promise<Effects> {
  const { table } = deps;
  const one = stored.entity;
  const again = { saves: switchStore(table).save(one, stored, at) };
  const routine = await routineOn(table, dateOf(at));
  const providers = await bothProviders(one, deps);
  const switchCase = await loadSwitchCase(one, deps);
  if (!routine.ok || !providers.ok || !switchCase.ok) return again;
  const { held, given, others, leavingOrders, joiningOrder, flight } = switchCase.value;
  const facts = {
    held: held.map(({ entity }) => entity),
    given: given?.entity,
    others,
    leavingOrders: [...leavingOrders.values()].map(({ stored: order }) => order.entity),
    joiningOrder: joiningOrder?.stored.entity,
    // A pause is for new customers; a provider that was chosen before it still comes.
    joiningIsOpen: standingOn(providers.value.joining, dateOf(at)) !== 'ENDED',
  };
  const outcome: ClockOutcome | undefined = clockOutcome(one, facts, dateOf(at));
  if (!outcome) return again;
  const deadlines = await deadlineStore(table).ofSwitch(one.id);
  if ('calledOff' in outcome) {
    const step = { stored, deadlines, ...routine.value, ...providers.value };
    const why = { cause: outcome.calledOff };
    const off = await calledOff(step, { switchCase: switchCase.value, why, by: system.userId, at }, deps);
    return off.ok ? off.value.effects : again;
  }
  const on = one.date?.on ?? dateOf(at);
  const after = deadlinesAfter(deadlines, { meets: ['D09', 'D19', 'D21'], metAt: startOfDay(on) }, at);
  const row = {
    event: 'switched',
    rule: rulesOf(routine.value.pack).switched,
    caseNo: one.caseNo,
    refs: { switchId: one.id, on },
  };
  return {
    saves: [
      ...switchStore(table).save({ ...one, state: 'switched' }, stored, at),
      switchStore(table).setInFlight(one.caseNo, undefined, flight),
    ],
    deadlines: after.moved,
    rows: [row],
  };
}

const completeOne = async (stored: Stored<Switch>, at: Instant, deps: Deps): Promise<boolean> =>
  committed(await effectsOf(stored, at, deps), { by: system, at }, deps);

/**
 * Every midnight, and after an outage: a switch whose day has come has taken place (L-63, S-56), and one whose customer
 * has died, whose case has ended or whose joining provider is gone is called off. The rest is looked at tomorrow.
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
