import { describe, expect, it } from 'vitest';
import { orderLimits } from '../../../../functions/orders/limits/order-limits.ts';
import { instant, localIso } from '../../../../shared/domain/local-time.ts';
import { accepted, aPack } from '../../../support/a-pack.ts';

const sent = '2026-09-16T15:20:00+02:00';

function limits(at: string, pack = aPack('leksand'), more: { urgent?: boolean; confirmedAt?: string } = {}) {
  const confirmedAt = more.confirmedAt === undefined ? undefined : instant(more.confirmedAt);
  const order = { kind: 'private', sentAt: instant(at), urgent: more.urgent ?? false, confirmedAt } as const;
  const found = accepted(orderLimits(order, pack));
  const times = Object.entries(found).map(([step, due]) => [step, localIso(due.value)]);
  return {
    times: Object.fromEntries(times),
    rules: Object.entries(found).map(([step, due]) => [step, due.why[0]?.rule]),
  };
}

describe('an order in Leksand is confirmed and can start within a dygn', () => {
  it('E16: sent in the afternoon, both are due at the same time the next day, with a reminder halfway', () => {
    expect(limits(sent)).toEqual({
      times: {
        confirmDue: '2026-09-17T15:20:00+02:00',
        remindAt: '2026-09-17T03:20:00+02:00',
        startDue: '2026-09-17T15:20:00+02:00',
      },
      rules: [
        ['confirmDue', 'L-12'],
        ['remindAt', 'A02'],
        ['startDue', 'L-13'],
      ],
    });
  });

  it('E18: an urgent order should start before the day is over, and must within the dygn', () => {
    const { times } = limits('2026-09-16T22:40:00+02:00', aPack('leksand'), { urgent: true });
    expect(times).toMatchObject({ urgentDue: '2026-09-17T00:00:00+02:00', startDue: '2026-09-17T22:40:00+02:00' });
  });

  it('runs for 24 hours over a clock change, or to the same reading when the pack says so', () => {
    const evening = '2026-10-24T15:20:00+02:00';
    const both = (at: string) => ({ confirmDue: at, startDue: at });
    expect(limits(evening).times).toMatchObject(both('2026-10-25T14:20:00+01:00'));
    const wallClock = aPack('leksand', 'dygnMode=WALL_CLOCK_P1D');
    expect(limits(evening, wallClock).times).toMatchObject(both('2026-10-25T15:20:00+01:00'));
  });

  it('takes other spans from the pack', () => {
    const pack = aPack('leksand', 'confirm.within=PT4H', 'confirm.reminderAfter=PT1H30M', 'urgent.sameDay=OFF');
    expect(limits(sent, pack, { urgent: true }).times).toEqual({
      confirmDue: '2026-09-16T19:20:00+02:00',
      remindAt: '2026-09-16T16:50:00+02:00',
      startDue: '2026-09-17T15:20:00+02:00',
    });
  });

  it('counts the start from the confirmation when the pack says so and there is one (A04)', () => {
    const pack = aPack('leksand', 'start.from=confirmedAt');
    expect(limits(sent, pack).times).toMatchObject({ startDue: '2026-09-17T15:20:00+02:00' });
    const confirmed = limits(sent, pack, { confirmedAt: '2026-09-16T17:00:00+02:00' });
    expect(confirmed.times).toMatchObject({
      startDue: '2026-09-17T17:00:00+02:00',
      confirmDue: '2026-09-17T15:20:00+02:00',
    });
  });
});

describe('SN/2016:840 asks only private providers to confirm, softly', () => {
  it('within 24 hours of the contact, while the start counts from 07:00', () => {
    const { times, rules } = limits('2026-11-02T14:30:00+01:00', aPack('sn2016-840'));
    expect(times).toMatchObject({ confirmDue: '2026-11-03T14:30:00+01:00', startDue: '2026-11-04T07:00:00+01:00' });
    expect(rules).toContainEqual(['confirmDue', 'S-28']);
  });

  it('and municipal ones not at all', () => {
    const order = { kind: 'municipal', sentAt: instant(sent), urgent: true } as const;
    expect(Object.keys(accepted(orderLimits(order, aPack('sn2016-840'))))).toEqual(['startDue']);
  });
});

it('a routine without orders sets no limits', () => {
  const order = { kind: 'municipal', sentAt: instant(sent), urgent: false } as const;
  expect(orderLimits(order, aPack('botkyrka'))).toMatchObject({ ok: false, code: 'pack-without-clock' });
});
