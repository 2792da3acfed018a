import { setImmediate } from 'node:timers/promises';
import type { Instant } from '../../shared/domain/local-time.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { dueQueues, nextDueAfter } from '../../shared/stores/due-index.ts';
import type { LocalClock } from './clock.ts';
import type { LoadedWay } from './entries.ts';
import { nextRun } from './schedule.ts';

type House = { readonly ways: readonly LoadedWay[]; readonly deps: Deps; readonly clock: LocalClock };

const scheduled = ({ ways }: House) =>
  ways.flatMap(({ key, entry, run }) =>
    run.kind === 'job' && 'schedule' in entry.on ? [{ key, schedule: entry.on.schedule, run: run.run }] : [],
  );

const ratesOf = (house: House) =>
  scheduled(house)
    .filter(({ schedule }) => schedule.startsWith('rate('))
    .map(({ key }) => key);

type Stop = { readonly at: Instant; readonly jobs: readonly string[] };

/** The next moment at which something happens: a schedule's time, or something in the due index. */
async function nextStop(house: House, after: Instant, until: Instant): Promise<Stop> {
  const jobs = scheduled(house);
  const times = jobs.flatMap(({ key, schedule }) => {
    const at = nextRun(schedule, after);
    return at ? [{ key, at }] : [];
  });
  // No further than the next schedule: a walk of a year must not look through the year at every stop.
  const near = times.map(({ at }) => at).sort()[0] ?? until;
  const horizon = near < until ? near : until;
  const dues = await Promise.all(dueQueues.map((queue) => nextDueAfter(house.deps.table, queue, after, horizon)));
  const first = [horizon, ...dues].filter((at) => at !== undefined).sort()[0] ?? until;
  return { at: first, jobs: [...times.filter(({ at }) => at === first).map(({ key }) => key), ...ratesOf(house)] };
}

async function runJobs(house: House, keys: readonly string[], at: Instant): Promise<number> {
  let did = 0;
  for (const { key, run } of scheduled(house)) {
    if (!keys.includes(key)) continue;
    try {
      did += (await run(at, house.deps)).done;
    } catch (failure) {
      // One job that fails must not keep the others from their work; it comes again with the next turn.
      house.deps.log.error('a job failed', { entry: key, failure });
    }
  }
  return did;
}

/**
 * Walks the clock to `target`, stopping wherever something falls due, and runs the jobs there in the registry's
 * order. The clock shows each stop's time while its jobs run. Where the machine has been before — its clock was moved
 * back — no schedule comes again, but what is stored now is still sent and swept.
 */
export async function runUntil(house: House, target: Instant): Promise<number> {
  const { clock } = house;
  let at = clock.reached() ?? clock.now();
  let did = 0;
  const walks = target > clock.now();
  if (target <= at) return runJobs(house, ratesOf(house), target);
  while (at < target) {
    const stop = await nextStop(house, at, target);
    at = stop.at;
    // A long walk lets others be answered on the way.
    await setImmediate();
    if (walks) clock.set(at);
    did += await runJobs(house, stop.jobs, at);
    clock.reach(at);
  }
  return did;
}
