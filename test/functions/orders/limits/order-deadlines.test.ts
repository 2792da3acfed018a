import { describe, expect, it } from 'vitest';
import { earliestStart, metByVisit, movedTo } from '../../../../functions/orders/limits/order-deadlines.ts';
import { aDeadline, anOrder, at } from '../../../support/builders.ts';

const limit = at('2026-09-17 15:20');
const start = aDeadline({ code: 'D02', rule: 'L-13', dueAt: limit, remindAt: undefined });
const missed = aDeadline({ ...start, state: 'overdue', overdueAt: at('2026-09-17 15:21') });
const late = { at: limit, by: 'O1', until: at('2026-09-21 08:00'), wish: 'customer', late: true } as const;

describe('a first visit meets what waits for it', () => {
  it.each([
    ['in time', start, anOrder(), '2026-09-17', '2026-09-17 15:00', 'done'],
    ['on the day of the limit, told after it', start, anOrder(), '2026-09-17', '2026-09-17 16:00', 'overdue'],
    ['the day before, told after it (A04)', start, anOrder(), '2026-09-16', '2026-09-18 09:00', 'done'],
    [
      'the day before, told when the clock had marked it (A04)',
      missed,
      anOrder(),
      '2026-09-16',
      '2026-09-18 09:00',
      'done',
    ],
    ['too late', missed, anOrder(), '2026-09-18', '2026-09-18 09:00', 'overdue'],
    [
      'in time after a start that was moved too late (A56)',
      { ...missed, dueAt: late.until },
      anOrder({ deferral: late }),
      '2026-09-18',
      '2026-09-18 09:00',
      'overdue',
    ],
    [
      'by the end of a first day',
      aDeadline({ ...start, dueAt: at('2026-09-18 00:00') }),
      anOrder(),
      '2026-09-17',
      '2026-09-20 09:00',
      'done',
    ],
    [
      'the same day, told later (D03)',
      aDeadline({ ...start, code: 'D03', dueAt: at('2026-09-17 00:00') }),
      anOrder(),
      '2026-09-16',
      '2026-09-18 09:00',
      'done',
    ],
  ])('%s', (_what, deadline, order, on, told, state) => {
    const met = metByVisit(deadline, order, on, at(told));
    expect(met).toMatchObject({ state, doneAt: at(told) });
    if (state === 'done') expect(met.overdueAt).toBeUndefined();
  });

  it('the receipt is met when it was confirmed, and nothing else is touched', () => {
    const confirmed = anOrder({ confirmed: { at: at('2026-09-16 18:00'), by: 'K1', late: false, implicit: true } });
    expect(metByVisit(aDeadline(), confirmed, '2026-09-16', at('2026-09-16 18:00'))).toMatchObject({ state: 'done' });
    const plan = aDeadline({ code: 'D16' });
    expect(metByVisit(plan, confirmed, '2026-09-16', at('2026-09-16 18:00'))).toBe(plan);
    const met = aDeadline({ ...start, state: 'done', doneAt: at('2026-09-16 16:00') });
    expect(metByVisit(met, confirmed, '2026-09-16', at('2026-09-16 18:00'))).toBe(met);
  });
});

describe('a later start moves every limit of the start', () => {
  const until = at('2026-09-21 08:00');
  const why = { rule: 'S-14', text: 'Senare start.' };
  it.each(['D02', 'D04', 'D05', 'D07', 'D08'] as const)('%s', (code) => {
    const moved = movedTo(aDeadline({ ...start, code }), until, at('2026-09-17 08:00'), why);
    expect(moved).toMatchObject({ dueAt: until, state: 'open' });
    expect(moved.why.at(-1)).toEqual(why);
  });
  it('the same day is no longer asked for (D03)', () => {
    const moved = movedTo(aDeadline({ ...start, code: 'D03' }), until, at('2026-09-16 18:00'), why);
    expect(moved).toMatchObject({ state: 'lapsed', doneAt: at('2026-09-16 18:00'), why: [{}, { rule: 'S-14' }] });
  });
  it('neither the receipt nor what is met already is moved', () => {
    const receipt = aDeadline();
    expect(movedTo(receipt, until, at('2026-09-16 18:00'), why)).toBe(receipt);
    const met = aDeadline({ ...start, state: 'done', doneAt: limit });
    expect(movedTo(met, until, at('2026-09-18 18:00'), why)).toBe(met);
  });
});

it('help is to begin by the earliest of the limits that are left', () => {
  const needed = aDeadline({ ...start, code: 'D07', dueAt: at('2026-09-16 20:00') });
  expect(earliestStart([aDeadline(), start, needed])).toBe(needed.dueAt);
  expect(earliestStart([start, { ...needed, doneAt: limit }])).toBe(limit);
  expect(earliestStart([aDeadline()])).toBeUndefined();
});
