import { describe, expect, it } from 'vitest';
import { isUnreached, withoutContact } from '../../../../functions/orders/placing/contact-returned.ts';
import { startClock } from '../../../../functions/orders/placing/new-order.ts';
import { meet } from '../../../../shared/domain/deadline.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import { aPack } from '../../../support/a-pack.ts';
import { aDeadline, anOrder, at } from '../../../support/builders.ts';

const pack = aPack('sn2016-840');
const [told, back] = [at('2026-11-02 13:00'), at('2026-11-02 13:10')];
const by = { at: told, by: 'O1' };
const contact = { ...by, channel: 'EMAIL', delivery: 'POST', notedAt: told } as const;
const anUnstarted = (over: Partial<Order> = {}): Order => {
  const { startBy: _start, confirmBy: _confirm, ...order } = anOrder({ placedAt: at('2026-11-02 11:00') });
  return { ...order, contact, ...over };
};
const undone = (order: Order, more: ReturnType<typeof aDeadline>[] = []) => {
  const running = startClock(order, 'private', told, pack);
  if (!running.ok) throw new Error(running.code);
  const standing = [...running.value.deadlines, ...more];
  const before = withoutContact(running.value.order, standing, { kind: 'private', pack, at: back });
  if (!before.ok) throw new Error(before.code);
  const { moves, deadlines, order: next } = before.value;
  return { next, opened: deadlines.map(({ code }) => code), standing: standing.map(moves) };
};
const stateOf = (all: readonly ReturnType<typeof aDeadline>[], code: string) =>
  all.find((one) => one.code === code)?.state;

describe('an order whose contact was none (S-23)', () => {
  it('waits for the contact again, and for nothing else', () => {
    const D43 = meet(aDeadline({ code: 'D43', dueAt: at('2026-11-03 12:00') }), told);
    const { next, opened, standing } = undone(anUnstarted(), [D43]);
    expect([next.contact, next.startBy, next.confirmBy, opened]).toEqual([undefined, undefined, undefined, []]);
    expect(['D05', 'D06', 'D44', 'D43'].map((code) => stateOf(standing, code))).toEqual([
      ...['lapsed', 'lapsed', 'lapsed', 'open'],
    ]);
  });

  it('has its contact waited for where nothing was', () => {
    expect(undone(anUnstarted()).opened).toEqual(['D43']);
  });

  it('is still needed by its time, and begins as agreed', () => {
    const dueAt = at('2026-11-02 18:00');
    const D07 = aDeadline({ code: 'D07', dueAt });
    const needed = undone(anUnstarted({ urgent: true, startBy: dueAt }), [D07]);
    expect([needed.next.startBy, stateOf(needed.standing, 'D07')]).toEqual([dueAt, 'open']);
    const until = at('2026-11-09 12:00');
    const later = undone(anUnstarted({ deferral: { ...by, until, wish: 'customer', late: false } }));
    expect([later.next.startBy, later.next.deferral?.until]).toEqual([until, until]);
  });

  it('an urgent one has the limit that it had before anybody was contacted', () => {
    const { next, opened } = undone(anUnstarted({ urgent: true }));
    expect(next.startBy).toBe(at('2026-11-03 11:00'));
    expect(opened).toEqual(['D43', 'D05']);
  });

  it('has no limit that was missed by nobody', () => {
    const late = { ...aDeadline({ code: 'D06', dueAt: told }), state: 'overdue' as const, overdueAt: told };
    const { standing } = undone(anUnstarted(), [late]);
    expect(standing.filter(({ code }) => code === 'D06').map(({ overdueAt }) => overdueAt)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('goes on by what the provider has heard from another (A69)', () => {
    const heard = { ...by, from: 'SWITCH' } as const;
    const { next, standing } = undone(anUnstarted({ heard }));
    expect([next.contact, next.startBy !== undefined, stateOf(standing, 'D05')]).toEqual([undefined, true, 'open']);
  });
});

describe('whether a letter is all that the provider has heard', () => {
  const letter = { queuedAt: told };
  it.each<[string, Partial<Order>, boolean]>([
    ['a letter, and nothing more', {}, true],
    ['a phone call', { contact: { ...contact, channel: 'PHONE' } }, false],
    ['no contact at all', { contact: undefined }, false],
    ['a later contact', { contact: { ...contact, notedAt: back } }, false],
    ['one that was written down the day after', { contact: { ...contact, at: at('2026-11-01 09:00') } }, true],
    ['one that is older than its note', { contact: { ...by, channel: 'EMAIL', delivery: 'POST' } }, true],
    ['confirmed', { confirmed: { ...by, late: false, implicit: false } }, false],
    ['begun', { firstVisit: { ...by, on: '2026-11-02', late: false } }, false],
    ['the paper fetched', { sheet: { ...by, delivered: { ...by, way: 'PICKUP' } } }, false],
    ['the paper posted, to where nobody may be', { sheet: { ...by, delivered: { ...by, way: 'POST' } } }, true],
    ['taken back', { state: 'withdrawn', withdrawn: by }, false],
  ])('%s', (_what, over, is) => {
    expect(isUnreached(anUnstarted(over), letter)).toBe(is);
  });
});
