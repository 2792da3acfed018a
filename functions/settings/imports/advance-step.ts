import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { type Effects, system } from '../../../shared/steps/effects.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { batched } from '../reading-in/municipality-parts-step.ts';
import type { Decided, Importing } from './decision-step.ts';
import type { Unit } from './file-units.ts';
import { besideFiles, type ImportRow, isFault, isWork, knownPerson, otherOfficer, rows } from './import-row.ts';
import { type Import, importStore, type UnitRow } from './import-store.ts';
import { leftOutBy } from './left-out-step.ts';
import { unitsOf } from './load-units.ts';
import { officersMoved } from './officer-moves-step.ts';
import { knownIn, routineFor, unitDecided } from './unit-step.ts';

/** How many things are looked at together, and how many in one run of the job: well within what it may take. */
const slice = 50;
const mostInRun = { READING: 10_000, RUNNING: 3000 } as const;
/** How many are read at once. */
const abreast = 8;

/** Each of some, a few at a time, in their order. */
async function eachOf<T, R>(all: readonly T[], one: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += abreast)
    done.push(...(await Promise.all(all.slice(at, at + abreast).map(one))));
  return done;
}

const isMove = ({ code }: ImportRow): boolean => code === otherOfficer;
/** What is still to be done is what was planned, but for the officer, who has been changed before. */
const sameRows = (one: readonly ImportRow[], other: readonly ImportRow[]): boolean =>
  JSON.stringify(one.filter(isWork)) === JSON.stringify(other.filter((row) => isWork(row) && !isMove(row)));

/** The counts with a thing more: a new one counts once, however much is said of it. */
function counted(counts: Import['counts'], told: readonly ImportRow[]): Import['counts'] {
  const of = (what: ImportRow['what']) => told.filter((row) => row.what === what && row.code !== knownPerson).length;
  const [added, changed, leftOut, faults] = [of('NEW'), of('CHANGED'), of('LEFT_OUT'), of('FAULT')];
  return {
    new: counts.new + added,
    changed: counts.changed + (changed > 0 ? 1 : 0),
    leftOut: counts.leftOut + leftOut,
    faults: counts.faults + faults,
    unchanged: counts.unchanged + (added + changed + leftOut + faults === 0 ? 1 : 0),
  };
}

type Run = { readonly units: readonly Unit[]; readonly by: Importing; readonly at: Instant; readonly deps: Deps };

/** The import as it becomes, with the rows that are told of some of its things, in one commit. */
async function saved(
  next: Import,
  over: Stored<Import>,
  told: readonly UnitRow[],
  { at, deps }: Pick<Run, 'at' | 'deps'>,
): Promise<Stored<Import> | undefined> {
  const store = importStore(deps.table);
  const first = over.entity.done;
  const changes: Change[] = [store.save(next, over)];
  for (const faults of [true, false]) {
    const some = told.filter(({ row }) => isFault(row) === faults);
    if (some.length > 0)
      changes.push(store.saveRows(next, first, faults, some, await store.rowsAt(next.id, faults, first)));
  }
  const isSaved = await committed({ saves: changes }, { by: system, at }, deps);
  return isSaved ? { entity: next, version: over.version + 1 } : undefined;
}

/** Holds the files against what stands, some things at a time, each told of in the rows. */
async function planSome(stored: Stored<Import>, run: Run): Promise<boolean> {
  const { units, by, deps } = run;
  const order = stored.entity;
  // Files that say nothing at all are read through at once.
  if (order.done >= units.length)
    return (await saved({ ...order, state: 'PLANNED', of: units.length }, stored, [], run)) !== undefined;
  let over: Stored<Import> | undefined = stored;
  const until = Math.min(units.length, order.done + mostInRun.READING);
  while (over && over.entity.done < until) {
    const first = over.entity.done;
    const some = units.slice(first, Math.min(first + slice, until));
    const decided = await eachOf(some, (unit) => unitDecided(unit, by, deps));
    const told = decided.flatMap(({ rows: said }, n) => said.map((row) => ({ unit: first + n, row })));
    const counts = decided.reduce((sum, one) => counted(sum, one.rows), over.entity.counts);
    const next: Import = { ...over.entity, done: first + some.length, of: units.length, counts };
    const isLast = next.done === units.length;
    over = await saved(
      { ...next, ...(isLast ? ({ state: 'PLANNED', done: next.done } as const) : {}) },
      over,
      told,
      run,
    );
  }
  return over !== undefined;
}

const stale = (unit: Unit, planned: readonly ImportRow[]): ImportRow => {
  const [row] = planned;
  const text = 'Något har ändrats sedan filen lästes; raden är inte genomförd. Läs in filen igen.';
  if (row)
    return {
      file: row.file,
      ...(row.row === undefined ? {} : { row: row.row }),
      what: 'FAULT',
      at: row.at,
      code: 'changed-meanwhile',
      text,
    };
  return rows.fault({ file: 'cases.json', at: () => unit.kind }, '', 'changed-meanwhile', text);
};

/** One thing as it was planned, or nothing where it stands already; undefined where something else has happened. */
async function actOf(unit: Unit, planned: readonly ImportRow[], { by, deps }: Run): Promise<Effects | undefined> {
  const now: Decided = await unitDecided(unit, by, deps);
  if (!now.rows.some((row) => isWork(row) || isFault(row))) return {};
  if (!sameRows(now.rows, planned)) return undefined;
  return (await now.effects?.()) ?? {};
}

const isCase = ({ unit }: { readonly unit: Unit }): boolean => unit.kind === 'case';
const not =
  <T>(test: (one: T) => boolean) =>
  (one: T): boolean =>
    !test(one);

/** Carries out some of what was planned: cases together, everything else one by one, since it rests on what is before. */
async function carryOut(
  some: readonly { unit: Unit; n: number; planned: readonly ImportRow[] }[],
  run: Run,
): Promise<readonly UnitRow[]> {
  const { by, at, deps } = run;
  const acting = { by: by.acting, at };
  const late: UnitRow[] = [];
  const alone = async ({ unit, n, planned }: (typeof some)[number]): Promise<void> => {
    // Twice: what it rested on may have been changed between reading and committing.
    for (let turn = 0; turn < 2; turn += 1) {
      const effects = await actOf(unit, planned, run);
      if (effects && (await committed(effects, acting, deps))) return;
      if (!effects) break;
    }
    late.push({ unit: n, row: stale(unit, planned) });
  };
  for (const one of some.filter((each) => !isCase(each))) await alone(one);
  const cases = await eachOf(some.filter(isCase), async (one) => ({
    one,
    effects: await actOf(one.unit, one.planned, run),
  }));
  const parts = cases.flatMap(({ one, effects }) => (effects ? [{ one, effects }] : []));
  for (const { one } of cases.filter(({ effects }) => !effects)) await alone(one);
  const whose = new Map(parts.map(({ one, effects }) => [effects, one]));
  for (const batch of batched(parts.map(({ effects }) => effects))) {
    if (await committed(batch.together, acting, deps)) continue;
    for (const effects of batch.parts) {
      const one = whose.get(effects);
      if (one) await alone(one);
    }
  }
  return late;
}

/** Carries out what was planned, from where it stopped. */
async function runSome(stored: Stored<Import>, run: Run): Promise<boolean> {
  const { units, by, at, deps } = run;
  let over: Stored<Import> | undefined = stored;
  let haveMoved = false;
  if (stored.entity.of === 0) over = await saved({ ...stored.entity, state: 'DONE' }, stored, [], run);
  const until = Math.min(stored.entity.of ?? units.length, stored.entity.done + mostInRun.RUNNING);
  while (over && over.entity.done < until) {
    const first = over.entity.done;
    const planned = (await importStore(deps.table).rowsAt(over.entity.id, false, first))?.entity.rows ?? [];
    const byUnit = Map.groupBy(
      planned.filter(({ row }) => isWork(row)),
      ({ unit }) => unit,
    );
    const some = [...byUnit].flatMap(([n, told]) => {
      const unit = units[n];
      return unit ? [{ unit, n, planned: told.map(({ row }) => row) }] : [];
    });
    const late: UnitRow[] = [...(await carryOut(some.filter(not(isCase)), run))];
    const cases = some.filter(isCase);
    if (cases.length > 0 && !haveMoved) {
      // Whoever takes over has got the role by now. What is not done yet is done again from here, and harms nothing.
      const moves = await officersMoved(over.entity, units, { at, slice }, deps);
      let began = false;
      for (const effects of moves.effects)
        began = (await committed(effects, { by: by.acting, at }, deps)) && (began || Object.keys(effects).length > 0);
      if (!moves.isOver) return began;
      haveMoved = true;
    }
    late.push(...(await carryOut(cases, run)));
    const done = Math.min(first + slice, over.entity.of ?? units.length);
    const counts = { ...over.entity.counts, faults: over.entity.counts.faults + late.length };
    const isLast = done >= (over.entity.of ?? units.length);
    over = await saved(
      { ...over.entity, done, counts, ...(isLast ? ({ state: 'DONE' } as const) : {}) },
      over,
      late,
      run,
    );
  }
  if (over?.entity.state === 'DONE') await emptied(over.entity, deps);
  return over !== undefined;
}

/** What has been read in is not kept where it came in: who customers are is sealed beside their cases. */
async function emptied({ files }: Import, { documents }: Deps): Promise<void> {
  for (const { documentId } of files) {
    const document = await documents.find('incoming', documentId);
    if (document) await documents.put('incoming', documentId, new Uint8Array(0), document.contentType);
  }
}

/** Takes an import a bit on its way: false when somebody else was first. Cut off anywhere, it goes on from there. */
export async function advance(stored: Stored<Import>, at: Instant, deps: Deps): Promise<boolean> {
  const order = stored.entity;
  const files = await unitsOf(order, deps);
  const name = files.units.flatMap((unit) => (unit.kind === 'municipality' ? [unit.name] : []))[0];
  const routine = await routineFor(order, name, at, deps);
  if (files.unreadable || !routine.ok) {
    const refused: ImportRow = {
      file: besideFiles,
      what: 'FAULT',
      at: 'municipality',
      code: routine.ok ? 'bad-request' : routine.code,
      text: 'Kommunen finns inte än, eller rutinen går inte att använda.',
    };
    const told = [
      ...files.units.flatMap((unit) => (unit.kind === 'told' ? [unit.row] : [])),
      ...(routine.ok ? [] : [refused]),
    ];
    const counts = { ...order.counts, faults: told.length };
    const failed: Import = { ...order, state: 'FAILED', counts };
    return (
      (await saved(
        failed,
        stored,
        told.slice(0, 500).map((row) => ({ unit: 0, row })),
        { at, deps },
      )) !== undefined
    );
  }
  const knows = await knownIn(files, at, deps);
  const by: Importing = { ...routine.value, at, by: order.by.userId, acting: order.by, knows };
  if (order.state === 'RUNNING') return runSome(stored, { units: files.units, by, at, deps });
  const units = [...files.units, ...(await leftOutBy(files, at, deps))];
  return planSome(stored, { units, by, at, deps });
}
