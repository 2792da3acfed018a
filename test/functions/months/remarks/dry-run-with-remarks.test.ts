import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { dryRun } from '../../../../functions/months/dry-run/dry-run.ts';
import { dryRunWithRemarks } from '../../../../functions/months/remarks/dry-run-with-remarks.ts';
import { type AMonth, aCase, inputOf, reportHeader } from '../../../support/a-month.ts';

const cases = [aCase(), aCase({ caseNo: 'A-2' }), aCase({ caseNo: 'A-3' })];

async function seen({ rows = [], ...month }: AMonth, households: [string, string][] = []) {
  const raw = [`${reportHeader};Personal`, ...rows.map((row) => `${month.month ?? '2026-10'};P1;${row}`)].join('\n');
  const input = inputOf({ cases, ...month });
  const report = bytesSource(Buffer.from(raw));
  const looked = await dryRunWithRemarks({ ...input, report }, new Map(households));
  const alone = await dryRun({ ...inputOf({ cases, ...month }), report });
  if (!looked.ok || !alone.ok) throw new Error('refused');
  // What was seen changes no figure.
  expect(looked.value.run.cases.map(({ trail: _, ...figures }) => figures)).toEqual(
    alone.value.cases.map(({ trail: _, ...figures }) => figures),
  );
  return looked.value.remarks.map(({ code, caseNo, worker, rows: lines }) =>
    [code, caseNo ?? worker ?? '', ...lines].join(' ').trim(),
  );
}

const row = (
  caseNo: string,
  date: string,
  start: string,
  end: string,
  minutes: number,
  worker = '',
  status = 'UTFÖRD',
) => `${caseNo};OMV;${date};${start};${end};${minutes};${status === 'UTFÖRD' ? minutes : 0};${status};${worker}`;

describe('visits that meet', () => {
  it('at one customer are remarked on, and not where one ends when the other starts', async () => {
    const first = row('A-1', '2026-10-05', '08:00', '08:30', 30);
    expect(await seen({ rows: [first, row('A-1', '2026-10-05', '08:30', '09:00', 30)] })).toEqual([]);
    expect(await seen({ rows: [first, row('A-1', '2026-10-05', '08:29', '09:00', 31)] })).toEqual([
      'OVERLAP_CUSTOMER A-1 2 3',
    ]);
    expect(await seen({ rows: [first, row('A-1', '2026-10-05', '08:10', '08:20', 10, '', 'AVBOKAD')] })).toEqual([]);
    // Past midnight, into the next day's first.
    expect(
      await seen({
        rows: [row('A-1', '2026-10-05', '23:30', '00:15', 45), row('A-1', '2026-10-06', '00:00', '00:30', 30)],
      }),
    ).toEqual(['OVERLAP_CUSTOMER A-1 2 3']);
  });

  it('are held against each other as instants when the clock is put back', async () => {
    const late = row('A-1', '2026-10-25', '02:30', '03:00', 30);
    // From 02:00 for 75 minutes: into the hour that comes twice, past the earlier 02:30.
    expect(await seen({ rows: [row('A-1', '2026-10-25', '01:45', '02:15', 30), late] })).toEqual([]);
    expect(await seen({ rows: [row('A-1', '2026-10-25', '01:45', '02:15', 90), late] })).toEqual([
      'OVERLAP_CUSTOMER A-1 2 3',
    ]);
  });

  it('of two named workers are what was ordered where each is paid', async () => {
    const rows = [
      row('A-1', '2026-10-05', '08:00', '08:30', 30, 'p1'),
      row('A-1', '2026-10-05', '08:00', '08:30', 30, 'p2'),
    ];
    expect(await seen({ rows })).toEqual(['OVERLAP_CUSTOMER A-1 2 3']);
    expect(await seen({ rows, rules: { doubleStaffing: 'EACH' } })).toEqual([]);
    const [one = '', other = ''] = rows;
    expect(await seen({ rows: [one, other.replace('p2', '')], rules: { doubleStaffing: 'EACH' } })).toEqual([
      'OVERLAP_CUSTOMER A-1 2 3',
    ]);
  });

  it('of one worker at two customers are remarked on, and named otherwise where they live together', async () => {
    const rows = [
      row('A-1', '2026-10-05', '08:00', '08:30', 30, 'p1'),
      row('A-2', '2026-10-05', '08:15', '08:45', 30, 'p1'),
      row('A-3', '2026-10-05', '08:00', '08:30', 30, 'p2'),
    ];
    expect(await seen({ rows })).toEqual(['OVERLAP_WORKER p1 2 3']);
    expect(
      await seen({ rows }, [
        ['A-1', 'h1'],
        ['A-2', 'h1'],
      ]),
    ).toEqual(['SHARED_VISIT p1 2 3']);
    expect(
      await seen({ rows }, [
        ['A-1', 'h1'],
        ['A-2', 'h2'],
      ]),
    ).toEqual(['OVERLAP_WORKER p1 2 3']);
    expect(await seen({ rows: rows.map((one) => one.replace(/p\d$/, '')) })).toEqual([]);
  });
});

describe('minutes that no day has', () => {
  it('are remarked on from 1,441, of a case and of a worker', async () => {
    const whole = (minutes: number) => [
      row('A-1', '2026-10-05', '00:00', '12:00', 720, 'p1'),
      row('A-1', '2026-10-05', '12:00', `${minutes === 720 ? '00:00' : '00:01'}`, minutes, 'p1'),
    ];
    expect(await seen({ rows: whole(720) })).toEqual([]);
    expect(await seen({ rows: whole(721) })).toEqual(['DAY_OVER_24H A-1 2 3', 'DAY_OVER_24H p1 2 3']);
  });
});

describe('weeks that are alike to the minute', () => {
  const week = (monday: number, days = 5, start = '08:00') =>
    Array.from({ length: days }, (_, n) =>
      row('A-1', `2026-10-${String(monday + n).padStart(2, '0')}`, start, '09:00', start === '08:00' ? 60 : 59),
    );
  it('are remarked on from three whole ones of five rows', async () => {
    const three = [...week(5), ...week(12), ...week(19)];
    expect(await seen({ rows: three })).toEqual([`SAME_WEEKS A-1 ${three.map((_, n) => n + 2).join(' ')}`]);
    expect(await seen({ rows: [...week(5), ...week(12)] })).toEqual([]);
    expect(await seen({ rows: [...week(5), ...week(12), ...week(19, 5, '08:01')] })).toEqual([]);
    expect(await seen({ rows: [...week(5, 4), ...week(12, 4), ...week(19, 4)] })).toEqual([]);
    // The month ends on Saturday 31 October: its last week is not whole.
    expect(await seen({ rows: [...week(12), ...week(19), ...week(26)] })).toEqual([]);
  });
});

describe('exactly what was granted', () => {
  const many = (cases: number, exact: number): AMonth => {
    const numbered = Array.from({ length: cases }, (_, n) =>
      aCase({ caseNo: `B-${n}`, services: [{ code: 'OMV', minutesPerMonth: 60 }] }),
    );
    const minutes = (n: number) => (n < exact ? 60 : 59);
    return {
      cases: numbered,
      rows: numbered.map(({ caseNo }, n) =>
        row(caseNo, '2026-10-05', '08:00', minutes(n) === 60 ? '09:00' : '08:59', minutes(n)),
      ),
    };
  };
  it('in nine of ten cases, of twenty or more, is remarked on', async () => {
    expect(await seen(many(20, 18))).toEqual(['ALWAYS_GRANTED']);
    expect(await seen(many(20, 17))).toEqual([]);
    expect(await seen(many(19, 19))).toEqual([]);
  });
});
