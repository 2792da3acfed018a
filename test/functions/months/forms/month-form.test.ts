import { describe, expect, it } from 'vitest';
import { monthForm, type OrderedCase } from '../../../../functions/months/forms/month-form.ts';

const of = { month: '2026-10', municipality: 'Exempelkommun', provider: { id: 'P1', name: 'Omsorg Ett AB' } };
const aCase = (changes: Partial<OrderedCase>): OrderedCase => ({
  caseNo: 'A-1',
  services: [{ code: 'OMV', minutesPerMonth: 600 }],
  from: '2025-01-01',
  to: null,
  ...changes,
});
const formOf = (...cases: OrderedCase[]) => monthForm(cases, of)?.cases ?? [];
const rowsOf = (one: OrderedCase) =>
  formOf(one)[0]?.rows.map(({ code, visit }) => [code, ...(visit ? Object.values(visit) : [])].join(' '));

describe('a month’s forms as they begin', () => {
  it('have the cases in force on any day of the month, by their numbers', () => {
    const cases = formOf(
      aCase({ caseNo: 'A-3', from: '2026-10-31' }),
      aCase({ caseNo: 'A-2', to: '2026-09-30' }),
      aCase({ caseNo: 'A-1', to: '2026-10-01' }),
      aCase({ caseNo: 'A-4', from: '2026-11-01' }),
    );
    expect(cases.map(({ caseNo }) => caseNo)).toEqual(['A-1', 'A-3']);
  });

  it('have an empty row a service in force, once however often it was decided', () => {
    const services = [
      { code: 'OMV', minutesPerMonth: 426, to: '2026-10-12' },
      { code: 'OMV', minutesPerMonth: 800, from: '2026-10-13' },
      { code: 'INK', minutesPerMonth: 100, to: '2026-09-30' },
      { code: 'TRY', minutesPerMonth: 60 },
    ];
    expect(rowsOf(aCase({ services }))).toEqual(['OMV', 'TRY']);
    expect(formOf(aCase({ services }))[0]?.services).toEqual([
      { code: 'OMV', name: 'Omvårdnad (OMV)', minutesPerMonth: 426, from: '2026-10-01', to: '2026-10-12' },
      { code: 'OMV', name: 'Omvårdnad (OMV)', minutesPerMonth: 800, from: '2026-10-13', to: '2026-10-31' },
      { code: 'TRY', name: 'Trygghetslarm (TRY)', minutesPerMonth: 60, from: '2026-10-01', to: '2026-10-31' },
    ]);
  });

  it('have a row a visit where the order says weekdays and times, on the days that it holds', () => {
    const visits = [
      { weekday: 1, start: '08:30', minutes: 30 },
      { weekday: 6, start: '23:50', minutes: 20 },
    ];
    const services = [
      { code: 'OMV', minutesPerMonth: 600, from: '2026-10-05', to: '2026-10-12', visits },
      { code: 'INK', minutesPerMonth: 60 },
    ];
    expect(rowsOf(aCase({ services }))).toEqual([
      'OMV 2026-10-05 08:30 09:00 30',
      'OMV 2026-10-10 23:50 00:10 20',
      'OMV 2026-10-12 08:30 09:00 30',
      'INK',
    ]);
    expect(formOf(aCase({ services }))[0]?.ordered).toBe(80);
  });

  it('name a service as the municipality does', () => {
    const form = monthForm([aCase({})], { ...of, services: [{ code: 'OMV', name: 'Hjälp hemma' }] });
    expect(form?.cases[0]?.services[0]?.name).toBe('Hjälp hemma (OMV)');
  });

  it('are none when they have more rows than any month', () => {
    const visits = Array.from({ length: 60 }, (_, at) => ({ weekday: 1, start: `08:${at % 60}`, minutes: 1 }));
    const services = [{ code: 'OMV', minutesPerMonth: 600, visits }];
    const many = Array.from({ length: 420 }, (_, at) => aCase({ caseNo: `A-${at}`, services }));
    expect(monthForm(many, of)).toBeUndefined();
    expect(monthForm(many.slice(0, 10), of)?.cases).toHaveLength(10);
  });
});
