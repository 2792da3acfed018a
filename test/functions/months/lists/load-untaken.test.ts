import { describe, expect, it } from 'vitest';
import { handIn } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { coordinator, head, officer, type Person, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path } from '../../../support/an-order-under-way.ts';

const november = { month: '2026-11', providerId: 'P1' };
const getMonth = async (world: World, who: Person = officer) =>
  (await world.call('getMonth', who, { path: november })).body;

/** October handed in with what the form says of A-1, and November closed with nothing handed in. */
async function afterForm(...form: readonly string[]): Promise<World> {
  const world = await anOrderUnderWay('2026-11-02');
  expect(await handIn(world, aReport({ 'A-1': [[1, 60]] }, { form: [...form] }))).toMatchObject({ status: 201 });
  await world.tick();
  await world.passTo('2026-12-08', '08:00');
  expect(await world.call('closeMonth', officer, { path: november, body: {} })).toMatchObject({ status: 200 });
  return world;
}

describe('what a signed form of an earlier month tells of and nobody has taken over (A66)', () => {
  it('is named with the lines of a later month, which are proposed without it, until it is settled', async () => {
    const world = await afterForm('A-1;2026-10-21;;;AVLIDEN;;;');
    const death = { caseNo: 'A-1', orderId: 'B-1', kind: 'DEATH', on: '2026-10-21', month: '2026-10' };
    const shown = await getMonth(world);
    expect(shown.untaken).toEqual([death]);
    expect(shown.lines).toMatchObject([{ caseNo: 'A-1', charged: 600 }]);
    // To whoever signs for them, too; the provider has said it itself.
    expect((await getMonth(world, head)).untaken).toEqual([death]);
    expect((await getMonth(world, coordinator)).untaken).toBeUndefined();
    const body = { reason: 'Fel kund i blanketten' };
    await world.call('dismissFact', officer, { path: { ...path, factId: 'DEATH' }, body });
    expect((await getMonth(world)).untaken).toBeUndefined();
  });

  it('a stay that goes on into it; not one that ended before', async () => {
    const on = await afterForm('A-1;2026-10-28;;;SJUKHUS;;;');
    expect((await getMonth(on)).untaken).toMatchObject([{ kind: 'HOSPITAL', on: '2026-10-28' }]);
    const over = await afterForm('A-1;2026-10-20;2026-10-24;;SJUKHUS;;;');
    expect((await getMonth(over)).untaken).toBeUndefined();
  });
});

it('says from when a month that nothing has come of may be closed, to who closes it (A81)', async () => {
  const world = await anOrderUnderWay('2026-12-02');
  expect((await getMonth(world)).closing).toEqual({ from: '2026-12-08T00:00:00+01:00', may: false });
  expect((await getMonth(world, coordinator)).closing).toBeUndefined();
  await world.passTo('2026-12-08', '08:00');
  expect((await getMonth(world)).closing).toMatchObject({ may: true });
  await world.call('closeMonth', officer, { path: november, body: {} });
  expect((await getMonth(world)).closing).toBeUndefined();
});
