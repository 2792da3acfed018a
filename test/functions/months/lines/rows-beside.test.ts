import { describe, expect, it } from 'vitest';
import { rowsBeside, servicesBeside } from '../../../../functions/months/lines/rows-beside.ts';

const said = (row: number, start: string, performed?: number, date = '2026-10-05', code = 'OMV') => ({
  ...{ date, code },
  said: { row, start, end: '', status: 'UTFÖRD', ...(performed === undefined ? {} : { performed }) },
});
const ordered = (start: string, date = '2026-10-05', code = 'OMV') => ({
  ...{ date, code },
  ordered: { start, end: '', minutes: 30 },
});
/** `row start` of the file, and the start of the ordered visit that it stands beside. */
const pairs = (...of: Parameters<typeof rowsBeside>) =>
  rowsBeside(...of).map((one) => [one.said ? `${one.said.row} ${one.said.start}` : '–', one.ordered?.start ?? '–']);

describe('a row of the file beside the visit that was ordered', () => {
  it('is that which begins at the same time, whatever comes before it in the file', () => {
    expect(pairs([said(2, '08:10'), said(3, '08:00')], [ordered('08:00'), ordered('18:00')])).toEqual([
      ['3 08:00', '08:00'],
      ['2 08:10', '18:00'],
    ]);
  });

  it('else the nearest of the same day and service that no other row has', () => {
    expect(pairs([said(2, '08:10'), said(3, '17:40')], [ordered('18:00'), ordered('08:00')])).toEqual([
      ['2 08:10', '08:00'],
      ['3 17:40', '18:00'],
    ]);
  });

  it('stands alone where nothing is ordered that day, of that service, or not so many', () => {
    const visits = [ordered('08:00', '2026-10-06'), ordered('08:00', '2026-10-05', 'SERV'), ordered('08:00')];
    expect(pairs([said(2, '08:00'), said(3, '08:00')], visits)).toEqual([
      ['2 08:00', '08:00'],
      ['3 08:00', '–'],
      ['–', '08:00'],
      ['–', '08:00'],
    ]);
  });

  it('stands alone with a time that cannot be read, and the visit too', () => {
    expect(pairs([said(2, 'åtta')], [ordered('08:00')])).toEqual([
      ['–', '08:00'],
      ['2 åtta', '–'],
    ]);
  });
});

it('sums what is said by service beside what is granted, also of what is not', () => {
  const granted = [
    { code: 'OMV', name: 'Omvårdnad', minutesPerMonth: 600 },
    { code: 'TVÄ', name: 'Tvätt', minutesPerMonth: 60 },
  ];
  const rows = [
    said(2, '08:00', 30),
    said(3, '09:00', 45),
    said(4, '10:00', 10, '2026-10-05', 'PRO'),
    said(5, '11:00'),
  ];
  expect(servicesBeside(rows, granted)).toEqual([
    { code: 'OMV', name: 'Omvårdnad', granted: 600, performed: 75 },
    { code: 'PRO', name: 'PRO', granted: 0, performed: 10 },
    { code: 'TVÄ', name: 'Tvätt', granted: 60, performed: 0 },
  ]);
});
