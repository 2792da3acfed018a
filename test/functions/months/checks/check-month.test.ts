import { expect, it } from 'vitest';
import { uploadStore } from '../../../../shared/stores/upload-store.ts';
import { aMonthEnd, visits } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { manager } from '../../../support/a-world.ts';

it('says which month a file is of, when every row of it is of another', async () => {
  const world = await aMonthEnd();
  const check = (month: string) => world.call('checkMonth', manager, { path: { month }, body: aReport(visits) });
  const other = await check('2026-09');
  expect(other.status, other.text).toBe(200);
  expect(other.body.otherMonth).toBe('2026-10');
  expect((await check('2026-10')).body).not.toHaveProperty('otherMonth');
});

it('refuses an upload that was sent as another kind than it is, as what it is', async () => {
  const world = await aMonthEnd();
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const ods = 'application/vnd.oasis.opendocument.spreadsheet';
  const packed = Buffer.from('PK\u0003\u0004............[Content_Types].xml', 'latin1');
  const cases = [
    ['text/csv', packed, 'WORKBOOK'],
    [ods, packed, 'WRONG_BOOK'],
    [spreadsheet, Buffer.from('Månad;Utförare;'.repeat(10)), 'NOT_A_WORKBOOK'],
  ] as const;
  for (const [n, [contentType, bytes, code]] of cases.entries()) {
    const documentId = `fil-${n}`;
    await world.put(
      uploadStore(world.table).open({ documentId, userId: manager.userId, providerId: 'P1' }, world.clock.now()),
    );
    await world.deps.documents.put('incoming', documentId, bytes, contentType);
    const body = { report: { documentId }, deviations: { documentId } };
    const answer = await world.call('checkMonth', manager, { path: { month: '2026-10' }, body });
    expect(answer.body.code, answer.text).toBe(code);
  }
});
