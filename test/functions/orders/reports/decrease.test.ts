import { beforeEach, describe, expect, it } from 'vitest';
import { decreaseFaults, loweredBy } from '../../../../functions/orders/reports/decrease.ts';
import { officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path } from '../../../support/an-order-under-way.ts';
import { anOrder } from '../../../support/builders.ts';

const OMV = (minutesPerMonth: number, over: object = {}) => ({ code: 'OMV', minutesPerMonth, ...over });
const codesOf = (faults: readonly { at: string; code: string }[]) => faults.map(({ at, code }) => `${at} ${code}`);

describe('what a new decision lowers (SoL 2025:400, 14:9)', () => {
  const before = anOrder({
    state: 'started',
    from: '2026-03-01',
    services: [OMV(600), { code: 'INK', minutesPerMonth: 60 }],
  });
  const lowered = (services: readonly object[]) =>
    loweredBy(before, { ...before, services } as typeof before, '2026-11-12').map(({ code }) => code);

  it.each([
    ['nothing', [OMV(600), { code: 'INK', minutesPerMonth: 60 }], []],
    ['nothing when more is granted', [OMV(900), { code: 'INK', minutesPerMonth: 60 }], []],
    [
      'what gets fewer minutes, though another gets as many more',
      [OMV(500), { code: 'INK', minutesPerMonth: 160 }],
      ['OMV'],
    ],
    ['what is taken away', [OMV(600)], ['INK']],
    [
      'nothing when the same minutes stand in two entries',
      [OMV(400), OMV(200), { code: 'INK', minutesPerMonth: 60 }],
      [],
    ],
  ])('%s', (_what, services, codes) => {
    expect(lowered(services)).toEqual(codes);
  });

  const standing = { ground: 'CIRCUMSTANCES_CHANGED', decision: 'STANDING' } as const;
  it.each([
    ['decided on the day that the act came', '2025-07-01', standing, []],
    ['decided the day before', '2025-06-30', standing, ['body.decrease.ground decrease-before-act']],
    ['decided before, for a set time', '2025-06-30', { ...standing, decision: 'TIMED' }, []],
    ['decided before, by the customer’s wish', '2025-06-30', { ...standing, ground: 'CUSTOMERS_WISH' }, []],
  ] as const)('a decision %s', (_when, decidedOn, decrease, codes) => {
    const services = [OMV(600, { decidedOn })];
    const asked = { from: '2026-11-12', decrease };
    expect(codesOf(decreaseFaults(before, services, asked, '2026-11-02T09:00:00.000Z'))).toEqual(codes);
  });
});

describe('the officer lowers a service', () => {
  let world: World;
  beforeEach(async () => {
    world = await anOrderUnderWay();
  });
  const lower = (over: object = {}) =>
    world.call('changeServices', officer, { path, body: { from: '2026-09-16', services: [OMV(300)], ...over } });
  const decrease = { ground: 'CIRCUMSTANCES_CHANGED', decision: 'STANDING' };

  it('only with a ground, kept in the journal', async () => {
    expect(codesOf((await lower()).body.faults)).toEqual(['body.decrease decrease-without-ground']);
    expect((await lower({ decrease })).status).toBe(200);
    const { items } = (await world.call('getJournal', officer, { path: { caseNo: 'A-1' } })).body;
    const row = items.find(({ event }: { event: string }) => event === 'services-changed');
    expect(row.refs).toMatchObject({ before: 600, after: 300, ...decrease });
  });

  it('never back in time, with all that is wrong named at once', async () => {
    await world.passTo('2026-09-20', '09:00');
    expect(codesOf((await lower()).body.faults).toSorted()).toEqual([
      'body.decrease decrease-without-ground',
      'body.from decrease-back-in-time',
    ]);
    expect((await lower({ from: '2026-09-20', decrease })).status).toBe(200);
  });

  it('and gives no ground where nothing is lowered', async () => {
    const answer = await lower({ services: [OMV(900)], decrease });
    expect(codesOf(answer.body.faults)).toEqual(['body.decrease nothing-lowered']);
  });
});
