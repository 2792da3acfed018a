import { describe, expect, it } from 'vitest';
import { type End, endBy } from '../../../../functions/orders/ending/ending.ts';
import { close } from '../../../../functions/orders/ending/may-close.ts';
import { decidedTo, dies, withoutDeath } from '../../../../functions/orders/ending/order-death.ts';
import { verifyEnding, withdrawEnding } from '../../../../functions/orders/ending/verify-end.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { closesAt, closingDue, lastDayOf } from '../../../../shared/domain/order-end.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import { anOrder, at } from '../../../support/builders.ts';

const by = 'O1';
const now = at('2026-09-20 10:00');
const started = anOrder({ state: 'started' });
const end = (over: Partial<End> & Pick<End, 'cause'>): End => ({ by, at: now, ...over });
const value = (result: Result<Order>): Order => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const ended = (order: Order, over: Partial<End> & Pick<End, 'cause'>) => value(endBy(order, end(over)));
const wish = () => ended(started, { cause: 'WISH', wishedOn: '2026-09-30' });

describe('an order comes to its end', () => {
  it.each(['placed', 'confirmed', 'started', 'paused'] as const)('from %s, which it remembers', (state) => {
    const order = ended(anOrder({ state }), { cause: 'SWITCH', lastDay: '2026-09-25' });
    expect(order).toMatchObject({
      state: 'ending',
      ending: { cause: 'SWITCH', before: state, lastDay: '2026-09-25', permittedAt: now, at: now, by },
    });
  });

  it.each(['closed', 'rejected'] as const)('but not when it is %s', (state) => {
    const order = anOrder({ state });
    expect(endBy(order, end({ cause: 'DEATH', lastDay: '2026-09-25' }))).toMatchObject({ code: 'order-closed' });
    expect(verifyEnding(order, { at: now, lastDay: '2026-09-25' })).toMatchObject({ code: 'order-closed' });
    expect(withdrawEnding(order)).toMatchObject({ code: 'order-closed' });
    expect(close(order, end({ cause: 'WISH' }))).toMatchObject({ code: 'order-closed' });
  });

  it('by a wish, which has no last day and permits nothing (L-70, L-71)', () => {
    expect(wish().ending).toEqual({ at: now, by, cause: 'WISH', before: 'started', wishedOn: '2026-09-30' });
    expect(closesAt(wish())).toBeUndefined();
    expect(close(wish(), { at: at('2027-01-01 00:00'), by })).toMatchObject({ code: 'end-not-permitted' });
  });

  it('a second wish is told that the first is there', () => {
    expect(endBy(wish(), end({ cause: 'WISH' }))).toMatchObject({ kind: 'conflict', code: 'order-ending' });
  });

  it('a decision is put over a wish, and a death over anything; the state before stays the first (L-49)', () => {
    const decided = ended(wish(), { cause: 'DECISION', lastDay: '2026-10-10' });
    expect(decided.ending).toMatchObject({ cause: 'DECISION', lastDay: '2026-10-10', before: 'started' });
    const dead = ended(decided, { cause: 'DEATH', lastDay: '2026-09-26' });
    expect(dead.ending).toMatchObject({ cause: 'DEATH', lastDay: '2026-09-26', before: 'started' });
    expect(endBy(dead, end({ cause: 'SWITCH', lastDay: '2026-10-01' }))).toMatchObject({ code: 'order-ending' });
  });

  const died = (order: Order, on: string) => value(dies(order, { on, by, at: now, diedWith: [] }));
  it.each(['2026-09-27', '2026-09-23'])(
    'told again of another day, a death is as if only %s had been told',
    (second) => {
      const again = died(died(started, '2026-09-25'), second);
      expect(again).toEqual(died(started, second));
      expect(withoutDeath(again)).toEqual({ ...started, ending: undefined, closed: undefined });
    },
  );

  it('the officer’s own end on the day of the death takes no day from it (L-48), nor shrinks what was granted (A66)', () => {
    const decided = ended(started, { cause: 'DECISION', lastDay: '2026-09-25' });
    expect(lastDayOf(died(decided, '2026-09-25'))).toBe('2026-09-26');
    expect(decidedTo(decided, '2026-09-25')).toBeNull();
    const closed = value(close(decided, { at: at('2026-09-26 00:00'), by }));
    expect(lastDayOf(died(closed, '2026-09-25'))).toBe('2026-09-26');
    expect(withoutDeath(died(closed, '2026-09-25'))).toEqual(closed);
    // One that ended sooner had nothing planned by then.
    expect(lastDayOf(died(decided, '2026-09-26'))).toBe('2026-09-25');
    expect(dies(closed, { on: '2026-09-27', by, at: now, diedWith: [] })).toMatchObject({ code: 'order-closed' });
  });

  it('undone, the end that was known before is there again', () => {
    for (const known of [wish(), ended(started, { cause: 'SWITCH', lastDay: '2026-09-30' })])
      expect(withoutDeath(died(known, '2026-09-22'))).toEqual(known);
  });

  it('and an order that ends sooner by itself is not made longer', () => {
    const short = anOrder({ state: 'started', to: '2026-09-22' });
    expect(lastDayOf(ended(short, { cause: 'DEATH', lastDay: '2026-09-26' }))).toBe('2026-09-22');
    expect(lastDayOf(ended(short, { cause: 'DECISION', lastDay: '2026-09-26' }))).toBe('2026-09-22');
  });
});

describe('a wish is verified', () => {
  it('and the last day is set (L-71, L-72)', () => {
    const verified = value(verifyEnding(wish(), { at: now, lastDay: '2026-10-02' }));
    expect(verified.ending).toMatchObject({ verifiedAt: now, permittedAt: now, lastDay: '2026-10-02' });
    expect(verifyEnding(verified, { at: now, lastDay: '2026-10-03' })).toMatchObject({ code: 'no-end-wish' });
    expect(withdrawEnding(verified)).toMatchObject({ code: 'no-end-wish' });
  });

  it('or the customer goes on, as if nothing had been said', () => {
    expect(withdrawEnding(wish())).toEqual({ ok: true, value: { ...started, ending: undefined } });
  });

  it('only where there is one', () => {
    expect(verifyEnding(started, { at: now, lastDay: '2026-10-02' })).toMatchObject({ code: 'no-end-wish' });
    expect(withdrawEnding(started)).toMatchObject({ code: 'no-end-wish' });
  });
});

describe('the order is closed', () => {
  const dead = ended(started, { cause: 'DEATH', lastDay: '2026-09-11' });

  it.each([
    ['not a second before its last day has passed', '2026-09-11 23:59', { code: 'last-day-not-passed' }],
    ['at 00:00 of the day after it: D+2 after a death (L-49, E30)', '2026-09-12 00:00', { ok: true }],
  ])('%s', (_what, when, expected) => {
    expect(close(dead, { at: at(when), by: 'system' })).toMatchObject(expected);
  });

  it('with its last day as the last one served', () => {
    const closed = value(close(dead, { at: at('2026-09-12 00:00'), by: 'system' }));
    expect(closed).toMatchObject({
      state: 'closed',
      to: '2026-09-11',
      closed: { at: at('2026-09-12 00:00'), by: 'system' },
      ending: { cause: 'DEATH', lastDay: '2026-09-11' },
    });
    expect(closingDue(closed)).toBeUndefined();
  });

  it('when it was placed with a last day of its own, as decided', () => {
    const short = anOrder({ state: 'started', to: '2026-09-22' });
    const closed = value(close(short, { at: at('2026-09-23 00:00'), by: 'system' }));
    expect(closed.ending).toMatchObject({ cause: 'DECISION', lastDay: '2026-09-22', before: 'started' });
  });

  it('falls due at that time, or when it was told of later than that', () => {
    expect(closingDue(dead)).toBe(now);
    expect(closingDue(ended(started, { cause: 'SWITCH', lastDay: '2026-09-30' }))).toBe(at('2026-10-01 00:00'));
    expect(closingDue(started)).toBeUndefined();
  });
});
