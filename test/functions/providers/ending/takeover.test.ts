import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goesOn, takeover } from '../../../../functions/providers/ending/takeover.ts';
import type { Assignment, Service } from '../../../../shared/domain/assignment.ts';
import { plusDays } from '../../../../shared/domain/local-time.ts';

const lastDay = '2026-11-30';
const given = (over: Partial<Assignment>): Assignment => ({
  ...{ caseNo: 'A-1', providerId: 'P1', officerId: 'O1', from: '2026-01-01', to: null },
  services: [{ code: 'OMV', minutesPerMonth: 600 }],
  ...over,
});

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

const day = fc.integer({ min: -40, max: 60 }).map((days) => plusDays(lastDay, days));
const days = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 50 }))).map(([from, length]) => ({
  from,
  to: length === null ? null : plusDays(from, length),
}));
const service: fc.Arbitrary<Service> = fc
  .tuple(fc.constantFrom('OMV', 'STAD', 'INK'), fc.nat(900), fc.option(days))
  .map(([code, minutesPerMonth, own]) => ({ code, minutesPerMonth, ...own }));
const anAssignment = fc
  .tuple(days, fc.array(service, { minLength: 1, maxLength: 3 }))
  .map(([when, services]) => given({ ...when, services }));

const isOn = ({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }, date: string) =>
  (!from || from <= date) && (!to || date <= to);
const minutesOn = (assignments: readonly Pick<Assignment, 'services' | 'from' | 'to'>[], date: string) =>
  assignments
    .filter((one) => isOn(one, date))
    .flatMap(({ services }) => services.filter((one) => isOn(one, date)))
    .reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);

describe('always', () => {
  it('every day is served as it was, by one provider: none is left bare, none paid twice', () => {
    fc.assert(
      fc.property(fc.array(anAssignment, { maxLength: 5 }), (before) => {
        const stay = before.flatMap((one) => {
          if (!goesOn(one, lastDay)) return [one];
          return one.from > lastDay ? [] : [{ ...one, to: lastDay }];
        });
        const next = takeover(before, lastDay);
        const joining = next ? [next] : [];
        for (let offset = -45; offset < 120; offset++) {
          const date = plusDays(lastDay, offset);
          const [leaving, coming] = [minutesOn(stay, date), minutesOn(joining, date)];
          expect(leaving + coming, date).toBe(minutesOn(before, date));
          expect(date <= lastDay ? coming : leaving, date).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
