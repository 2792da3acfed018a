import { describe, expect, it } from 'vitest';
import { monthForm, type OrderedCase } from '../../../../functions/months/forms/month-form.ts';
import { mostPaperPages, paperPages } from '../../../../functions/months/forms/paper-pages.ts';
import { rowsOfSigning, rowsOnPage } from '../../../../shared/pdf/form-room.ts';

const of = { month: '2026-10', municipality: 'Exempelkommun', provider: { id: 'P1', name: 'Omsorg Ett AB' } };
const service = { code: 'OMV', minutesPerMonth: 600 };
const casesOf = (count: number, more: Partial<OrderedCase> = {}): OrderedCase[] =>
  Array.from({ length: count }, (_, at) => ({ caseNo: `A-${1000 + at}`, services: [service], ...more }));
const pagesOf = (form: Parameters<typeof paperPages>[0], cases: OrderedCase[]) => {
  const made = monthForm(cases, of);
  return (made && paperPages(form, made)) ?? [];
};
const said = (rows: readonly { readonly cells: readonly string[] }[] = []) => rows.map(({ cells }) => cells.join(' '));

describe('a month’s forms on paper', () => {
  it('have a row for each service, more to write on, and the sum to fill in', () => {
    const services = [service, { code: 'TRY', minutesPerMonth: 60 }];
    expect(said(pagesOf('report', casesOf(1, { services })).flat().slice(0, 22))).toEqual([
      'A-1000 OMV',
      'A-1000 TRY',
      ...Array.from({ length: 18 }, () => 'A-1000'),
      'A-1000 SUMMA    ',
      '',
    ]);
  });

  it('have room for every visit that is ordered, whenever it is done', () => {
    const rows = pagesOf('report', casesOf(1, { services: [{ code: 'OMV', minutesPerMonth: 1720 }] })).flat();
    expect(rows.filter(({ cells: [caseNo], isSum }) => caseNo === 'A-1000' && !isSum).length).toBeGreaterThanOrEqual(
      43,
    );
  });

  it('keep to the pages that are filed, where every visit would be more', () => {
    const pages = pagesOf('report', casesOf(250));
    expect(pages.length).toBeLessThanOrEqual(mostPaperPages);
    expect(pages.flat().filter(({ cells: [caseNo] }) => caseNo === 'A-1000').length).toBeGreaterThanOrEqual(8);
  });

  it('have the visits that are ordered, and what they come to', () => {
    const services = [{ ...service, visits: [{ weekday: 5, start: '08:30', minutes: 45 }] }];
    expect(said(pagesOf('report', casesOf(1, { services }))[0]?.slice(0, 10))).toEqual([
      ...['02', '09', '16', '23', '30'].map((day) => `A-1000 OMV 2026-10-${day} 08:30 09:15 45`),
      ...Array.from({ length: 3 }, () => 'A-1000'),
      'A-1000 SUMMA    225',
      '',
    ]);
  });

  it.each([0, 1, 2, 7, 10, 11, 40])(
    'of %i cases never have more rows than a page, and end where the manager signs',
    (count) => {
      for (const form of ['report', 'deviations'] as const) {
        const pages = pagesOf(form, casesOf(count));
        const last = pages.at(-1) ?? [];
        expect(pages.slice(0, -1).every((rows) => rows.length === rowsOnPage)).toBe(true);
        expect(last).toHaveLength(rowsOnPage - rowsOfSigning);
        if (form === 'report') expect(last.at(-1)?.cells).toEqual(['TOTALT', 'SUMMA']);
      }
      const rows = pagesOf('report', casesOf(count)).flat();
      expect(rows.filter(({ isSum }) => isSum)).toHaveLength(count + 1);
    },
  );

  it('are not printed when they have more pages than any month', () => {
    const made = monthForm(casesOf(2000), of);
    expect(made && paperPages('report', made)).toBeUndefined();
    expect(made && paperPages('deviations', made)).toBeUndefined();
    const fewer = monthForm(casesOf(200), of);
    expect(fewer && paperPages('deviations', fewer)?.length).toBe(20);
  });
});
