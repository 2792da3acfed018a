import { describe, expect, it } from 'vitest';
import { meet, moveTo, nextEventAt, passTime } from '../../../shared/domain/deadline.ts';
import { aDeadline, at } from '../../support/builders.ts';

/** Due on Thursday at 15:20, with a reminder at 03:20. */
const open = aDeadline();
const [due, aSecondLater] = [at('2026-09-17 15:20'), at('2026-09-17 15:20:01')];
const overdue = aDeadline({ state: 'overdue', overdueAt: aSecondLater });

describe('what a deadline waits for is done', () => {
  it.each([
    ['in time', at('2026-09-17 09:00'), 'done', undefined],
    ['on the limit', due, 'done', undefined],
    ['a second later', aSecondLater, 'overdue', aSecondLater],
  ])('%s', (_when, when, state, overdueAt) => {
    expect(meet(open, when)).toMatchObject({ state, doneAt: when });
    expect(meet(open, when).overdueAt).toBe(overdueAt);
  });

  it('after it was marked late, the mark stays as it was', () => {
    const done = meet(overdue, at('2026-09-20 09:00'));
    expect(done).toMatchObject({ state: 'overdue', overdueAt: aSecondLater, doneAt: at('2026-09-20 09:00') });
  });
});

describe('a deadline is moved (A56)', () => {
  const until = at('2026-09-21 08:00');
  const why = { rule: 'S-15', text: 'överenskommelse' };

  it.each([
    ['before it has passed', at('2026-09-17 15:20'), 'open', undefined],
    ['after it has passed', aSecondLater, 'overdue', aSecondLater],
  ])('%s', (_when, when, state, overdueAt) => {
    const moved = moveTo(open, until, when, why);
    expect(moved).toMatchObject({ dueAt: until, state, why: [...open.why, why] });
    expect([moved.overdueAt, moved.remindAt]).toEqual([overdueAt, undefined]);
  });

  it('keeps the mark that it had', () => {
    expect(moveTo(overdue, until, at('2026-09-20 09:00'), why)).toMatchObject({ overdueAt: aSecondLater });
  });
});

describe('time passes', () => {
  it.each([
    ['nothing before the reminder', open, at('2026-09-17 03:19:59'), undefined],
    ['a reminder', open, at('2026-09-17 03:20'), 'reminded'],
    ['one reminder', aDeadline({ remindedAt: at('2026-09-17 03:20') }), at('2026-09-17 12:00'), undefined],
    ['nothing on the limit', aDeadline({ remindAt: undefined }), due, undefined],
    ['late after it', open, aSecondLater, 'overdue'],
    ['late, not a reminder, after an outage', open, at('2026-09-30 12:00'), 'overdue'],
    ['nothing to one that is late already', overdue, at('2026-09-30 12:00'), undefined],
    ['nothing to one that is met', meet(open, due), at('2026-09-30 12:00'), undefined],
  ])('%s', (_what, deadline, when, event) => {
    expect(passTime(deadline, when)?.event).toBe(event);
  });

  it('and is looked at again when it can change: at the reminder, then at the first instant that is late', () => {
    const late = '2026-09-17T13:20:00.001Z';
    expect(nextEventAt(open)).toBe(at('2026-09-17 03:20'));
    expect(nextEventAt(aDeadline({ remindedAt: at('2026-09-17 03:20') }))).toBe(late);
    expect(nextEventAt(aDeadline({ remindAt: undefined }))).toBe(late);
    expect(passTime(open, late)?.event).toBe('overdue');
    expect(nextEventAt(overdue)).toBeUndefined();
    expect(nextEventAt(meet(open, due))).toBeUndefined();
  });

  it('a reminder that would come after the limit keeps nobody from seeing that it is late', () => {
    expect(nextEventAt(aDeadline({ remindAt: at('2026-09-18 03:20') }))).toBe('2026-09-17T13:20:00.001Z');
  });
});
