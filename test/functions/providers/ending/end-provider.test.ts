import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../../shared/domain/local-time.ts';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { orderStore } from '../../../../shared/stores/order-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { administrator, aWorld, coordinator, manager, officer, type World } from '../../../support/a-world.ts';

const lastDay = '2026-11-30';
const path = { providerId: 'P1' };
const end = (world: World, to: unknown = 'TURNS', day = lastDay) =>
  world.call('endProvider', administrator, { path, body: { lastDay: day, to } });

async function aThird(world: World) {
  const body = { number: 3, name: 'Omsorg Tre AB', kind: 'private', email: 'p3@utforare.example' };
  return world.call('saveProvider', administrator, { path: { providerId: 'P3' }, body });
}
const drawUp = (world: World, ids: readonly string[]) =>
  world.call('arrangeTurns', officer, {
    body: { providers: ids.map((providerId) => ({ providerId, number: Number(providerId.slice(1)) })) },
  });

/** Who serves a case on a day, and with how many minutes a month. */
async function serves(world: World, caseNo: string, date: string) {
  const all = await assignmentStore(world.table).ofCase(caseNo);
  return all
    .filter(({ from, to }) => from <= date && (to === null || date <= to))
    .map(({ providerId, services }) => `${providerId} ${services.reduce((sum, one) => sum + one.minutesPerMonth, 0)}`);
}

describe('the end of a provider', () => {
  it('tells home health care of an enrolled customer who goes on, and with whom (S-58, S-59); not of others', async () => {
    const world = await aWorld({ settings: { pack: 'sn2016-840' } });
    await drawUp(world, ['P1', 'P2']);
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    for (const [caseNo, healthCareEnrolled] of [
      ['A-1', true],
      ['A-2', false],
    ] as const) {
      const body = { caseNo, providerId: 'P1', services, choice: { mode: 'ORAL' }, healthCareEnrolled };
      expect((await world.call('placeOrder', officer, { body })).status).toBe(201);
    }
    const { body } = await end(world);
    expect(body).toMatchObject({ failed: [], moved: [{ caseNo: 'A-1' }, { caseNo: 'A-2' }] });
    await world.tick();
    const toNurses = (await world.letters()).filter(({ to }) => to === 'n1@kommun.example');
    expect(toNurses.map(({ text }) => text.split('\n').slice(0, 2)).slice(1)).toEqual([
      [
        'Omsorg Ett AB slutar hos en kund som är inskriven i hemsjukvården. Sista dag: mån 30 nov 2026.',
        'Ärende A-1. Ny utförare: Kommunens hemtjänst, p2@utforare.example.',
      ],
    ]);
    expect(await world.journal('A-1')).toContain('nurses-notified S-58 D1');
    expect(await world.journal('A-2')).not.toContain('nurses-notified S-58 D1');
    const path = { orderId: body.moved[0].orderId };
    expect((await world.call('getOrder', officer, { path })).body).toMatchObject({ healthCareEnrolled: true });
  });

  it('moves all its customers by turn, from the day after the last (A14)', async () => {
    const world = await aWorld();
    await aThird(world);
    await drawUp(world, ['P1', 'P2', 'P3']);
    await world.register(
      { caseNo: 'A-1' },
      { caseNo: 'A-2', minutes: 300 },
      { caseNo: 'A-3', providerId: 'P2' },
      { caseNo: 'A-4', to: '2026-11-15' },
    );
    const { body } = await end(world);
    expect(body).toMatchObject({ lastDay, failed: [], left: 0 });
    expect(body.moved.map((one: { caseNo: string; providerId: string }) => `${one.caseNo} ${one.providerId}`)).toEqual([
      'A-1 P2',
      'A-2 P3',
    ]);
    expect(await serves(world, 'A-1', lastDay)).toEqual(['P1 600']);
    expect(await serves(world, 'A-1', plusDays(lastDay, 1))).toEqual(['P2 600']);
    expect(await serves(world, 'A-2', plusDays(lastDay, 1))).toEqual(['P3 300']);
    expect(await serves(world, 'A-4', '2026-11-15')).toEqual(['P1 600']);
    expect(await world.journal('A-1')).toEqual(['customer-moved A14 D1']);

    const [first] = body.moved;
    const order = (await world.call('getOrder', officer, { path: { orderId: first.orderId } })).body;
    expect(order).toMatchObject({
      choice: { how: 'MOVED', pick: 3 },
      from: '2026-12-01',
      state: 'placed',
      officerId: 'O1',
    });
    expect(order.deadlines.map(({ code }: { code: string }) => code)).toEqual(['D01', 'D02']);
    const { picks } = (await world.call('listTurns', officer)).body;
    expect(picks[1]).toMatchObject({ providerId: 'P2', skipped: [{ provider: 'P1', reason: 'ENDED' }] });

    await world.tick();
    const letters = (await world.letters()).map(({ to, subject }) => `${to}: ${subject}`);
    expect(letters).toEqual([
      'p2@utforare.example: Ny beställning att bekräfta',
      'p3@utforare.example: Ny beställning att bekräfta',
    ]);
    // Asked again, nobody is moved twice.
    expect((await end(world)).body).toMatchObject({ batchId: body.batchId, moved: [], failed: [], left: 0 });
  });

  it('ends the orders at the one that leaves, whose documentation is owed (L-53), and tells it case by case', async () => {
    const world = await aWorld();
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    const place = (caseNo: string, from?: string) =>
      world.call('placeOrder', officer, { body: { caseNo, providerId: 'P1', services, ...(from ? { from } : {}) } });
    const started = (await place('A-1')).body.id;
    await world.call('startOrder', coordinator, { path: { orderId: started }, body: {} });
    const ahead = (await place('A-2', '2026-12-15')).body.id;

    const { body } = await end(world, { 'A-1': 'P2', 'A-2': 'P2' });
    expect(body.moved.map(({ caseNo }: { caseNo: string }) => caseNo)).toEqual(['A-1', 'A-2']);
    const was = (await world.call('getOrder', manager, { path: { orderId: started } })).body;
    expect(was).toMatchObject({ state: 'ending', ending: { cause: 'PROVIDER_ENDED', lastDay, before: 'started' } });
    expect(was.deadlines.map(({ code }: { code: string }) => code)).toContain('D15');
    // What had not begun never does: its days are gone, and nobody waits for its start.
    const never = (await world.call('getOrder', manager, { path: { orderId: ahead } })).body;
    expect(never.deadlines.every(({ state }: { state: string }) => state === 'lapsed')).toBe(true);
    expect(await serves(world, 'A-2', '2026-12-15')).toEqual(['P2 600']);
    expect(await assignmentStore(world.table).ofCase('A-2')).toHaveLength(1);

    await world.tick();
    const told = (await world.letters()).filter(({ to }) => to === 'p1@utforare.example');
    expect(told.filter(({ subject }) => subject === 'Ett ärende kan avslutas')).toHaveLength(2);

    await world.passTo('2026-12-01', '00:30');
    expect((await orderStore(world.table).find(started))?.entity.state).toBe('closed');
  });

  it('owes no documentation where the routine keeps none in a file of the case (L-53 is another’s)', async () => {
    const world = await aWorld({ settings: { pack: 'sn2016-840' } });
    await drawUp(world, ['P1', 'P2']);
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    const order = { caseNo: 'A-1', providerId: 'P1', services, choice: { mode: 'ORAL' }, healthCareEnrolled: false };
    const { id: orderId } = (await world.call('placeOrder', officer, { body: order })).body;
    const step = async (key: 'contactProvider' | 'startOrder' | 'executeOrder', who: typeof officer, body: object) =>
      (await world.call(key, who, { path: { orderId }, body })).status;
    expect(await step('contactProvider', officer, { channel: 'PHONE', delivery: 'POST' })).toBe(200);
    expect(await step('startOrder', coordinator, {})).toBe(200);
    expect(await step('executeOrder', officer, { executedFrom: '2026-11-02' })).toBe(200);
    expect((await end(world)).body).toMatchObject({ failed: [], moved: [{ caseNo: 'A-1' }] });
    const was = (await world.call('getOrder', officer, { path: { orderId } })).body;
    expect(was.ending).toMatchObject({ cause: 'PROVIDER_ENDED' });
    expect(was.deadlines.map(({ code }: { code: string }) => code)).not.toContain('D15');
  });

  it('goes on where it stopped: forty at a time, and what failed when it has been mended', async () => {
    const world = await aWorld();
    await aThird(world);
    const cases = Array.from({ length: 45 }, (_, index) => `A-${100 + index}`);
    await world.register(...cases.map((caseNo) => ({ caseNo })));
    await world.call('pauseProvider', administrator, {
      path: { providerId: 'P2' },
      body: { from: '2026-11-02', reason: 'flytt' },
    });
    const named = Object.fromEntries(
      cases.map((caseNo, index) => [caseNo, index === 0 ? 'P2' : index === 1 ? 'P9' : 'P3']),
    );
    const { 'A-102': _, ...without } = named;

    const first = (await end(world, without)).body;
    expect(first.failed).toEqual([
      { caseNo: 'A-100', code: 'provider-not-open' },
      { caseNo: 'A-101', code: 'unknown-provider' },
      { caseNo: 'A-102', code: 'no-provider-named' },
    ]);
    expect([first.moved.length, first.left]).toEqual([40, 5]);
    const second = (await end(world, { ...named, 'A-101': 'P3' })).body;
    expect([second.moved.length, second.failed.length, second.left]).toEqual([4, 1, 1]);
    expect(second.batchId).toBe(first.batchId);
    await world.call('resumeProvider', administrator, { path: { providerId: 'P2' }, body: {} });
    expect((await end(world, named)).body).toMatchObject({ moved: [{ caseNo: 'A-100', providerId: 'P2' }], left: 0 });
    for (const caseNo of cases) {
      expect(await serves(world, caseNo, lastDay), caseNo).toEqual(['P1 600']);
      expect(await serves(world, caseNo, plusDays(lastDay, 1)), caseNo).toHaveLength(1);
    }
  });

  it('leaves with the customer an order that a colleague places meanwhile', async () => {
    const world = await aWorld();
    await world.register({ caseNo: 'A-1' });
    const services = [{ code: 'STAD', minutesPerMonth: 60 }];
    const [moved] = await Promise.all([
      end(world, { 'A-1': 'P2' }),
      world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P1', services, urgent: true } }),
    ]);
    expect(moved.status).toBe(200);
    await end(world, { 'A-1': 'P2' });
    expect(await serves(world, 'A-1', plusDays(lastDay, 1))).not.toContain('P1 60');
    const minutes = (await serves(world, 'A-1', plusDays(lastDay, 1))).map((one) => Number(one.split(' ')[1]));
    expect([600, 660]).toContain(minutes.reduce((sum, one) => sum + one, 0));
  });

  it('counts what the others take on against their ceilings', async () => {
    const world = await aWorld();
    await world.register({ caseNo: 'A-1', minutes: 570 });
    await world.call('declareCeiling', administrator, { path: { providerId: 'P2' }, body: { value: 10 } });
    await end(world, { 'A-1': 'P2' });
    const capacity = (await world.call('getCapacity', officer, { path: { providerId: 'P2' } })).body;
    expect(capacity).toMatchObject({ usedToday: 0, used: 9, state: 'NEAR', forecast: { near: '2026-12-01' } });
    await world.tick();
    expect((await world.letters()).filter(({ subject }) => subject.includes('kapacitetstak'))).toHaveLength(2);
  });

  it('is told from a day that has been: nobody is left with who has gone (A14)', async () => {
    const world = await aWorld({ date: '2026-11-12' });
    await world.register({ caseNo: 'A-1' });
    const told = await end(world, { 'A-1': 'P2' }, '2026-11-09');
    expect(told).toMatchObject({ status: 200, body: { moved: [{ caseNo: 'A-1', providerId: 'P2' }], left: 0 } });
    const given = await assignmentStore(world.table).ofCase('A-1');
    expect(given.map(({ providerId, from, to }) => [providerId, from, to]).toSorted()).toEqual([
      ['P1', '2025-03-01', '2026-11-09'],
      ['P2', '2026-11-10', null],
    ]);
  });

  it('is told from a day in a month that has ended too, and asked about where that month is stated', async () => {
    const world = await aWorld({ date: '2026-11-02' });
    await world.register({ caseNo: 'A-1' }, { caseNo: 'A-2' });
    const data = { statement: { at: '2026-11-01T12:00:00.000Z' } };
    await world.put({ kind: 'put', over: 0, item: { pk: 'MONTH#2026-10#P1', sk: 'HEAD', data } });
    const body = { lastDay: '2026-10-20', to: { 'A-1': 'P2', 'A-2': 'P2' } };
    const ask = (more: object = {}) => world.call('endProvider', administrator, { path, body: { ...body, ...more } });
    const asked = await ask();
    expect(asked).toMatchObject({ status: 409, body: { code: 'month-stated' } });
    expect(asked.body.faults.map(({ at }: { at: string }) => at)).toEqual(['months.2026-10.P1', 'months.2026-10.P1']);
    expect(asked.body.faults[0].message).toContain('beviljat 600 → 387 minuter');
    // Nothing has been decided, and nobody has been moved; by turn it is asked as well.
    expect((await providerStore(world.table).find('P1'))?.entity.ending).toBeUndefined();
    expect(await ask({ to: 'TURNS' })).toMatchObject({ status: 409, body: { code: 'month-stated' } });
    expect(await serves(world, 'A-1', '2026-10-21')).toEqual(['P1 600']);
    const told = await ask({ acceptsStated: true });
    expect(told).toMatchObject({
      status: 200,
      body: { left: 0, failed: [], moved: [{ caseNo: 'A-1' }, { caseNo: 'A-2' }] },
    });
    expect(told.body.stated).toMatchObject([
      { month: '2026-10', providerId: 'P1' },
      { month: '2026-10', providerId: 'P1' },
    ]);
    expect(await serves(world, 'A-1', '2026-10-21')).toEqual(['P2 600']);
    expect(await world.journal('A-1')).toContainEqual(expect.stringMatching(/^stated-month-changed/));
  });

  it('asks about the month of the one who takes over, too, and about none that is not stated', async () => {
    const world = await aWorld({ date: '2026-11-02' });
    await world.register({ caseNo: 'A-1' });
    const data = { statement: { at: '2026-11-01T12:00:00.000Z' } };
    await world.put({ kind: 'put', over: 0, item: { pk: 'MONTH#2026-10#P2', sk: 'HEAD', data } });
    const asked = await end(world, { 'A-1': 'P2' }, '2026-10-20');
    expect(asked.body.faults).toMatchObject([{ at: 'months.2026-10.P2' }]);
    expect(await end(world, { 'A-1': 'P2' }, '2026-10-31')).toMatchObject({
      status: 200,
      body: { moved: [{ caseNo: 'A-1', providerId: 'P2' }] },
    });
  });

  it('is refused far back, on another day than decided, for nobody, and gets no new customers meanwhile', async () => {
    const world = await aWorld();
    expect(await end(world, 'TURNS', '2023-10-30')).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'last-day-past' }] },
    });
    const nobody = await world.call('endProvider', administrator, {
      path: { providerId: 'P9' },
      body: { lastDay, to: 'TURNS' },
    });
    expect(nobody.status).toBe(404);
    expect((await end(world)).status).toBe(200);
    expect(await end(world, 'TURNS', '2026-12-01')).toMatchObject({ status: 409, body: { code: 'provider-ending' } });
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    const placed = await world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P1', services } });
    expect(placed).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.providerId', code: 'provider-not-open' }] },
    });
    expect((await providerStore(world.table).find('P1'))?.entity).toMatchObject({ approvedTo: lastDay });
  });
});
