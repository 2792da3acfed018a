import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../../shared/domain/assignment.ts';
import {
  afterChange,
  type Capacity,
  countedFrom,
  isTooMuch,
  levels,
  peakFrom,
  reversed,
  stateOf,
  stepsOf,
  withSteps,
} from '../../../shared/domain/capacity.ts';
import { plusDays } from '../../../shared/domain/local-time.ts';

const today = '2026-11-02';
const hours = (value: number) => ({ value, unit: 'HOURS_PER_MONTH' }) as const;
const customers = (value: number) => ({ value, unit: 'CUSTOMERS' }) as const;

const given = (minutesPerMonth: number, over: Partial<Assignment> = {}): Assignment => ({
  ...{ caseNo: 'A-1', providerId: 'P1', officerId: 'O1', from: '2026-01-01', to: null },
  services: [{ code: 'OMV', minutesPerMonth }],
  ...over,
});
const has = (ceiling: Capacity['ceiling'], ...assignments: Assignment[]) =>
  countedFrom(assignments, { providerId: 'P1', ceiling }, today);
const plus = (capacity: Capacity, assignment: Assignment, date = today) =>
  afterChange(capacity, withSteps(capacity, stepsOf([assignment]), date), date);
const minus = (capacity: Capacity, assignment: Assignment, date = today) =>
  afterChange(capacity, withSteps(capacity, reversed(stepsOf([assignment])), date), date);

describe('E47: a ceiling of 500 hours of which 440 are taken (L-73, L-74)', () => {
  const stood = has(hours(500), given(440 * 60));

  it('12 hours more: told once, at 452; 2 more: not again', () => {
    const first = plus(stood, given(12 * 60, { caseNo: 'A-2' }));
    expect([first.tells, peakFrom(first.capacity, today)]).toEqual(['NEAR', 452 * 60]);
    expect(plus(first.capacity, given(2 * 60, { caseNo: 'A-3' })).tells).toBeUndefined();
  });
  it('at exactly 450 it is told, a minute before it is not', () => {
    expect(plus(stood, given(10 * 60, { caseNo: 'A-2' })).tells).toBe('NEAR');
    expect(plus(stood, given(10 * 60 - 1, { caseNo: 'A-2' })).tells).toBeUndefined();
  });
  it('full is told for itself, and a leap over both is told once as full (A44)', () => {
    const near = plus(stood, given(12 * 60, { caseNo: 'A-2' })).capacity;
    const full = plus(near, given(48 * 60, { caseNo: 'A-3' }));
    expect(full.tells).toBe('FULL');
    expect(plus(full.capacity, given(60, { caseNo: 'A-4' })).tells).toBeUndefined();
    expect(plus(stood, given(60 * 60, { caseNo: 'A-2' })).tells).toBe('FULL');
  });
  it('is told again once less than 90 % has been taken in between, and not before', () => {
    const extra = given(12 * 60, { caseNo: 'A-2' });
    const small = given(60, { caseNo: 'A-3' });
    const near = plus(stood, extra).capacity;
    const still = minus(plus(near, small).capacity, small);
    expect(plus(still.capacity, small).tells).toBeUndefined();
    expect(plus(minus(near, extra).capacity, extra).tells).toBe('NEAR');
  });
  it('a fall that the days alone bring lets it be told again', () => {
    const leaving = given(12 * 60, { caseNo: 'A-2', to: '2026-11-10' });
    const near = plus(stood, leaving).capacity;
    const joining = given(12 * 60, { caseNo: 'A-3', from: '2026-11-20' });
    expect(plus(near, joining, '2026-11-05').tells).toBeUndefined();
    expect(plus(near, joining, '2026-11-12').tells).toBe('NEAR');
  });
});

describe('what is held against a ceiling', () => {
  it.each([
    ['hours, below 90 %', hours(10), 539, 'NORMAL'],
    ['hours, 90 %', hours(10), 540, 'NEAR'],
    ['hours, all', hours(10), 600, 'FULL'],
    ['customers, a small ceiling has nothing between', customers(3), 2, 'NORMAL'],
    ['customers, all', customers(3), 3, 'FULL'],
    ['customers, 9 of 10', customers(10), 9, 'NEAR'],
  ] as const)('%s', (_what, ceiling, used, state) => {
    expect(stateOf(used, ceiling)).toBe(state);
  });

  it.each([
    ['room to the minute', hours(10), 60, false],
    ['a minute too much', hours(10), 61, true],
    ['one more customer', customers(2), 9_999, false],
    ['full of customers', customers(1), 0, true],
  ] as const)('%s', (_what, ceiling, minutes, tooMuch) => {
    expect(isTooMuch(has(ceiling, given(540)), minutes, today)).toBe(tooMuch);
  });

  it('is the most of the days from the first on, not of those before', () => {
    const capacity = has(
      hours(10),
      given(300, { to: '2026-11-15' }),
      given(500, { caseNo: 'A-2', from: '2026-11-10' }),
    );
    expect(levels(capacity, today)).toEqual([
      { on: today, used: 300 },
      { on: '2026-11-10', used: 800 },
      { on: '2026-11-16', used: 500 },
    ]);
    expect(peakFrom(capacity, '2026-11-16')).toBe(500);
  });

  it('a service has its own days inside the order', () => {
    const services = [
      { code: 'OMV', minutesPerMonth: 600 },
      { code: 'STAD', minutesPerMonth: 120, from: '2026-11-12', to: '2026-12-01' },
      { code: 'INK', minutesPerMonth: 60, to: '2025-12-31' },
    ];
    expect(levels(has(hours(10), given(0, { services, to: '2026-11-30' })), today)).toEqual([
      { on: today, used: 600 },
      { on: '2026-11-12', used: 720 },
      { on: '2026-12-01', used: 0 },
    ]);
  });

  it('a customer with several orders counts once, also where one follows on the other', () => {
    const capacity = has(
      customers(10),
      given(100, { to: '2026-11-09' }),
      given(100, { from: '2026-11-05', to: '2026-11-12', orderId: 'B-2' }),
      given(100, { from: '2026-11-13', to: '2026-11-20', orderId: 'B-3' }),
      given(100, { from: '2026-12-01', orderId: 'B-4' }),
    );
    expect(levels(capacity, today)).toEqual([
      { on: today, used: 1 },
      { on: '2026-11-05', used: 1 },
      { on: '2026-11-10', used: 1 },
      { on: '2026-11-21', used: 0 },
      { on: '2026-12-01', used: 1 },
    ]);
  });
});

describe('always', () => {
  const day = fc.integer({ min: -20, max: 40 }).map((days) => plusDays(today, days));
  const anAssignment = fc
    .record({
      caseNo: fc.constantFrom('A-1', 'A-2', 'A-3'),
      from: day,
      length: fc.option(fc.integer({ min: 0, max: 30 })),
      minutes: fc.nat(900),
      id: fc.uuid(),
    })
    .map(({ caseNo, from, length, minutes, id }) =>
      given(minutes, { caseNo, from, to: length === null ? null : plusDays(from, length), orderId: id }),
    );
  const inForce = (date: string) => (one: Assignment) => one.from <= date && (one.to === null || date <= one.to);
  const used = (assignments: readonly Assignment[], unit: 'minutes' | 'customers', date: string) => {
    const there = assignments.filter(inForce(date));
    if (unit === 'customers') return new Set(there.map(({ caseNo }) => caseNo)).size;
    return there.reduce((sum, { services }) => sum + (services[0]?.minutesPerMonth ?? 0), 0);
  };

  it('what is counted step by step is what a count of the days gives', () => {
    fc.assert(
      fc.property(
        fc.array(anAssignment, { maxLength: 12 }),
        fc.constantFrom(hours(10), customers(2)),
        (all, ceiling) => {
          const unit = ceiling.unit === 'CUSTOMERS' ? 'customers' : 'minutes';
          let capacity = has(ceiling);
          for (const [index, one] of all.entries()) {
            const before = all.slice(0, index).filter(({ caseNo }) => caseNo === one.caseNo);
            const steps = [...reversed(stepsOf(before)), ...stepsOf([...before, one])];
            capacity = withSteps(capacity, steps, today);
          }
          expect(capacity).toEqual(has(ceiling, ...all));
          for (let days = 0; days < 75; days += 1) {
            const date = plusDays(today, days);
            const level = levels(capacity, date)[0]?.used;
            expect(level).toBe(used(all, unit, date));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
