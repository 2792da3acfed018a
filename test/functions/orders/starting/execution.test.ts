import { describe, expect, it } from 'vitest';
import { confirm } from '../../../../functions/orders/placing/confirmation.ts';
import { reject } from '../../../../functions/orders/placing/rejection.ts';
import { defer } from '../../../../functions/orders/starting/deferral.ts';
import { execute, start, tellFirstVisit } from '../../../../functions/orders/starting/execution.ts';
import { withNotExecuted } from '../../../../functions/orders/starting/not-executed.ts';
import { accepted } from '../../../support/a-pack.ts';
import { anOrder, at } from '../../../support/builders.ts';

const officer = { userId: 'O1', at: at('2026-09-18 09:00') };
const theirs = { userId: 'K1', providerId: 'P1', at: at('2026-09-17 12:00') };
const told = { firstVisit: { at: at('2026-09-17 12:00'), by: 'K1', on: '2026-09-17', late: false } };
const ending = {
  at: at('2026-09-16 18:00'),
  by: 'O1',
  cause: 'SWITCH',
  lastDay: '2026-09-30',
  before: 'placed',
} as const;

describe('the provider tells of the first visit (S-36)', () => {
  it('and it stands, not yet executed; the receipt is confirmed with it (A57)', () => {
    const order = accepted(tellFirstVisit(anOrder(), theirs, '2026-09-17'));
    expect(order).toMatchObject({ state: 'confirmed', ...told, confirmed: { implicit: true } });
    expect(order.started).toBeUndefined();
  });
  it('without a confirmation where none was asked for yet', () => {
    const order = accepted(tellFirstVisit(anOrder({ confirmBy: undefined }), theirs, '2026-09-17'));
    expect(order).toMatchObject({ state: 'placed', ...told });
    expect(order.confirmed).toBeUndefined();
  });
  it('late, with its mark, when it was told after the limit on no earlier day than the limit’s (S-12, S-36, A04)', () => {
    const order = anOrder({ startBy: at('2026-09-17 11:00') });
    expect(accepted(tellFirstVisit(order, theirs, '2026-09-17')).firstVisit?.late).toBe(true);
    expect(accepted(start(order, theirs, '2026-09-17')).started?.late).toBe(true);
    const within = anOrder({ startBy: at('2026-09-17 13:00') });
    expect(accepted(tellFirstVisit(within, theirs, '2026-09-17')).firstVisit?.late).toBe(false);
  });
  it.each([
    ['twice', anOrder(told), '2026-09-17', 'first-visit-told'],
    [
      'once it is executed',
      anOrder({ ...told, state: 'started', started: told.firstVisit }),
      '2026-09-17',
      'order-already-started',
    ],
    ['ahead', anOrder(), '2026-09-18', 'start-ahead'],
    ['of what is over', anOrder({ state: 'rejected' }), '2026-09-17', 'order-closed'],
    ['of another’s', anOrder({ providerId: 'P2' }), '2026-09-17', 'order-not-found'],
  ])('not %s', (_what, order, on, code) => {
    expect(tellFirstVisit(order, theirs, on)).toMatchObject({ ok: false, code });
  });
});

describe('the officer sets it as executed (S-38)', () => {
  it('from the day that was told', () => {
    expect(accepted(execute(anOrder({ ...told, state: 'confirmed' }), officer, '2026-09-17'))).toMatchObject({
      state: 'started',
      started: { on: '2026-09-17', by: 'O1', at: officer.at, late: false },
    });
  });
  it.each([
    ['from another day', anOrder(told), '2026-09-18', 'bad-request'],
    ['before the provider has told', anOrder(), '2026-09-17', 'first-visit-not-told'],
    ['twice', anOrder({ ...told, started: told.firstVisit }), '2026-09-17', 'order-already-started'],
    ['when it is over', anOrder({ ...told, state: 'closed' }), '2026-09-17', 'order-closed'],
  ])('not %s', (_what, order, from, code) => {
    expect(execute(order, officer, from)).toMatchObject({ ok: false, code });
  });
});

describe('what is not carried out (S-19, S-37)', () => {
  const services = [
    { code: 'OMV', minutesPerMonth: 600 },
    { code: 'INK', minutesPerMonth: 120 },
  ];
  const reason = 'kunden vill vänta';
  const said = (...codes: string[]) =>
    withNotExecuted(
      anOrder({ services }),
      theirs,
      codes.map((code) => ({ code, reason })),
      'body.services',
    );
  it('is what holds now, and nothing when everything is carried out', () => {
    expect(accepted(said('INK')).notExecuted).toEqual([{ code: 'INK', reason }]);
    expect(accepted(said()).notExecuted).toEqual([]);
  });
  it('is only what was ordered, each once; everything wrong is told at once', () => {
    expect(said('TVÄ', 'INK', 'INK')).toMatchObject({
      ok: false,
      faults: [
        { at: 'body.services.0.code', code: 'service-not-ordered' },
        { at: 'body.services.2.code', code: 'service-repeated' },
      ],
    });
  });
  it.each([
    ['of another’s order', anOrder({ providerId: 'P2' }), 'order-not-found'],
    ['of what is over', anOrder({ state: 'closed' }), 'order-closed'],
  ])('is not told %s', (_what, order, code) => {
    expect(withNotExecuted(order, theirs, [], 'body.services')).toMatchObject({ ok: false, code });
  });
});

describe('a provider says no (A58)', () => {
  it('for want of room, when it has declared a ceiling', () => {
    expect(accepted(reject(anOrder(), theirs, true))).toMatchObject({
      state: 'rejected',
      rejected: { by: 'K1', reason: 'CAPACITY' },
    });
  });
  it.each([
    ['without a ceiling', anOrder(), false, 'rejection-without-ceiling'],
    ['once it has confirmed', anOrder({ state: 'confirmed' }), true, 'order-not-open'],
    ['once it has begun', anOrder({ state: 'started' }), true, 'order-not-open'],
    [
      'when it takes over tomorrow',
      anOrder({ from: '2026-09-18', choice: { how: 'SWITCHED' } }),
      true,
      'order-taken-over',
    ],
    ['twice', anOrder({ state: 'rejected' }), true, 'order-closed'],
    ['to another’s order', anOrder({ providerId: 'P2' }), true, 'order-not-found'],
  ])('not %s', (_what, order, hasCeiling, code) => {
    expect(reject(order, theirs, hasCeiling)).toMatchObject({ ok: false, code });
  });
});

describe('an order that is ending is carried out until then', () => {
  it('confirmed and begun, it goes on ending', () => {
    const confirmed = accepted(confirm(anOrder({ state: 'ending', ending }), theirs));
    expect(confirmed).toMatchObject({ state: 'ending', ending: { before: 'confirmed' } });
    const begun = accepted(start(confirmed, theirs, '2026-09-17'));
    expect(begun).toMatchObject({ state: 'ending', ending: { before: 'started' }, started: { on: '2026-09-17' } });
  });
  it.each([
    ['confirmed', () => confirm(anOrder({ state: 'closed' }), theirs)],
    ['begun', () => start(anOrder({ state: 'closed' }), theirs, '2026-09-17')],
    ['deferred', () => defer(anOrder({ state: 'rejected' }), officer, at('2026-09-21 08:00'), 'officer')],
  ])('one that is over is not %s', (_what, deed) => {
    expect(deed()).toMatchObject({ ok: false, code: 'order-closed' });
  });
});

describe('a later start', () => {
  it('keeps that it was once agreed too late (A56)', () => {
    const late = accepted(defer(anOrder(), officer, at('2026-09-21 08:00'), 'customer'));
    expect(late.deferral?.late).toBe(true);
    const again = accepted(defer(late, officer, at('2026-09-22 08:00'), 'officer'));
    expect(again.deferral).toMatchObject({ late: true, until: at('2026-09-22 08:00') });
  });
  it.each([
    ['that has passed already', anOrder({ startBy: undefined }), at('2026-09-18 09:00'), 'deferral-not-later'],
    ['of what the provider has begun', anOrder(told), at('2026-09-21 08:00'), 'order-already-started'],
  ])('is not one %s', (_what, order, until, code) => {
    expect(defer(order, officer, until, 'officer')).toMatchObject({ ok: false, code });
  });
});
