import { beforeEach, describe, expect, it } from 'vitest';
import type { WaitingRow } from '../../../../functions/orders/unexecuted/waiting-row.ts';
import { administrator, aWorld, coordinator, everyone, head, officer, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-03-02', clock: '08:00' });
});

const choice = { mode: 'WRITTEN', informedOfChoice: true, informationHandedOver: true };
async function place(caseNo: string, more: object = {}) {
  const services = [{ code: 'OMV', minutesPerMonth: 600, decidedOn: '2026-02-16' }];
  const body = { caseNo, providerId: 'P1', services, from: '2026-03-02', choice, ...more };
  const answer = await world.call('placeOrder', officer, { body });
  expect(answer.status, answer.text).toBe(201);
  return { path: { orderId: answer.body.id } };
}
const list = async (quarter?: string, who = head) =>
  (await world.call('listNotExecuted', who, { query: quarter ? { quarter } : {} })).body;
const cases = async (quarter?: string) => (await list(quarter)).items.map(({ caseNo }: WaitingRow) => caseNo);
const note = (of: { path: { orderId: string } }, body: object) =>
  world.call('noteDecisionDays', officer, { ...of, body });

describe('decisions that are not carried out (SoL 34:1)', () => {
  it('are listed from the day after three months, told with their day once, and gone in the next quarter', async () => {
    const late = await place('A-1');
    const inTime = await place('A-2');
    await place('A-3', { legalBasis: '11:4' });
    expect((await world.call('startOrder', coordinator, { ...inTime, body: { startedOn: '2026-03-02' } })).status).toBe(
      200,
    );
    world.sleepTo('2026-05-16', '12:00');
    expect(await cases()).toEqual([]);
    world.sleepTo('2026-05-17', '08:00');
    expect(await list()).toMatchObject({
      ...{
        quarter: '2026-Q2',
        from: '2026-04-01',
        to: '2026-06-30',
        months: 3,
        paragraph: expect.stringContaining('34'),
      },
      items: [
        { caseNo: 'A-1', service: 'OMV', decidedOn: '2026-02-16', offeredOn: '2026-03-02', reason: 'NOT_STARTED' },
      ],
    });
    world.sleepTo('2026-07-02', '08:00');
    expect((await world.call('startOrder', coordinator, { ...late, body: { startedOn: '2026-07-02' } })).status).toBe(
      200,
    );
    expect((await list('2026-Q2')).items[0]).not.toHaveProperty('executedOn');
    expect((await list()).items).toMatchObject([{ caseNo: 'A-1', executedOn: '2026-07-02' }]);
    world.sleepTo('2026-10-01', '08:00');
    expect(await cases()).toEqual([]);
    expect((await list('2027-Q1')).faults).toMatchObject([{ at: 'query.quarter', code: 'date-ahead' }]);
  });

  it('also a stay in hospital, and a planned absence that the officer has noted, once they have been too long', async () => {
    const [stays, leaves] = [await place('A-1'), await place('A-2')];
    for (const of of [stays, leaves]) await world.call('startOrder', coordinator, { ...of, body: {} });
    world.sleepTo('2026-03-10', '08:00');
    await world.call('reportHospital', officer, { ...stays, body: { from: '2026-03-10' } });
    expect((await note(leaves, { awayFrom: '2026-03-10' })).status).toBe(200);
    world.sleepTo('2026-06-10', '08:00');
    expect(await cases()).toEqual([]);
    world.sleepTo('2026-06-11', '08:00');
    expect((await list()).items.map(({ kind, reason }: WaitingRow) => [kind, reason])).toEqual([
      ['NOT_RESUMED', 'HOSPITAL'],
      ['NOT_RESUMED', 'ABSENCE'],
    ]);
    await world.call('resumeOrder', officer, { ...stays, body: { on: '2026-06-11' } });
    expect((await note(leaves, { backOn: '2026-06-11' })).status).toBe(200);
    expect((await list()).items.map(({ executedOn }: WaitingRow) => executedOn)).toEqual(['2026-06-11', '2026-06-11']);
  });

  it('of one service alone, as the provider tells, and since when it is carried out after all', async () => {
    const of = await place('A-1');
    const notExecuted = [{ code: 'OMV', reason: 'saknar personal' }];
    await world.call('startOrder', coordinator, { ...of, body: { notExecuted } });
    world.sleepTo('2026-06-01', '08:00');
    expect((await list()).items).toMatchObject([{ reason: 'PROVIDER', reasonText: 'saknar personal' }]);
    expect((await world.call('followUpNotExecuted', officer, { ...of, body: { carriedOut: true } })).status).toBe(200);
    expect((await list()).items).toMatchObject([{ executedOn: '2026-06-01' }]);
  });

  it('that the customer has put off: listed with its day, once the officer has noted it', async () => {
    const of = await place('A-1');
    expect((await note(of, { postponedByCustomer: '2026-03-02', decidedOn: '2026-02-10' })).status).toBe(200);
    world.sleepTo('2026-05-11', '08:00');
    expect((await list()).items).toMatchObject([
      { decidedOn: '2026-02-10', reason: 'POSTPONED_BY_CUSTOMER', postponedByCustomer: '2026-03-02' },
    ]);
  });

  it('a decision whose order was taken back goes on with the next one in the case', async () => {
    const first = await place('A-1');
    await world.call('withdrawOrder', officer, { ...first, body: { reason: 'fel utförare' } });
    world.sleepTo('2026-05-10', '08:00');
    await place('A-1', { providerId: 'P2', from: '2026-05-10', services: [{ code: 'OMV', minutesPerMonth: 600 }] });
    world.sleepTo('2026-05-17', '08:00');
    expect((await list()).items).toMatchObject([
      { decidedOn: '2026-02-16', offeredOn: '2026-03-02', providerId: 'P2' },
    ]);
  });

  it('the council’s paper has numbers and days, and nothing that leads to anybody', async () => {
    for (const caseNo of ['A-1', 'A-2']) await place(caseNo);
    world.sleepTo('2026-06-01', '08:00');
    const { council } = await list();
    expect(council).toEqual([
      {
        ...{ kind: 'NOT_EXECUTED', service: 'OMV', count: 2, executed: 0, postponedByCustomer: 0 },
        ...{ daysLeast: 105, daysMedian: 105, daysMost: 105 },
      },
    ]);
    const file = async (to: string) =>
      (await world.call('getNotExecutedFile', administrator, { query: { to, quarter: '2026-Q2' } })).text;
    expect(await file('rows')).toMatch(
      /^\ufeffKvartal;Ärendenummer;.*\r\n2026-Q2;A-1;OMV;11:1;Inte verkställt;2026-02-16;2026-02-16;Inte påbörjat;;2026-03-02;;;;105\r\n/,
    );
    const paper = await file('council');
    expect(paper.split('\r\n')[1]).toBe('2026-Q2;Inte verkställt;OMV;2;0;0;105;105;105');
    for (const word of ['A-1', 'A-2', 'B-', 'P1', 'O1', '2026-02-16']) expect(paper).not.toContain(word);
  });

  it('to the head and the administrator, by the page, and to nobody else', async () => {
    for (const caseNo of ['A-1', 'A-2']) await place(caseNo);
    world.sleepTo('2026-06-01', '08:00');
    const first = (await world.call('listNotExecuted', administrator, { query: { limit: '1' } })).body;
    const rest = (await world.call('listNotExecuted', administrator, { query: { cursor: first.next } })).body;
    expect([first.items[0].caseNo, rest.items[0].caseNo, rest.council[0].count]).toEqual(['A-1', 'A-2', 2]);
    for (const who of everyone)
      for (const key of ['listNotExecuted', 'getNotExecutedFile'] as const)
        expect((await world.call(key, who, {})).status === 200).toBe(who === head || who === administrator);
  });
});

describe('the days of a decision', () => {
  it('are noted in the journal, and change nothing that is granted', async () => {
    const of = await place('A-1');
    const answer = await note(of, { code: 'OMV', decidedOn: '2026-01-15' });
    expect(answer.body.services).toEqual([{ code: 'OMV', minutesPerMonth: 600, decidedOn: '2026-01-15' }]);
    expect(await world.journal('A-1')).toContainEqual(expect.stringContaining('decision-days-noted'));
  });

  it('are refused with everything that is wrong with them', async () => {
    const of = await place('A-1');
    const wrong = { code: 'XYZ', decidedOn: '2026-03-03', awayFrom: '2026-03-01', backOn: '2026-02-01' };
    expect((await note(of, wrong)).body.faults.map(({ at, code }: Record<string, string>) => `${at} ${code}`)).toEqual([
      'body.decidedOn date-ahead',
      'body.code service-not-ordered',
      'body.awayFrom not-begun',
      'body.backOn to-before-from',
    ]);
    expect((await note(of, {})).body.faults).toMatchObject([{ at: 'body.decidedOn', code: 'missing-field' }]);
    expect((await note(of, { backOn: '2026-03-01' })).body.faults).toMatchObject([{ code: 'not-away' }]);
  });

  it('go with a new decision', async () => {
    const of = await place('A-1');
    const body = { from: '2026-03-02', decidedOn: '2026-02-27', services: [{ code: 'OMV', minutesPerMonth: 700 }] };
    const answer = await world.call('changeServices', officer, { ...of, body });
    expect(answer.body.services).toEqual([{ code: 'OMV', minutesPerMonth: 700, decidedOn: '2026-02-27' }]);
  });
});
