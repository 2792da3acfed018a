import { describe, expect, it } from 'vitest';
import { lapse, meet, moveTo, nextEvent, nextEventAt, passTime } from '../../../shared/domain/deadline.ts';
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

describe('the heads are told of a start that does not come (N08)', () => {
  const start = aDeadline({ code: 'D02', remindAt: undefined });
  const aDayLater = at('2026-09-18 15:20');
  const late = passTime(start, aSecondLater)?.next ?? start;

  it('24 hours after the limit, once', () => {
    expect(nextEvent(late)).toEqual({ event: 'escalated', at: aDayLater });
    expect(passTime(late, at('2026-09-18 15:19:59'))).toBeUndefined();
    const told = passTime(late, aDayLater);
    expect(told).toMatchObject({ event: 'escalated', next: { state: 'overdue', escalatedAt: aDayLater } });
    expect(told && [nextEvent(told.next), passTime(told.next, at('2026-10-01 08:00'))]).toEqual([undefined, undefined]);
  });

  it('24 elapsed hours, whatever the wall clock shows', () => {
    const autumn = aDeadline({ code: 'D04', dueAt: at('2026-10-24 15:20'), remindAt: undefined });
    const passed = passTime(autumn, at('2026-10-24 15:21'))?.next;
    expect(passed && nextEventAt(passed)).toBe(at('2026-10-25 14:20'));
  });

  it('at once after an outage, and never before the sweep that marks it', () => {
    const found = passTime(start, at('2026-09-30 12:00'))?.next;
    expect(found && nextEventAt(found)).toBe(at('2026-09-30 12:00'));
  });

  it.each([
    ['one that was met late', meet(late, at('2026-09-17 18:00'))],
    ['one that lapsed', lapse(late, at('2026-09-17 18:00'))],
    ['what should be done', passTime({ ...start, hard: false }, aSecondLater)?.next],
    ['a confirmation', passTime(aDeadline(), aSecondLater)?.next],
  ])('not of %s', (_what, deadline) => {
    expect(deadline && nextEvent(deadline)).toBeUndefined();
  });

  it('after the time agreed on, when that is what is not kept', () => {
    const moved = moveTo(late, at('2026-09-21 08:00'), at('2026-09-18 09:00'), { rule: 'S-15', text: 'överenskommet' });
    expect(nextEvent(moved)).toEqual({ event: 'escalated', at: at('2026-09-22 08:00') });
  });
});
