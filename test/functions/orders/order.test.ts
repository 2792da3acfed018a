import { describe, expect, it } from 'vitest';
import { confirm } from '../../../functions/orders/placing/confirmation.ts';
import { defer } from '../../../functions/orders/starting/deferral.ts';
import { start } from '../../../functions/orders/starting/execution.ts';
import { accepted } from '../../support/a-pack.ts';
import { anOrder, at } from '../../support/builders.ts';

const theirs = (local: string) => ({ userId: 'K1', providerId: 'P1', at: at(local) });
const confirmed = anOrder({
  state: 'confirmed',
  confirmed: { at: at('2026-09-16 16:00'), by: 'K1', late: false, implicit: false },
});

describe('E16: an order sent at 15:20 is confirmed within a dygn (L-12)', () => {
  it.each([
    ['the same evening', '2026-09-16 18:00', false],
    ['on the limit', '2026-09-17 15:20:00', false],
    ['a second later', '2026-09-17 15:20:01', true],
  ])('%s', (_when, when, late) => {
    expect(accepted(confirm(anOrder(), theirs(when)))).toMatchObject({
      state: 'confirmed',
      confirmed: { at: at(when), by: 'K1', late, implicit: false },
    });
  });

  it('or at any time where the routine asks for no confirmation', () => {
    const order = anOrder({ confirmBy: undefined });
    expect(accepted(confirm(order, theirs('2026-12-24 15:00'))).confirmed).toMatchObject({ late: false });
  });

  it('keeps when the provider can begin', () => {
    const canStartAt = at('2026-09-17 08:00');
    expect(accepted(confirm(anOrder(), theirs('2026-09-16 18:00'), canStartAt)).confirmed).toMatchObject({
      canStartAt,
    });
  });

  it.each([
    ['twice', confirmed, 'order-not-open', 'conflict'],
    ['once it has begun', anOrder({ state: 'started' }), 'order-not-open', 'conflict'],
    ['by another provider', anOrder({ providerId: 'P2' }), 'order-not-found', 'missing'],
  ])('not %s', (_what, order, code, kind) => {
    expect(confirm(order, theirs('2026-09-16 18:00'))).toMatchObject({ ok: false, code, kind });
  });

  it('not by somebody who works for no provider', () => {
    const stranger = { userId: 'X', providerId: undefined, at: at('2026-09-16 18:00') };
    expect(confirm(anOrder(), stranger)).toMatchObject({ ok: false, code: 'order-not-found' });
  });
});

describe('the provider begins (L-13, L-16)', () => {
  it.each([
    ['the day after, on the limit', '2026-09-17 15:20:00', '2026-09-17', false],
    ['the day after, a second later', '2026-09-17 15:20:01', '2026-09-17', true],
    ['days later', '2026-09-20 09:00', '2026-09-20', true],
    ['the first evening, told days later (A04)', '2026-09-20 09:00', '2026-09-16', false],
  ])('%s', (_when, told, on, late) => {
    expect(accepted(start(confirmed, theirs(told), on))).toMatchObject({
      state: 'started',
      started: { at: at(told), by: 'K1', on, late },
      confirmed: { at: at('2026-09-16 16:00'), implicit: false },
    });
  });

  it.each([
    ['in time', '2026-09-17 15:20:00', false],
    ['late', '2026-09-17 15:20:01', true],
  ])('without having confirmed, which confirms at the same instant, %s (A57)', (_what, when, late) => {
    const order = accepted(start(anOrder(), theirs(when), '2026-09-17'));
    expect(order.confirmed).toEqual({ at: at(when), by: 'K1', late, implicit: true });
  });

  it.each([
    ['twice', anOrder({ state: 'started' }), '2026-09-17', 'order-already-started', 'conflict'],
    ['ahead of time', confirmed, '2026-09-18', 'start-ahead', 'invalid'],
    ['before the order’s first day', confirmed, '2026-09-15', 'start-before-order', 'invalid'],
    ['for another provider', anOrder({ providerId: 'P2' }), '2026-09-17', 'order-not-found', 'missing'],
  ])('not %s', (_what, order, on, code, kind) => {
    expect(start(order, theirs('2026-09-17 12:00'), on)).toMatchObject({ ok: false, code, kind });
  });

  it('not tomorrow, at one minute to midnight', () => {
    expect(start(confirmed, theirs('2026-09-17 23:59'), '2026-09-18')).toMatchObject({ code: 'start-ahead' });
    expect(start(confirmed, theirs('2026-09-18 00:00'), '2026-09-18').ok).toBe(true);
  });
});

describe('E52: a later start agreed before the limit moves it; agreed after it, the mark stays (S-14, S-15, A56)', () => {
  const distributed = anOrder({ placedAt: at('2026-09-15 09:12'), startBy: at('2026-09-16 09:12') });
  const until = at('2026-09-21 08:00');

  it.each([
    ['at 08:00', '2026-09-16 08:00', false],
    ['on the limit', '2026-09-16 09:12:00', false],
    ['at 10:00', '2026-09-16 10:00', true],
  ])('%s', (_when, when, late) => {
    const by = { userId: 'O1', at: at(when) };
    expect(accepted(defer(distributed, by, until, 'customer'))).toMatchObject({
      state: 'placed',
      startBy: until,
      deferral: { until, by: 'O1', at: at(when), wish: 'customer', late },
    });
  });

  it('the new time is what a start is held against', () => {
    const deferred = accepted(defer(distributed, { userId: 'O1', at: at('2026-09-16 08:00') }, until, 'officer'));
    expect(accepted(start(deferred, theirs('2026-09-21 08:00'), '2026-09-21')).started).toMatchObject({ late: false });
    expect(accepted(start(deferred, theirs('2026-09-21 08:01'), '2026-09-21')).started).toMatchObject({ late: true });
  });

  it.each([
    ['to the time in force', distributed, '2026-09-16 09:12', 'deferral-not-later'],
    ['to an earlier time', distributed, '2026-09-16 08:00', 'deferral-not-later'],
    ['once it has begun', anOrder({ state: 'started' }), '2026-09-21 08:00', 'order-already-started'],
  ])('not %s', (_what, order, when, code) => {
    const by = { userId: 'O1', at: at('2026-09-15 12:00') };
    expect(defer(order, by, at(when), 'officer')).toMatchObject({ ok: false, code });
  });
});
