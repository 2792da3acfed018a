import { adjustmentNumbers, numberOfAdjustment } from '../../../functions/months/adjusting/adjustment-numbers.ts';
import { adjustmentStore } from '../../../functions/months/adjusting/adjustment-store.ts';
import type { MunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import { dateOf, firstDay, type Instant, instantAt } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Machine } from '../machine.ts';
import type { Actors } from '../scripted-month/actors.ts';
import type { SignedFile } from '../scripted-month/month-acts.ts';
import { monthEndSteps } from '../scripted-month/month-end.ts';
import type { Cast, orderingSteps } from '../scripted-month/set-up.ts';
import { byTime, runTimed, type TimedStep } from '../scripted-month/timed.ts';
import type { MonthFolder } from './month-folder.ts';
import { endingIn, type SettlementFile, settledAt, settleEnded } from './settle-ended.ts';
import { caseAtProvider, stretchesOf, stretchesOfCase } from './stretches.ts';
import { decideAdjustments, endStretches, goOn, startsOn, tell, type WalkedBy } from './telling.ts';
import { asKnown, type LaterFact } from './told-facts.ts';

export type MonthsToWalk = {
  readonly folders: readonly MonthFolder[];
  readonly facts: readonly LaterFact[];
  readonly file: MunicipalityFile;
  readonly pack: Pack;
};

export type Walk = {
  readonly machine: Machine;
  readonly people: Actors;
  readonly cast: Cast;
  /** How a month's new cases come to be: ordered, confirmed and begun, or as something else does it. */
  readonly orders: typeof orderingSteps;
  /** What is done with a month when it has been stated, and what the facts came to has been decided. */
  readonly stated: (folder: MonthFolder, signed: readonly SignedFile[]) => Promise<void>;
  /** What is done with what the head has settled, where no later month comes. */
  readonly settled: (settled: readonly SettlementFile[]) => Promise<void>;
};

const providersOf = ({ files, silent }: MonthFolder): readonly string[] => [...files.keys(), ...silent];

/** Everything that is adjusted of the months that are stated is decided, where something has been told. */
async function decideAll({ folders, facts, file }: MonthsToWalk, now: Instant, walk: Walk): Promise<void> {
  if (!facts.some(({ at }) => at <= now)) return;
  const officers = file.officers.map(({ id }) => id);
  for (const folder of folders) {
    if (instantAt(folder.dates.statement, '09:00') > now) continue;
    for (const providerId of providersOf(folder))
      await decideAdjustments({ month: folder.month, providerId }, officers, walk.people);
  }
}

/** The steps of one month: what has changed since the one before, its orders, and its end. */
function monthSteps(at: number, months: MonthsToWalk, telling: WalkedBy, walk: Walk): readonly TimedStep[] {
  const { machine, people, cast, orders } = walk;
  const folder = months.folders[at];
  if (!folder) throw new Error(`there is no month ${at}`);
  const { month, dates, files, silent } = folder;
  const opens = instantAt(firstDay(month), '07:00');
  const beginsNow = (one: MunicipalityFile['cases'][number]) =>
    telling.stretches.get(caseAtProvider(one))?.[0]?.first === at;
  const ordered = (one: MunicipalityFile['cases'][number]) => {
    const [stretch] = telling.stretches.get(caseAtProvider(one)) ?? [];
    if (!stretch) throw new Error(`${one.caseNo} is in no month`);
    return {
      ...one,
      from: startsOn(stretch, telling.folders),
      ...asKnown(stretch, stretchesOfCase(telling.stretches, one.caseNo), telling.facts, machine.clock.now()),
    };
  };
  const signed: SignedFile[] = [];
  const officers = months.file.officers.map(({ id }) => id);
  const about = { month, dates, pack: months.pack, officers, files, silent };
  return [
    ...(at === 0
      ? []
      : [
          {
            at: opens,
            act: async () => {
              await endStretches(at, telling, machine);
              await goOn(at, telling, opens, machine);
            },
          },
        ]),
    ...orders(machine, people, cast, { month, cases: folder.file.cases.filter(beginsNow) }, undefined, ordered),
    ...monthEndSteps(people, cast, about, (some) => signed.push(...some)),
    {
      at: instantAt(dates.statement, '12:00'),
      act: async () => {
        await decideAll(months, machine.clock.now(), walk);
        await walk.stated(folder, signed);
      },
    },
  ];
}

/** The steps of what is told, and of what is undone of it, each with what follows for the months that are stated. */
const factSteps = (months: MonthsToWalk, telling: WalkedBy, walk: Walk): readonly TimedStep[] =>
  months.facts.flatMap((fact) =>
    [fact.at, ...(fact.undoneAt === undefined ? [] : [fact.undoneAt])].map((at) => ({
      at,
      act: async () => {
        await tell(fact, telling, at, walk);
        await decideAll(months, at, walk);
      },
    })),
  );

/** Where a provider ends, what is decided or stated of it is settled in its time. */
function settlingSteps({ folders, facts, pack }: MonthsToWalk, walk: Walk): readonly TimedStep[] {
  const ending = endingIn(folders);
  if (ending.length === 0) return [];
  const told = facts.flatMap(({ at, undoneAt }) => [at, ...(undoneAt === undefined ? [] : [undoneAt])]);
  const stated = folders.map(({ dates }) => instantAt(dates.statement, '12:00'));
  return [...new Set([...told, ...stated])].flatMap((since) => {
    const at = settledAt(since, pack);
    let signed: readonly SettlementFile[] = [];
    return [
      {
        at,
        act: async () => {
          signed = await settleEnded(ending, { folders, since }, walk);
        },
      },
      // What is made for people of what was signed is made by then.
      { at: instantAt(dateOf(at), '12:00'), act: () => walk.settled(signed) },
    ];
  });
}

/** Months walked one after another on a machine that has read the municipality in, with what is told at its time. */
export async function walkMonths(months: MonthsToWalk, walk: Walk): Promise<void> {
  const telling = { folders: months.folders, facts: months.facts, stretches: stretchesOf(months.folders) };
  const steps = [
    ...months.folders.flatMap((_, at) => monthSteps(at, months, telling, walk)),
    ...factSteps(months, telling, walk),
    ...settlingSteps(months, walk),
  ];
  await runTimed(walk.machine, byTime(steps));
}

/** What was decided of a stated month and stands in no statement, by the number that it would have. */
export async function notStated({ file }: MonthsToWalk, { deps: { table } }: Machine): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { id } of file.providers) {
    const all = (await adjustmentStore(table).ofProvider(id)).map(({ entity }) => entity);
    const left = all.filter(({ state }) => state === 'decided' || state === 'reported');
    for (const [one, number] of adjustmentNumbers(left, all)) found.push(numberOfAdjustment(one, number));
  }
  return found;
}
