import { beforeEach, describe, expect, it } from 'vitest';
import { canonical } from '../../../../shared/domain/canonical.ts';
import {
  aHandedInMonth,
  asked,
  decideLine,
  faultyReport,
  handIn,
  month,
  ofP1,
  reporting,
  stating,
} from '../../../support/a-handed-in-month.ts';
import {
  colleague,
  coordinator,
  feeOfficer,
  head,
  manager,
  officer,
  type Person,
  signInFor,
  type World,
} from '../../../support/a-world.ts';

const comment = 'A-2 ska ses över igen.';
let world: World;
const sign = (who: Person) => world.sign(who, reporting, { path: ofP1, body: {} });
const state = () => world.sign(head, stating, { path: ofP1, body: {} });
const withdraw = (who: Person = officer, body: object = { comment }) =>
  world.call('withdrawReport', who, { path: ofP1, body });
const getMonth = async (who: Person = officer) => (await world.call('getMonth', who, { path: ofP1 })).body;
const partOf = async (officerId: string, who?: Person) =>
  (await getMonth(who)).parts.find((part: { officerId: string }) => part.officerId === officerId);
type Told = { code: string; state: string; officerId?: string };
const reportDates = async () =>
  (await getMonth(head)).deadlines
    .filter(({ code }: Told) => code === 'D12')
    .map(({ officerId, state: how }: Told) => `${officerId} ${how}`);

beforeEach(async () => {
  world = await aHandedInMonth();
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
});

describe('a signed report is taken back before the statement', () => {
  it('by its officer: its lines are decided again, and the new version names the one whose place it takes', async () => {
    const first = (await sign(officer)).body.record;
    expect(await decideLine(world, 'A-1', { decision: 'REOPEN' })).toMatchObject({ body: { code: 'report-signed' } });
    expect(await withdraw()).toMatchObject({ status: 200, body: { officerId: 'O1' } });
    expect(await partOf('O1')).not.toHaveProperty('report');
    expect(await partOf('O1')).toMatchObject({
      withdrawn: [{ recordId: first.recordId, sha256: first.sha256, withdrawnBy: 'O1', comment }],
    });
    expect(await decideLine(world, 'A-1', { decision: 'REOPEN' })).toMatchObject({ status: 200 });
    expect((await sign(officer)).body.code).toBe('lines-undecided');
    await decideLine(world, 'A-1', { decision: 'REJECT', comment: 'Tiden är inte utförd.', contacts: asked });

    const second = (await sign(officer)).body.record;
    const record = await world.call('getRecord', officer, { path: { ...ofP1, recordId: second.recordId } });
    expect(record.body.payload.content).toMatchObject({
      supersedes: { recordId: first.recordId, sha256: first.sha256 },
      totals: { notApproved: 1 },
    });
    const records = (await getMonth()).records.map(({ recordId }: { recordId: string }) => recordId);
    expect(records).toEqual(expect.arrayContaining([first.recordId, second.recordId]));
    const rows = await world.monthJournal(month, 'P1');
    expect(rows.filter((row) => row.startsWith('report-'))).toEqual([
      'report-signed L-34 O1',
      'report-withdrawn L-34 O1',
      'report-signed L-34 O1',
    ]);
  });

  it('or sent back by the head, and it waits again by its date', async () => {
    await sign(officer);
    await sign(colleague);
    expect(await reportDates()).toEqual(['O1 done', 'O2 done']);
    expect(await withdraw(head, { comment, officerId: 'O2' })).toMatchObject({ status: 200 });
    expect(await reportDates()).toEqual(['O1 done', 'O2 open']);
    expect((await state()).body).toMatchObject({ code: 'reports-missing', faults: [{ at: 'parts.O2' }] });
    const { body } = await world.call('listTasks', colleague, {});
    expect(body.items).toContainEqual(expect.objectContaining({ code: 'D12' }));
    await world.passTo('2026-11-07', '08:00');
    expect(await reportDates()).toEqual(['O1 done', 'O2 overdue']);
    await sign(colleague);
    expect(await state()).toMatchObject({ status: 201 });
  });

  it('late, when its date has passed already', async () => {
    await sign(officer);
    await world.passTo('2026-11-09', '08:00');
    await withdraw();
    await world.tick();
    expect(await reportDates()).toContain('O1 overdue');
  });

  it('again and again, and nothing of it is forgotten', async () => {
    for (const why of ['ett', 'två']) {
      await sign(officer);
      await withdraw(officer, { comment: why });
    }
    const { withdrawn } = await partOf('O1');
    expect(withdrawn.map((one: { comment: string }) => one.comment)).toEqual(['ett', 'två']);
  });

  it('nor when the provider has corrected the month meanwhile', async () => {
    world = await aHandedInMonth(faultyReport());
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    const first = (await sign(colleague)).body.record;
    await withdraw(colleague);
    expect(await handIn(world)).toMatchObject({ status: 201 });
    expect(await partOf('O2', head)).toMatchObject({ withdrawn: [{ recordId: first.recordId }] });
    const second = (await sign(colleague)).body.record;
    const record = await world.call('getRecord', head, { path: { ...ofP1, recordId: second.recordId } });
    expect(record.body.payload.content.supersedes).toMatchObject({ recordId: first.recordId });
    // To the byte as it was sealed: what is fetched verifies as it is.
    expect(record.text).toBe(canonical(record.body));
  });

  it('and why is between the officer and the head', async () => {
    await sign(officer);
    await withdraw();
    expect(await partOf('O1', head)).toHaveProperty('withdrawn');
    for (const who of [manager, coordinator, feeOfficer])
      expect(await partOf('O1', who)).not.toHaveProperty('withdrawn');
  });
});

describe('it is refused', () => {
  it('once the statement has been sent from it', async () => {
    await sign(officer);
    await sign(colleague);
    await state();
    expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'statement-sent' } });
  });

  it('when nothing is signed, to others, and without a reason', async () => {
    expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'report-not-signed' } });
    await sign(officer);
    expect(await withdraw(colleague, { comment, officerId: 'O1' })).toMatchObject({
      status: 403,
      body: { code: 'not-your-report' },
    });
    expect(await withdraw(head)).toMatchObject({ status: 422, body: { faults: [{ at: 'body.officerId' }] } });
    expect(await withdraw(head, { comment, officerId: 'O9' })).toMatchObject({ status: 404 });
    expect(await withdraw(manager)).toMatchObject({ status: 403 });
    expect(await withdraw(officer, {})).toMatchObject({ status: 422, body: { faults: [{ at: 'body.comment' }] } });
    expect(await withdraw(officer, { comment: '19121212-1212 har fel' })).toMatchObject({ status: 422 });
    expect(await partOf('O1')).toHaveProperty('report');
  });

  it('to one of two: the statement or the withdrawal, never a statement from a report that was taken back', async () => {
    await sign(officer);
    await sign(colleague);
    const intent = await world.call('intendStatement', head, { path: ofP1, body: {} });
    const { intentId } = intent.body;
    const seal = { path: ofP1, body: { intentId }, ...signInFor(intentId) };
    const [stated, taken] = await Promise.all([world.call('sendStatement', head, seal), withdraw()]);
    const won = [stated?.status === 201, taken?.status === 200];
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await getMonth(head)).month.state).toBe(won[0] ? 'stated' : 'received');
  });
});
