import { beforeAll, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { aWorld, coordinator, neighbour, officer, type World } from '../../support/a-world.ts';

/** Leksand: a private provider by day and the municipality's own at night, as the customer chose (L-02, A74). */
const choice = { mode: 'WRITTEN', informedOfChoice: true, informationHandedOver: true };
const hasNow = ({ providerId, services, from, to }: Given) =>
  `${providerId} ${services.map(({ code }) => code).join('+')} ${from}–${to ?? ''}`;
type Given = { providerId: string; services: readonly { code: string }[]; from: string; to: string | null };

let world: World;
const order = (providerId: string, ...codes: string[]) =>
  world.call('placeOrder', officer, {
    body: { caseNo: 'A-1', providerId, services: codes.map((code) => ({ code, minutesPerMonth: 600 })), choice },
  });
const days = async () => (await assignmentStore(world.table).ofCase('A-1')).map(hasNow).toSorted();
const stateOf = async (orderId: string) => (await world.call('getOrder', officer, { path: { orderId } })).body.state;

describe('a private provider by day and the municipality at night', () => {
  let switchId: string;
  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
  });

  it('are two orders, the second placed beside the first (L-02, L-11, A74)', async () => {
    expect((await order('P1', 'OMV')).body.id).toBe('B-1');
    expect(await order('P2', 'NATT')).toMatchObject({ status: 201, body: { id: 'B-2' } });
    for (const [who, orderId] of [
      [coordinator, 'B-1'],
      [neighbour, 'B-2'],
    ] as const) {
      expect((await world.call('confirmOrder', who, { path: { orderId }, body: {} })).status).toBe(200);
      expect((await world.call('startOrder', who, { path: { orderId }, body: {} })).status).toBe(200);
    }
    expect(await days()).toEqual(['P1 OMV 2026-11-02–', 'P2 NATT 2026-11-02–']);
  });

  it.each([['P1'], ['P2']])('never twice of one service: %s is refused, and it says which', async (providerId) => {
    const refused = await order(providerId, 'INK', 'NATT');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'case-has-order', faults: [{ at: 'body.services.1.code', code: 'service-taken' }] },
    });
    expect(refused.body.faults[0].message).toContain('NATT');
    expect(await days()).toHaveLength(2);
  });

  it('nor by a change of what is granted (L-45)', async () => {
    const services = ['OMV', 'NATT'].map((code) => ({ code, minutesPerMonth: 600 }));
    const body = { from: '2026-11-10', services };
    const refused = await world.call('changeServices', officer, { path: { orderId: 'B-1' }, body });
    expect(refused).toMatchObject({ status: 409, body: { code: 'case-has-order' } });
  });

  it('an urgent order says which of them it is for (L-14)', async () => {
    const body = { caseNo: 'A-1', urgent: true, services: [{ code: 'NATT', minutesPerMonth: 60 }] };
    const asked = await world.call('placeOrder', officer, { body });
    expect(asked).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.providerId', code: 'several-providers' }] },
    });
  });

  it('a switch says which of them is left, and moves nothing of the other’s (L-60, L-62, L-63)', async () => {
    const body = { caseNo: 'A-1', mode: 'ORAL', toProviderId: 'P2' };
    const asked = await world.call('requestSwitch', officer, { body });
    expect(asked).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.leavingProviderId', code: 'leaving-provider-unsaid' }] },
    });
    expect(asked.body.faults[0].message).toContain('P1, P2');
    const one = await world.call('requestSwitch', officer, { body: { ...body, leavingProviderId: 'P1' } });
    expect(one).toMatchObject({ status: 201, body: { leavingId: 'P1', joiningId: 'P2' } });
    switchId = one.body.id;
    const path = { switchId };
    expect((await world.call('tellProviders', officer, { path, body: {} })).status).toBe(200);
    const dated = await world.call('setSwitchDate', officer, { path, body: { on: '2026-11-12' } });
    expect(dated.status).toBe(200);
    expect(await days()).toEqual(['P1 OMV 2026-11-02–2026-11-11', 'P2 NATT 2026-11-02–', 'P2 OMV 2026-11-12–']);
  });

  it('and is undone whole when the joining one takes no more, for the other has not taken the days (L-63)', async () => {
    const off = await world.call('callOffSwitch', officer, {
      path: { switchId },
      body: { reason: 'Kunden ångrade sig' },
    });
    expect(off.status).toBe(200);
    expect(await days()).toEqual(['P1 OMV 2026-11-02–', 'P2 NATT 2026-11-02–']);
  });

  it('the end of one ends nothing of the other, and the yearly follow-up stays until the last (L-56, L-72)', async () => {
    const body = { lastDay: '2026-11-20' };
    expect((await world.call('endOrder', officer, { path: { orderId: 'B-1' }, body })).status).toBe(200);
    await world.passTo('2026-11-21', '08:00');
    expect([await stateOf('B-1'), await stateOf('B-2')]).toEqual(['closed', 'started']);
    const { items } = (await world.call('listUpcoming', officer)).body;
    expect(items.map(({ code }: { code: string }) => code)).toContain('D17');
  });
});
