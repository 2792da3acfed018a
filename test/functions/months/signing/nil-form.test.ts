import { describe, expect, it } from 'vitest';
import { neededForms } from '../../../../functions/months/paper/pages-found.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aMonthEnd, handIn, ofP1, path, visits } from '../../../support/a-handed-in-month.ts';
import { aPack } from '../../../support/a-pack.ts';
import { codesOf, file, hasPrinted, hasScanned, keying, reportPrint } from '../../../support/a-paper.ts';
import { aReport } from '../../../support/a-report.ts';
import { administrator, coordinator, head, manager, type Person, type World } from '../../../support/a-world.ts';

const files = aReport(visits);
const asks = () => aMonthEnd({ date: '2026-11-03' });
const asksForNone = () =>
  aMonthEnd({ date: '2026-11-03', settings: { overrides: ['submission.nilDeviationForm=false'] } });
const signing = ['intendSubmission', 'submitMonth'] as const;
const draft = (world: World) => world.call('draftMonth', coordinator, { path, body: { report: files.report } });
const second: Person = { userId: 'D2', role: 'administrator' };

describe('a month without deviations (A60)', () => {
  it('is handed in with its signed form where the municipality asks for it', async () => {
    const world = await asks();
    expect((await handIn(world, { report: files.report })).body).toMatchObject({
      code: 'bad-request',
      faults: [{ at: 'body.deviations', code: 'missing-field' }],
    });
    expect((await draft(world)).body).not.toHaveProperty('noFormNeeded');
    expect((await world.sign(manager, signing, { path, body: { draft: true } })).body.code).toBe('draft-not-whole');
    expect(neededForms([], aPack('leksand'))).toEqual(['report', 'deviations']);
  });

  it('is the time report alone where it does not: in the system, as a draft, and on paper', async () => {
    const world = await asksForNone();
    const answer = await handIn(world, { report: files.report });
    expect(answer, answer.text).toMatchObject({ status: 201, body: { month: { state: 'received' } } });

    const waiting = await asksForNone();
    expect((await draft(waiting)).body).toMatchObject({ missing: 'deviations', noFormNeeded: true });
    const seen = await waiting.call('getDraft', manager, { path });
    expect(seen.body.waiting).toMatchObject({ missing: 'deviations', noFormNeeded: true });
    const signed = await waiting.sign(manager, signing, { path, body: { draft: true } });
    expect(signed, signed.text).toMatchObject({ status: 201, body: { month: { state: 'received' } } });

    const onPaper = await asksForNone();
    await hasPrinted(onPaper, 'report', reportPrint);
    await hasScanned(onPaper, 'fil-scan');
    await onPaper.put(membershipStore(onPaper.table).save({ ...second, name: 'Person D2' }, undefined));
    const { body } = await file(onPaper, { codes: await codesOf(reportPrint) });
    const at = { ...ofP1, paperId: body.id };
    const { pages } = keying();
    const reading = { pages: pages.filter(({ letters }) => letters !== 'FORMSAAA'), signed: { report: true } };
    await onPaper.call('keyPaper', administrator, { path: at, body: { ...reading, isAll: true } });
    const laid = await onPaper.call('confirmPaper', second, { path: at, body: reading });
    expect(laid.body, laid.text).toMatchObject({ state: 'laid' });
  });

  it('a report that says of a missed visit is still asked for the row that explains it', async () => {
    const world = await asksForNone();
    const missed = files.report.text.replace('240;240;UTFÖRD', '240;0;BOMTID');
    expect((await handIn(world, { report: { text: missed } })).status).toBe(201);
    const { body: month } = await world.call('getMonth', head, { path: ofP1, query: { lines: 'all' } });
    const line = month.lines.find(({ caseNo }: { caseNo: string }) => caseNo === 'A-1');
    expect(JSON.stringify(line)).toContain('NO_DEVIATION_ROW');
  });
});
