import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { aWorld, coordinator, officer, type World } from '../../../support/a-world.ts';
import { body as orderBody, path, postSince } from '../../../support/an-order-under-way.ts';

let world: World;
let before: number;
const start = (startedOn: string) => world.call('startOrder', coordinator, { path, body: { startedOn } });
const known = async () => (await assignmentStore(world.table).ofCase('A-1')).flatMap((one) => one.known ?? []);

describe('a first visit while the customer is known to lie in hospital (L-58, L-68, A71)', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-09-07', clock: '08:00' });
    await world.call('placeOrder', officer, { body: orderBody });
    await world.call('confirmOrder', coordinator, { path, body: {} });
    world.sleepTo('2026-09-08', '08:00');
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-09-08' } });
    await world.call('planHomecoming', officer, { path, body: { at: '2026-09-18T12:00:00+02:00' } });
    await world.passTo('2026-09-11', '10:00');
    before = (await world.letters()).length;
  });

  it('before the planned home-coming ends the stay as a fact that is told: the officer hears, and the journal says it', async () => {
    expect(await start('2026-09-11')).toMatchObject({ status: 200, body: { state: 'started' } });
    expect(await known()).toEqual([{ kind: 'HOSPITAL', from: '2026-09-08', to: '2026-09-11' }]);
    expect(await postSince(world, before)).toContain('o1@kommun.example Ny händelse i ett ärende');
    const { body } = await world.call('listReports', officer, { path });
    expect(body.items).toContainEqual(expect.objectContaining({ kind: 'HOME', on: '2026-09-11', by: 'K1' }));
    expect(await world.journal('A-1')).toContain('order-resumed L-68 K1');
  });

  it('on a day before the admission, or its own, ends nothing: the help has begun, and the customer is still there', async () => {
    const answer = await start('2026-09-07');
    expect(answer).toMatchObject({ status: 200, body: { state: 'paused', started: { on: '2026-09-07' } } });
    expect(answer.body.pause.before).toBeUndefined();
    expect(await known()).toEqual([{ kind: 'HOSPITAL', from: '2026-09-08', to: null }]);
    expect(await world.journal('A-1')).not.toContain('order-resumed L-68 K1');
    const home = await world.call('resumeOrder', coordinator, { path, body: { on: '2026-09-11' } });
    expect(home.body.state).toBe('started');
  });
});
