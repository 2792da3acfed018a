import { beforeEach, describe, expect, it } from 'vitest';
import { grantedMinutes } from '../../../../functions/months/dry-run/granted.ts';
import { changedServices } from '../../../../functions/orders/reports/changed-services.ts';
import type { Service } from '../../../../shared/domain/assignment.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { colleague, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path, postSince } from '../../../support/an-order-under-way.ts';
import { anOrder } from '../../../support/builders.ts';

const OMV = (minutesPerMonth: number, over: Partial<Service> = {}): Service => ({
  code: 'OMV',
  minutesPerMonth,
  ...over,
});
const INK = (minutesPerMonth: number, over: Partial<Service> = {}): Service => ({
  code: 'INK',
  minutesPerMonth,
  ...over,
});

const servicesAfter = (order: Order, from: string, services: readonly Service[]) => {
  const changed = changedServices(order, { from, services });
  if (!changed.ok) throw new Error(changed.code);
  return changed.value.services;
};
const order = anOrder({ state: 'started', from: '2026-03-01', services: [OMV(600)] });
const granted = (services: readonly Service[], month: string, proRata = true) =>
  grantedMinutes({ caseNo: 'A-1', from: order.from, to: null, services }, month, proRata);

describe('a decision that changes on a day (L-45)', () => {
  it('ends what was in force the day before, and begins what is new on its day', () => {
    expect(servicesAfter(order, '2026-11-12', [OMV(900)])).toEqual([
      OMV(600, { to: '2026-11-11' }),
      OMV(900, { from: '2026-11-12' }),
    ]);
  });

  it('leaves a service the days and times that it was ordered at, and gives none to one that had ended', () => {
    const visits = [{ weekday: 1, start: '08:00', minutes: 45 }];
    const planned = anOrder({ state: 'started', from: '2026-03-01', services: [OMV(600, { visits }), INK(60)] });
    expect(servicesAfter(planned, '2026-11-12', [OMV(900), INK(90)])).toEqual([
      OMV(600, { visits, to: '2026-11-11' }),
      INK(60, { to: '2026-11-11' }),
      OMV(900, { visits, from: '2026-11-12' }),
      INK(90, { from: '2026-11-12' }),
    ]);
    const ended = anOrder({
      ...{ state: 'started', from: '2026-03-01' },
      services: [OMV(600, { visits, to: '2026-10-01' }), INK(60)],
    });
    expect(servicesAfter(ended, '2026-11-12', [OMV(900), INK(60)])).toContainEqual(OMV(900, { from: '2026-11-12' }));
  });

  it.each([
    ['an increase on the 12th: 11 days of 600 and 19 of 900', [OMV(900)], 790],
    ['a decrease to 300', [OMV(300)], 410],
    ['a service that is added', [OMV(600), INK(300)], 790],
    ['a service that is exchanged', [INK(300)], 410],
    ['nothing but what was', [OMV(600)], 600],
    ['less and other: 11 × 600 + 19 × (450 + 60) = 16 290 minute-days', [OMV(450), INK(60)], 543],
  ])('grants by days: %s', (_what, services, minutes) => {
    const after = servicesAfter(order, '2026-11-12', services);
    expect(granted(after, '2026-11')).toBe(minutes);
    expect(granted(after, '2026-10')).toBe(600);
    expect(granted(after, '2026-12')).toBe(services.reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0));
  });

  it('rounds the month half up once, however many entries there are', () => {
    // 11 × 600 + 5 × 601 + 14 × 602 = 18 033 minute-days over 30 days: 601.1
    const twice = { ...order, services: servicesAfter(order, '2026-11-12', [OMV(601)]) };
    expect(granted(servicesAfter(twice, '2026-11-17', [OMV(602)]), '2026-11')).toBe(601);
  });

  it('counts whole months by the last entry where the pack does', () => {
    expect(granted(servicesAfter(order, '2026-11-12', [OMV(900)]), '2026-11', false)).toBe(900);
  });

  it('leaves what goes on as it stood, and an ended entry too', () => {
    const standing = {
      ...order,
      services: [OMV(300, { to: '2026-05-31' }), OMV(600, { from: '2026-06-01' }), INK(60)],
    };
    expect(servicesAfter(standing, '2026-11-12', [OMV(600), INK(90)])).toEqual([
      OMV(300, { to: '2026-05-31' }),
      OMV(600, { from: '2026-06-01' }),
      INK(60, { to: '2026-11-11' }),
      INK(90, { from: '2026-11-12' }),
    ]);
  });

  it('takes the place of a change that had not begun', () => {
    const coming = { ...order, services: [OMV(600, { to: '2026-11-30' }), OMV(900, { from: '2026-12-01' })] };
    expect(servicesAfter(coming, '2026-11-20', [OMV(700)])).toEqual([
      OMV(600, { to: '2026-11-19' }),
      OMV(700, { from: '2026-11-20' }),
    ]);
  });

  it('from the first day is simply what is granted', () => {
    expect(servicesAfter(order, '2026-03-01', [OMV(700)])).toEqual([OMV(700)]);
  });

  it.each([
    ['before the order', order, { from: '2026-02-28', services: [OMV(1)] }, 'change-before-order'],
    [
      'after its last day',
      { ...order, to: '2026-11-11' },
      { from: '2026-11-12', services: [OMV(1)] },
      'change-after-end',
    ],
    ['with a service twice', order, { from: '2026-11-12', services: [OMV(1), OMV(2)] }, 'service-twice'],
    [
      'of what is closed',
      { ...order, state: 'closed' as const },
      { from: '2026-11-12', services: [OMV(1)] },
      'order-closed',
    ],
  ])('not %s', (_what, standing, decision, code) => {
    expect(changedServices(standing, decision)).toMatchObject({ ok: false, code });
  });
});

describe('the officer changes an order', () => {
  let world: World;
  beforeEach(async () => {
    world = await anOrderUnderWay();
  });
  const body = { from: '2026-09-16', services: [{ code: 'OMV', minutesPerMonth: 900 }], decisionRef: 'BES-2026/17' };

  it('and the provider’s assignment, by which the month counts, with it', async () => {
    const changed = await world.call('changeServices', officer, { path, body });
    expect(changed).toMatchObject({ status: 200, body: { state: 'started', version: 4 } });
    const [given] = await assignmentStore(world.table).ofCase('A-1');
    expect(given).toMatchObject({ from: '2026-09-07', to: null });
    expect(given?.services).toEqual(changed.body.services);
    // From the 7th: 9 days of 600 and 15 of 900, over 30.
    expect(given && grantedMinutes(given, '2026-09', true)).toBe(630);
    expect(await world.journal('A-1')).toContain('services-changed L-45 O1');
  });

  it('and the provider is told by a letter that says no minutes', async () => {
    await world.tick();
    const before = (await world.letters()).length;
    await world.call('changeServices', officer, { path, body });
    expect(await postSince(world, before)).toEqual(['p1@utforare.example En beställning har ändrats']);
    const letter = (await world.letters()).at(-1);
    expect(letter?.text).toContain('gäller från och med ons 16 sep');
    expect(letter?.text).not.toMatch(/900|600|OMV/);
  });

  it.each([
    [colleague, { status: 404, body: { code: 'order-not-found' } }],
    [officer, { status: 409, body: { code: 'stale-version' } }],
  ])('not as %o with an old version', async (who, answer) => {
    expect(await world.call('changeServices', who, { path, body, headers: { 'if-match': '"1"' } })).toMatchObject(
      answer,
    );
  });

  it('names all that is wrong at once', async () => {
    const answer = await world.call('changeServices', officer, {
      path,
      body: { from: '2026-02-30', services: [], decisionRef: 'a b', more: 1 },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.faults.map(({ at }: { at: string }) => at).sort()).toEqual([
      'body.decisionRef',
      'body.from',
      'body.more',
      'body.services',
    ]);
  });
});
