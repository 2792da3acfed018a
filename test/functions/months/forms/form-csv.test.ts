import { expect, it } from 'vitest';
import { deviationsCsv, reportCsv } from '../../../../functions/months/forms/form-csv.ts';
import { monthForm } from '../../../../functions/months/forms/month-form.ts';
import { formHeader, reportHeader } from '../../../support/a-month.ts';

const of = { month: '2026-10', municipality: 'Exempelkommun', provider: { id: 'P1', name: 'Omsorg Ett AB' } };

it('the report has the rows of each case, its sum and the sum of all, as the other files that leave', () => {
  const visits = [{ weekday: 4, start: '08:00', minutes: 30 }];
  const cases = [
    { caseNo: 'A-2', services: [{ code: 'OMV', minutesPerMonth: 60, to: '2026-10-02', visits }] },
    { caseNo: 'A-1', services: [{ code: 'TRY', minutesPerMonth: 60 }] },
  ];
  const form = monthForm(cases, of);
  expect(form && reportCsv(form)).toBe(
    [
      `\ufeff${reportHeader}`,
      '2026-10;P1;A-1;TRY;;;;;;',
      '2026-10;P1;A-1;SUMMA;;;;0;0;',
      '2026-10;P1;A-2;OMV;2026-10-01;08:00;08:30;30;;',
      '2026-10;P1;A-2;SUMMA;;;;30;0;',
      '2026-10;P1;TOTALT;SUMMA;;;;30;0;',
      '',
    ].join('\r\n'),
  );
});

it.each(['=1+1', '+1', '-1', '@A', '\t1', '\r1'])('nothing in it is a formula: %j', (code) => {
  const form = monthForm([{ caseNo: 'A-1', services: [{ code, minutesPerMonth: 60 }] }], of);
  expect(form && reportCsv(form)).toContain(`'${code}`);
});

it('the deviation form is the header alone', () => {
  expect(deviationsCsv()).toBe(`\ufeff${formHeader}\r\n`);
});
