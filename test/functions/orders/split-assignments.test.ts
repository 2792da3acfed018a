import { describe, expect, it } from 'vitest';
import { splitAssignments } from '../../../functions/orders/split-assignments.ts';
import type { Assignment } from '../../../shared/domain/assignment.ts';
import { plusDays } from '../../../shared/domain/local-time.ts';

const lastDay = '2026-11-30';
const given = (over: Partial<Assignment>): Assignment => ({
  ...{ caseNo: 'A-1', providerId: 'P1', officerId: 'O1', from: '2026-01-01', to: null },
  services: [{ code: 'OMV', minutesPerMonth: 600 }],
  ...over,
});

/** What the next provider has after the last day of the one before. */
const takeover = (held: readonly Assignment[], last: string) => splitAssignments(held, plusDays(last, 1)).moved;

describe('what the next provider takes over', () => {
  it('begins the day after the last and goes on as long', () => {
    expect(takeover([given({})], lastDay)).toEqual({
      ...{ from: '2026-12-01', to: null },
      services: [{ code: 'OMV', minutesPerMonth: 600 }],
    });
    expect(takeover([given({ to: '2026-12-24' })], lastDay)).toMatchObject({ from: '2026-12-01', to: '2026-12-24' });
  });
  it('is nothing where nothing is left to do after the last day', () => {
    expect(takeover([given({ to: lastDay })], lastDay)).toBeUndefined();
    expect(takeover([], lastDay)).toBeUndefined();
  });
  it('keeps to a first day that has not come', () => {
    expect(takeover([given({ from: '2027-01-15' })], lastDay)).toMatchObject({ from: '2027-01-15' });
  });
  it('gathers several orders in a case, each service on its own days', () => {
    const increase = given({
      ...{ from: '2026-12-10', to: '2027-01-31' },
      services: [{ code: 'STAD', minutesPerMonth: 60, to: '2026-12-31' }],
    });
    expect(takeover([given({}), increase], lastDay)).toEqual({
      ...{ from: '2026-12-01', to: null },
      services: [
        { code: 'OMV', minutesPerMonth: 600 },
        { code: 'STAD', minutesPerMonth: 60, from: '2026-12-10', to: '2026-12-31' },
      ],
    });
  });
});
