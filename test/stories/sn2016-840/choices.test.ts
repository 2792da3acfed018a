import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, officer, type World } from '../../support/a-world.ts';

const services = [{ code: 'OMV', minutesPerMonth: 600 }];

/** SN/2016:840-700, "akut- och ickevalslistan": one list for those who abstain and for what is urgent. */
describe('the acute and non-choice list', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-16', clock: '09:00', settings: { pack: 'sn2016-840' } });
    await world.call('arrangeTurns', officer, {
      body: {
        providers: [
          { providerId: 'P1', number: 1 },
          { providerId: 'P2', number: 2 },
        ],
      },
    });
  });
  const order = (caseNo: string, more: object) =>
    world.call('placeOrder', officer, { body: { caseNo, services, healthCareEnrolled: false, ...more } });

  it('the officers manage it, and an abstaining customer gets the provider in turn (S-02, S-03, S-04)', async () => {
    expect((await order('A-1', { abstains: true })).body).toMatchObject({
      providerId: 'P1',
      choice: { how: 'ABSTAINED', pick: 2 },
    });
  });

  it('an urgent order follows the same list and consumes the turn (S-16, S-34, A12)', async () => {
    expect((await order('A-2', { urgent: true })).body).toMatchObject({
      providerId: 'P2',
      choice: { how: 'URGENT_TURN', pick: 3 },
    });
    expect((await world.call('listTurns', officer)).body.next).toMatchObject({ providerId: 'P1' });
  });

  it('who has a provider already keeps it for what is urgent, and the list is left alone (S-18, S-35)', async () => {
    const before = (await world.call('listTurns', officer)).body;
    expect((await order('A-2', { urgent: true })).body).toMatchObject({
      providerId: 'P2',
      choice: { how: 'URGENT_EXISTING' },
    });
    expect((await world.call('listTurns', officer)).body).toEqual(before);
  });

  it('the list may be played again by anyone (S-03)', async () => {
    const { turns } = (await world.call('exportTurns', officer)).body;
    expect(turns).toMatchObject([
      { event: 'BUILT', first: 'P1' },
      { kind: 'NONCHOICE', provider: 'P1', skipped: [] },
      { kind: 'URGENT', provider: 'P2', skipped: [] },
    ]);
  });
});
