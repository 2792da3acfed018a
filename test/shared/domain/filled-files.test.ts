import { describe, expect, it } from 'vitest';
import { filledFiles } from '../../../shared/domain/filled-files.ts';

const of = { month: '2026-10', providerId: 'P1' };
const visit = {
  ...{ code: 'OMV', date: '2026-10-05', start: '08:00', end: '08:30' },
  ...{ ordered: 30, performed: 30, status: 'UTFÖRD' },
};
const deviation = {
  ...{ date: '2026-10-06', to: '', start: '08:00', type: 'BOMTID', minutes: null, notice: '' },
  comment: 'Ingen öppnade; grannen sa "borta"\nhela veckan',
};

describe('what was filled in on a page, as the month’s two files', () => {
  const cases = [
    {
      caseNo: 'A-1',
      visits: [visit, { ...visit, date: '2026-10-06', performed: 0, status: 'BOMTID' }],
      deviations: [deviation],
    },
    { caseNo: 'A-2', visits: [{ ...visit, performed: null, status: '' }], deviations: [] },
  ];
  const { report, deviations } = filledFiles(of, cases);

  it('has a row a visit, said to be registered by hand, and the sums of a case and of all', () => {
    expect(report.text.split('\r\n').slice(1)).toEqual([
      '2026-10;P1;A-1;OMV;2026-10-05;08:00;08:30;30;30;UTFÖRD;;MANUELL',
      '2026-10;P1;A-1;OMV;2026-10-06;08:00;08:30;30;0;BOMTID;;MANUELL',
      '2026-10;P1;A-1;SUMMA;;;;60;30;;;',
      '2026-10;P1;A-2;OMV;2026-10-05;08:00;08:30;30;;;;MANUELL',
      '2026-10;P1;A-2;SUMMA;;;;30;0;;;',
      '2026-10;P1;TOTALT;SUMMA;;;;90;30;;;',
      '',
    ]);
  });

  it('keeps a comment on its own line, in quotes where it needs them', () => {
    expect(deviations.text.split('\r\n')[1]).toBe(
      '2026-10;P1;A-1;2026-10-06;;08:00;BOMTID;;;"Ingen öppnade; grannen sa ""borta"" hela veckan"',
    );
  });

  it('finds the place on the page of a row of a file', () => {
    expect(report.places.get(3)).toEqual({ caseNo: 'A-1', of: 'visits', index: 1 });
    expect(report.places.get(4)).toBeUndefined();
    expect(report.places.get(5)).toEqual({ caseNo: 'A-2', of: 'visits', index: 0 });
    expect(deviations.places.get(2)).toEqual({ caseNo: 'A-1', of: 'deviations', index: 0 });
  });
});
