import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrangementOf } from '../../../functions/orders/arrangement.ts';
import {
  assigned,
  assignmentOf,
  changeCare,
  endCare,
  giveCare,
  takeCareBack,
} from '../../../functions/orders/care-step.ts';
import { givenBefore, givenUntil } from '../../../functions/orders/ending/death-care-step.ts';
import { endBy } from '../../../functions/orders/ending/ending.ts';
import { orderOf } from '../../../functions/orders/placing/new-order.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { changesOf, type Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { aWorld, officer, providers, type World } from '../../support/a-world.ts';

const accepted = <V>(result: Result<V>): V => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

const at = '2026-11-02T07:00:00.000Z';
let world: World;
const commit = (effects: Effects) =>
  world.table.commit(changesOf(effects, { by: officer, at }, world.deps)).then((how) => expect(how).toBe('committed'));

/** The care as it stands. */
async function standing() {
  const stored = await orderStore(world.table).find('B-1');
  if (!stored) throw new Error('the order is gone');
  const [given] = await assignmentStore(world.table).storedOfCase('A-1');
  return { stored, given, deadlines: await deadlineStore(world.table).ofOrder('B-1') };
}
const daysGiven = async () =>
  (await assignmentStore(world.table).ofCase('A-1')).map(({ from, to }) => `${from} ${to ?? '-'}`);

beforeEach(async () => {
  world = await aWorld();
  const routine = accepted(await routineOn(world.table, '2026-11-02'));
  const given = { id: 'B-1', kind: 'private', caseNo: 'A-1', providerId: 'P1', officerId: 'O1' } as const;
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const about = { services, from: '2026-11-02', to: null, placedAt: at, urgent: false };
  const made = accepted(orderOf({ ...given, ...about }, routine.pack));
  const arrangement = accepted(arrangementOf(routine.pack, 'private'));
  const receiving = { ...routine, provider: providers.P1, arrangement, givenBy: 'officer', at } as const;
  await commit(await giveCare(made, receiving, [{ event: 'order-placed', rule: 'L-10' }], world.deps));
});

describe('a provider gets care', () => {
  it('as an order with what it waits for, days of its own, a letter and a row', async () => {
    const { stored, given, deadlines } = await standing();
    expect(given?.entity).toEqual(assignmentOf(stored.entity));
    expect(deadlines.map(({ entity }) => entity.code)).toEqual(['D01', 'D02']);
    expect(await world.journal('A-1')).toEqual(['order-placed L-10 O1']);
    await world.tick();
    expect((await world.letters()).map(({ to }) => to)).toEqual(['p1@utforare.example']);
  });
});

describe('gets it changed', () => {
  it.each([
    ['other services on the same days', '2026-11-02'],
    ['another first day', '2026-11-20'],
  ])('%s: the same order, and one assignment for it', async (_how, from) => {
    const care = await standing();
    const next = { ...care.stored.entity, from, services: [{ code: 'OMV', minutesPerMonth: 300 }] };
    await commit(changeCare(next, care, { assignment: assignmentOf(next), at }, world.deps).effects);
    const { stored } = await standing();
    expect(stored.entity).toEqual(next);
    expect(await assignmentStore(world.table).ofCase('A-1')).toEqual([assignmentOf(next)]);
  });
  it('is given it again where it had been taken away', async () => {
    const care = await standing();
    await world.put(...(care.given ? assigned(world.deps).take(care.given) : []));
    const { entity } = care.stored;
    const again = { ...care, given: undefined };
    await commit(changeCare(entity, again, { assignment: assignmentOf(entity), at }, world.deps).effects);
    expect(await daysGiven()).toEqual(['2026-11-02 -']);
  });
});

describe('and loses it', () => {
  const ended = async (lastDay: string) => {
    const care = await standing();
    const next = accepted(endBy(care.stored.entity, { cause: 'DECISION', lastDay, by: 'O1', at }));
    await commit(endCare(next, care, { last: lastDay, at }, world.deps).effects);
  };
  it.each([
    ['on a last day', '2026-12-18', ['2026-11-02 2026-12-18']],
    ['before it begins: it never does', '2026-11-01', []],
  ])('%s', async (_when, lastDay, days) => {
    await ended(lastDay);
    expect(await daysGiven()).toEqual(days);
  });
  it('by a death, with the day that had been decided before it', async () => {
    await ended('2026-12-18');
    const care = await standing();
    const pay = { on: '2026-11-10', last: '2026-11-11', decided: '2026-12-18', toldOn: '2026-11-12' };
    await commit({ saves: givenUntil(givenBefore(care.stored.entity, care.given), care.given, pay, world.deps) });
    const [given] = await assignmentStore(world.table).ofCase('A-1');
    expect(given).toMatchObject({
      to: '2026-11-11',
      death: { on: '2026-11-10', to: '2026-12-18', toldOn: '2026-11-12' },
    });
  });
  it('as if it had never been: nobody waits for it', async () => {
    const care = await standing();
    const next = { ...care.stored.entity, state: 'closed' } as const;
    await commit(takeCareBack(next, care, { waits: { lapses: () => true }, at }, world.deps).effects);
    expect(await daysGiven()).toEqual([]);
    expect((await standing()).deadlines.map(({ entity }) => entity.state)).toEqual(['lapsed', 'lapsed']);
  });
});

describe('one way to write what a provider has been given', () => {
  const root = join(import.meta.dirname, '../../..');
  /** Writes that a store's functions are called by: on the store, or on what it was called. */
  const writes = /\bassignment(?:s|Store\([^)]*\))\.(?:add|save|remove)\(/;

  it.each(['assignments.add(next)', 'assignmentStore(deps.table).save(next, over)'])('%s is one', (line) => {
    expect(line).toMatch(writes);
  });
  it('is this step', () => {
    const found = globSync('functions/**/*.ts', { cwd: root }).filter((path) =>
      writes.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(found).toEqual(['functions/orders/care-step.ts']);
  });
});
