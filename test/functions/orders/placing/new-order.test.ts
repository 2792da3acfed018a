import { describe, expect, it } from 'vitest';
import { fromConfirmation, orderOf, startClock } from '../../../../functions/orders/placing/new-order.ts';
import { instant, localIso } from '../../../../shared/domain/local-time.ts';
import type { ProviderKind } from '../../../../shared/packs/pack.ts';
import { accepted, aPack } from '../../../support/a-pack.ts';
import { anOrder, at } from '../../../support/builders.ts';

const given = (over: object = {}) => ({
  ...{ id: 'B-1', caseNo: 'A-1', providerId: 'P1', officerId: 'O1', urgent: false },
  ...{ services: [{ code: 'OMV', minutesPerMonth: 600 }], from: '2026-01-01', to: null },
  ...over,
});
const made = (when: string, kind: ProviderKind, over: object = {}, pack = aPack('sn2016-840')) =>
  accepted(orderOf({ ...given(over), kind, placedAt: instant(when) }, pack));
const told = ({ deadlines }: ReturnType<typeof made>) =>
  deadlines.map(({ code, rule, hard, dueAt }) => `${code} ${rule} ${hard ? 'hard' : 'soft'} ${localIso(dueAt)}`);

describe('SN/2016:840, a municipal provider: the clock runs from distribution (S-08, S-12, S-13)', () => {
  it.each([
    ['E01', '2026-06-18T15:20:00+02:00', '2026-06-23T07:00:00+02:00'],
    ['E03', '2026-06-12T15:20:00+02:00', '2026-06-16T07:00:00+02:00'],
    ['E05', '2026-06-12T14:00:00+02:00', '2026-06-13T14:00:00+02:00'],
    ['E06', '2026-06-12T14:00:01+02:00', '2026-06-16T07:00:00+02:00'],
    ['E07', '2026-09-15T09:12:00+02:00', '2026-09-16T09:12:00+02:00'],
    ['E09', '2026-10-24T10:00:00+02:00', '2026-10-25T09:00:00+01:00'],
    ['E11', '2026-03-28T10:00:00+01:00', '2026-03-29T11:00:00+02:00'],
  ])('%s: nothing is to be confirmed, and the start is due', (_example, placedAt, due) => {
    const order = made(placedAt, 'municipal');
    expect(told(order)).toEqual([`D04 S-12 hard ${due}`]);
    expect(order.order).toMatchObject({ state: 'placed', startBy: instant(due) });
    expect(order.order.confirmBy).toBeUndefined();
  });
});

describe('SN/2016:840, a private provider: the clock runs from the contact (S-22, S-31, A10)', () => {
  it('E15: only the contact is due when the order is placed, and from it both are (A69)', () => {
    const placed = made('2026-11-02T11:00:00+01:00', 'private');
    expect(told(placed)).toEqual(['D43 S-23 hard 2026-11-03T12:00:00+01:00']);
    expect(placed.order.startBy).toBeUndefined();
    const contacted = startClock(placed.order, 'private', at('2026-11-02 14:30'), aPack('sn2016-840'));
    expect(told(accepted(contacted))).toEqual([
      'D06 S-28 soft 2026-11-03T14:30:00+01:00',
      'D05 S-31 hard 2026-11-04T07:00:00+01:00',
      'D44 S-26 soft 2026-11-10T00:00:00+01:00',
    ]);
    expect(accepted(contacted).order).toMatchObject({
      confirmBy: at('2026-11-03 14:30'),
      startBy: at('2026-11-04 07:00'),
    });
  });

  it('a later start that was agreed before the contact stands (S-33)', () => {
    const deferral = {
      at: at('2026-11-02 12:00'),
      by: 'O1',
      until: at('2026-11-09 08:00'),
      wish: 'officer',
      late: false,
    };
    const order = anOrder({ startBy: deferral.until, deferral: { ...deferral, wish: 'officer' } });
    const running = accepted(startClock(order, 'private', at('2026-11-02 14:30'), aPack('sn2016-840')));
    expect(running.order.startBy).toBe(at('2026-11-09 08:00'));
    expect(told(running)).toContain('D05 S-31 hard 2026-11-09T08:00:00+01:00');
  });

  it('a later start that lies before the limit changes nothing', () => {
    const deferral = { at: at('2026-11-02 12:00'), by: 'O1', until: at('2026-11-03 08:00'), late: false };
    const order = anOrder({ startBy: deferral.until, deferral: { ...deferral, wish: 'officer' } });
    const running = accepted(startClock(order, 'private', at('2026-11-02 14:30'), aPack('sn2016-840')));
    expect(running.order.startBy).toBe(at('2026-11-04 07:00'));
  });
});

describe('Leksand: both run from when the order was sent (L-10, L-12, L-13)', () => {
  const leksand = aPack('leksand');
  it.each(['municipal', 'private'] as const)('E16: %s', (kind) => {
    expect(told(made('2026-09-16T15:20:00+02:00', kind, {}, leksand))).toEqual([
      'D01 L-12 hard 2026-09-17T15:20:00+02:00',
      'D02 L-13 hard 2026-09-17T15:20:00+02:00',
    ]);
  });

  it('E18: an urgent one should begin the same day, softly (L-14)', () => {
    const order = made('2026-09-16T22:40:00+02:00', 'private', { urgent: true }, leksand);
    expect(told(order)).toEqual([
      'D01 L-12 hard 2026-09-17T22:40:00+02:00',
      'D02 L-13 hard 2026-09-17T22:40:00+02:00',
      'D03 L-14 soft 2026-09-17T00:00:00+02:00',
    ]);
    expect(order.order.startBy).toBe(at('2026-09-17 22:40'));
  });

  it('from a first day ahead, the start is due at the end of that day, and the derivation says why', () => {
    const order = made('2026-09-16T15:20:00+02:00', 'private', { from: '2026-09-21', urgent: true }, leksand);
    expect(told(order)).toEqual(['D01 L-12 hard 2026-09-17T15:20:00+02:00', 'D02 L-13 hard 2026-09-22T00:00:00+02:00']);
    expect(order.deadlines[1]?.why.at(-1)).toEqual({
      rule: 'L-13',
      text: 'Beställd från mån 21 sep: starten ska ske senast den dagen, till kl. 24:00.',
    });
    expect(order.order.startBy).toBe(at('2026-09-22 00:00'));
  });

  it.each([
    ['the day of the order', '2026-09-16', '2026-09-17T15:20:00+02:00'],
    ['the day of the limit', '2026-09-17', '2026-09-18T00:00:00+02:00'],
    ['a day that has passed', '2026-09-01', '2026-09-17T15:20:00+02:00'],
  ])('a first day that is %s', (_what, from, due) => {
    expect(told(made('2026-09-16T15:20:00+02:00', 'private', { from }, leksand))[1]).toBe(`D02 L-13 hard ${due}`);
  });
});

describe('an urgent order is begun by when it is needed (D07, S-16)', () => {
  const neededBy = at('2026-11-02 18:00');
  it('beside the limit from distribution; the earlier of the two is when it is to begin', () => {
    const order = made('2026-11-02T11:00:00+01:00', 'municipal', { urgent: true, neededBy });
    expect(told(order)).toEqual(['D04 S-12 hard 2026-11-03T11:00:00+01:00', 'D07 S-16 hard 2026-11-02T18:00:00+01:00']);
    expect(order.order.startBy).toBe(neededBy);
  });

  it('also before a private provider has been contacted, and after', () => {
    const order = made('2026-11-02T11:00:00+01:00', 'private', { urgent: true, neededBy });
    expect(told(order)).toEqual(['D43 S-23 hard 2026-11-03T12:00:00+01:00', 'D07 S-16 hard 2026-11-02T18:00:00+01:00']);
    const running = accepted(startClock(order.order, 'private', at('2026-11-02 11:05'), aPack('sn2016-840')));
    expect(running.order.startBy).toBe(neededBy);
  });
});

describe('the start counted from the confirmation (A04)', () => {
  const confirmed = { at: at('2026-09-16 20:00'), by: 'K1', late: false, implicit: false };
  const pack = aPack('leksand', 'start.from=confirmedAt');
  it.each([
    ['where the routine counts so', anOrder({ confirmed }), pack, at('2026-09-17 20:00')],
    ['not where it counts from the order', anOrder({ confirmed }), aPack('leksand'), undefined],
    ['not before there is one', anOrder(), pack, undefined],
    [
      'not over a later start',
      anOrder({ confirmed, deferral: { ...confirmed, until: at('2026-09-21 08:00'), wish: 'officer' } }),
      pack,
      undefined,
    ],
    ['nor before the first day', anOrder({ confirmed, from: '2026-09-20' }), pack, at('2026-09-21 00:00')],
  ])('%s', (_what, order, routine, due) => {
    expect(accepted(fromConfirmation(order, 'private', routine))?.value).toBe(due);
  });
});

it('a routine without orders makes none', () => {
  const botkyrka = aPack('botkyrka');
  const order = { ...given(), kind: 'municipal', placedAt: at('2026-09-16 15:20') } as const;
  expect(orderOf(order, botkyrka)).toMatchObject({ ok: false, code: 'pack-without-clock' });
});
