import { beforeEach, describe, expect, it } from 'vitest';
import { officerOwner, providerOwner } from '../../../../shared/domain/owner.ts';
import { threadStore } from '../../../../shared/stores/thread-store.ts';
import { colleague, coordinator, manager, neighbour, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, deadlinesOf, path, postSince } from '../../../support/an-order-under-way.ts';

const need = {
  kind: 'INCREASED',
  minutesPerMonth: 900,
  noticedOn: '2026-09-14',
  text: 'Behöver hjälp även på kvällen.',
};

let world: World;
beforeEach(async () => {
  world = await anOrderUnderWay();
});
const tell = (over: object = {}, who = coordinator) =>
  world.call('reportNeed', who, { path, body: { ...need, ...over } });
const reports = async (who = officer) => (await world.call('listReports', who, { path })).body.items;

describe('a need that grows or changes (L-45, L-57)', () => {
  it('is told the same day, and the officer has it to take note of until midnight (A35)', async () => {
    const told = await tell();
    expect(told).toMatchObject({ status: 201, body: { kind: 'INCREASED', minutesPerMonth: 900, late: false } });
    expect(await deadlinesOf(world)).toContain('D25 open 2026-09-15T00:00:00+02:00');
    expect(await world.journal('A-1')).toContain('need-reported L-45 K1');
    expect(await reports()).toEqual([told.body]);
    expect(await reports(manager)).toEqual([told.body]);
  });

  it('late is marked, and taken all the same (A35)', async () => {
    expect((await tell({ kind: 'CHANGED', noticedOn: '2026-09-13' })).body).toMatchObject({
      kind: 'CHANGED',
      late: true,
    });
    expect(await world.journal('A-1')).toContain('need-reported L-57 K1');
  });

  it('keeps its words in a thread; the letter says only that something has happened (N23)', async () => {
    await world.tick();
    const before = (await world.letters()).length;
    const { body: report, text } = await tell();
    expect(text).not.toContain('kvällen');
    expect(await postSince(world, before)).toEqual(['o1@kommun.example Ny händelse i ett ärende']);
    const letter = (await world.letters()).at(-1);
    expect(letter?.text).toContain('Ärende A-1.');
    expect(letter?.text).not.toMatch(/kvällen|900|behov/i);

    const threads = threadStore(world.table);
    const { items } = await threads.messages(report.threadId, { limit: 5 });
    expect(items).toMatchObject([{ text: need.text, from: { owner: 'provider:P1', userId: 'K1' } }]);
    expect(await threads.side(report.threadId, officerOwner('O1'))).toMatchObject({
      entity: { unread: 1, caseNo: 'A-1' },
    });
    expect(await threads.side(report.threadId, providerOwner('P1'))).toMatchObject({ entity: { unread: 0 } });
  });

  it.each([
    ['noticed tomorrow', { noticedOn: '2026-09-15' }, 'body.noticedOn', 'date-ahead'],
    ['without words', { text: ' ' }, 'body.text', 'too-little'],
    ['with a person’s number in its words', { text: 'Gäller 19121212-1212' }, 'body.text', 'person-id-in-text'],
    ['of another kind', { kind: 'LESS' }, 'body.kind', 'bad-value'],
    ['of half a minute', { minutesPerMonth: 1.5 }, 'body.minutesPerMonth', 'bad-value'],
  ])('%s is not taken', async (_what, over, place, code) => {
    expect(await tell(over)).toMatchObject({ status: 422, body: { faults: [{ at: place, code }] } });
    expect(await reports()).toEqual([]);
  });

  it('by another provider is answered as of an order that does not exist', async () => {
    const foreign = await tell({}, neighbour);
    const missing = await world.call('reportNeed', neighbour, { path: { orderId: 'B-9' }, body: need });
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    expect((await world.call('listReports', neighbour, { path })).text).toBe(missing.text);
    expect((await world.call('listReports', colleague, { path })).status).toBe(404);
  });

  it('of a closed order is refused, and says what to do', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-14' } });
    await world.passTo('2026-09-15', '08:00');
    const answer = await tell();
    expect(answer).toMatchObject({ status: 409, body: { code: 'order-closed' } });
    expect(answer.text).toContain('skriv ett meddelande i ärendet');
  });
});

describe('the officer takes note', () => {
  it('once, and the task leaves the list (D25)', async () => {
    const { body: report } = await tell();
    const at = { path: { ...path, reportId: report.id }, body: {} };
    const noted = await world.call('acknowledgeReport', officer, at);
    expect(noted).toMatchObject({ status: 200, body: { acknowledged: { by: 'O1' } } });
    expect(await deadlinesOf(world)).toContain('D25 done 2026-09-15T00:00:00+02:00');
    expect(await world.journal('A-1')).toContain('report-acknowledged L-45 O1');
    expect(await world.call('acknowledgeReport', officer, at)).toMatchObject({
      status: 409,
      body: { code: 'report-acknowledged' },
    });
  });

  it('too late is a mark; nobody is written to about what is only soft (A05)', async () => {
    await tell();
    await world.passTo('2026-09-15', '08:00');
    expect(await deadlinesOf(world)).toContain('D25 overdue 2026-09-15T00:00:00+02:00');
    expect((await world.letters()).filter(({ subject }) => subject === 'Ny händelse i ett ärende')).toHaveLength(1);
  });

  it.each([
    ['of what nobody told', officer, 'rapport-9', 'report-not-found'],
    ['in a colleague’s case', colleague, 'rapport-1', 'order-not-found'],
  ] as const)('not %s', async (_what, who, reportId, code) => {
    await tell();
    const answer = await world.call('acknowledgeReport', who, { path: { ...path, reportId }, body: {} });
    expect(answer).toMatchObject({ status: 404, body: { code } });
  });

  it('each report has a task of its own', async () => {
    const { body: first } = await tell();
    await tell({ kind: 'CHANGED' });
    await world.call('acknowledgeReport', officer, { path: { ...path, reportId: first.id }, body: {} });
    expect((await deadlinesOf(world)).filter((one) => one.startsWith('D25'))).toEqual([
      'D25 done 2026-09-15T00:00:00+02:00',
      'D25 open 2026-09-15T00:00:00+02:00',
    ]);
  });
});
