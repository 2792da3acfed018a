import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { differenceFile, differenceSums, feeChanges } from '../../../../functions/months/fees/fee-difference.ts';
import { type FeeRow, feesFile } from '../../../../functions/months/fees/fee-row.ts';
import {
  aMonthEnd,
  asked,
  decideLine,
  handIn,
  month,
  ofP1,
  reporting,
  stating,
} from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { colleague, everyone, feeOfficer, head, officer, type Person, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aMonthEnd();
});

const form = [
  'A-1;2026-10-05;2026-10-09;;SJUKHUS;;;',
  'A-1;2026-10-08;2026-10-12;;PLANERAD FRÅNVARO;;;',
  'A-1;2026-10-14;;;BOMTID;;;',
];
const visits = {
  'A-1': [
    [1, 120],
    [6, 30],
    [12, 60],
    [14, 45, 'BOMTID'],
  ],
  'A-2': [[1, 150]],
} as const;
const files = () => aReport(visits, { form });
const fees = async (who: Person = feeOfficer, query = {}) =>
  (await world.call('getFees', who, { path: { month }, query })).body;
const notices = async (who: Person) =>
  (await world.call('listMessages', who, {})).body.items.map(({ title }: { title: string }) => title).sort();
const a1 = {
  ...{ month, caseNo: 'A-1', providerId: 'P1', granted: 600, performed: 120, charged: 165 },
  ...{ paidAbsence: 45, unpaidAbsence: 90, absenceDays: 7, state: 'PRELIMINÄR', version: 1 },
};

describe('what the fees are decided on (L-26, L-30)', () => {
  it('each case at each provider, from receipt, in figures alone', async () => {
    await handIn(world, files());
    const { items } = await fees();
    // Hospital on the 6th to the 8th, absence from the 8th to the 12th: seven days, each once.
    expect(items).toEqual([
      a1,
      {
        ...a1,
        caseNo: 'A-2',
        granted: 100,
        performed: 150,
        charged: 100,
        paidAbsence: 0,
        unpaidAbsence: 0,
        absenceDays: 0,
      },
      {
        ...a1,
        caseNo: 'A-3',
        granted: 300,
        performed: 0,
        charged: 0,
        paidAbsence: 0,
        unpaidAbsence: 0,
        absenceDays: 0,
      },
    ]);
    expect(await fees(head)).toEqual(await fees());
  });

  it('by the page', async () => {
    await handIn(world, files());
    const first = await fees(feeOfficer, { limit: '2' });
    expect(first.items.map(({ caseNo }: FeeRow) => caseNo)).toEqual(['A-1', 'A-2']);
    const rest = await fees(feeOfficer, { cursor: first.next });
    expect(rest.items.map(({ caseNo }: FeeRow) => caseNo)).toEqual(['A-3']);
  });

  it('settled once the statement is sent, with the version that it rests on; both are told of', async () => {
    await handIn(world, files());
    await handIn(world, files());
    expect(await notices(feeOfficer)).toEqual(['En månads underlag har kommit in']);
    expect(await notices(officer)).toEqual(['En månads underlag har kommit in']);
    expect(await notices(colleague)).toEqual(['En månads underlag har kommit in']);
    await decideLine(world, 'A-1', { decision: 'ADJUST', minutes: 150, contacts: asked, comment: 'Enligt samtal' });
    await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
    expect((await world.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);
    expect((await fees()).items[0]).toEqual({ ...a1, charged: 150, state: 'FASTSTÄLLD', version: 2 });
    expect((await notices(feeOfficer)).toSorted()).toEqual([
      'En månads underlag har kommit in',
      'En månads underlag är fastställt',
    ]);
    expect(await notices(officer)).toEqual(['En månads underlag har kommit in']);
  });

  it('and as a file, exactly', async () => {
    await handIn(world, files());
    const answer = await world.call('getFeesFile', feeOfficer, { path: { month } });
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.text.split('\r\n').slice(0, 3)).toEqual([
      '\ufeffMånad;Ärendenummer;Utförare;Beviljade minuter;Utförda minuter;Betalda minuter;Betald frånvaro minuter;Obetald frånvaro minuter;Frånvarodagar;Läge;Version',
      '2026-10;A-1;P1;600;120;165;45;90;7;PRELIMINÄR;1',
      '2026-10;A-2;P1;100;150;100;0;0;0;PRELIMINÄR;1',
    ]);
  });

  it('numbered when it is given out, without gaps: the same again while nothing changes, and the same bytes for ever', async () => {
    const file = async (query: Record<string, string> = {}) =>
      (await world.call('getFeesFile', feeOfficer, { path: { month }, query })).text;
    expect(await fees()).toMatchObject({ serial: 0, rowCount: 0, controlSum: 0, items: [] });
    await handIn(world, files());
    const first = await file();
    expect(await fees()).toMatchObject({ serial: 1, rowCount: 3, controlSum: 265 });
    // Two who ask at the same time for what is new get the same one.
    await handIn(world, aReport({ ...visits, 'A-2': [[1, 60]] }, { form }));
    const both = await Promise.all([fees(), fees(head)]);
    expect(both.map(({ serial }) => serial)).toEqual([2, 2]);
    expect(both[0]).toMatchObject({ rowCount: 3, controlSum: 225 });
    expect(both[0].sha256).toBe(
      createHash('sha256')
        .update(await file())
        .digest('hex'),
    );
    expect(await file({ serial: '1' })).toBe(first);
    expect((await fees(feeOfficer, { serial: '1' })).items[1]).toMatchObject({
      caseNo: 'A-2',
      charged: 100,
      version: 1,
    });
    // To hold the file against, where that is asked for.
    expect((await file({ serial: '1', control: 'true' })).split('\r\n').at(-2)).toBe(
      'SUMMA;Nr 1;3 rader;1000;270;265;45;90;7;;',
    );
    const unknown = await world.call('getFees', feeOfficer, { path: { month }, query: { since: '3', serial: '9' } });
    expect([
      unknown.status,
      unknown.body.faults.map(({ at, code }: Record<string, string>) => `${at} ${code}`),
    ]).toEqual([422, ['query.serial serial-unknown', 'query.since serial-unknown']]);
  });

  it('and since a number what has changed, with sums of its own that lead from one to the other', async () => {
    await handIn(world, files());
    const before = await fees();
    const [, a2] = before.items;
    await handIn(world, aReport({ ...visits, 'A-2': [[1, 60]] }, { form }));
    const after = await fees(feeOfficer, { since: '1' });
    expect(after).toMatchObject({ serial: 2, items: [], difference: { since: 1, gone: 0, new: 0, changed: 3 } });
    expect(after.changes[1]).toEqual({
      change: 'CHANGED',
      was: a2,
      now: { ...a2, performed: 60, charged: 60, version: 2 },
    });
    expect(before.controlSum + after.difference.controlSum).toBe(after.controlSum);
    expect((await fees(feeOfficer, { since: '0' })).difference).toMatchObject({ new: 3, gone: 0, changed: 0 });
    expect((await fees(feeOfficer, { since: '2' })).difference).toMatchObject({ new: 0, changed: 0, controlSum: 0 });
    const page = await fees(feeOfficer, { since: '1', limit: '2' });
    const rest = await fees(feeOfficer, { since: '1', cursor: page.next });
    expect([page.changes.length, rest.changes.length, rest.difference.changed]).toEqual([2, 1, 3]);
    const { text } = await world.call('getFeesFile', feeOfficer, { path: { month }, query: { since: '1' } });
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffÄndring;Månad;Ärendenummer;.*;Version$/);
    expect(lines.slice(3, 5)).toEqual([
      'FÖRE;2026-10;A-2;P1;100;150;100;0;0;0;PRELIMINÄR;1',
      'EFTER;2026-10;A-2;P1;100;60;60;0;0;0;PRELIMINÄR;2',
    ]);
    expect(lines.at(-2)).toBe('SUMMA;1–2;0 bort, 0 nya, 3 ändrade;;;;-40;;;;;');
  });

  it('a row that is no longer there is gone, with what it came to', () => {
    const row = { ...a1, state: 'PRELIMINÄR' } as const;
    const changes = feeChanges([row], [{ ...row, providerId: 'P2', charged: 5 }]);
    expect(changes).toEqual([
      { change: 'GONE', was: row },
      { change: 'NEW', now: { ...row, providerId: 'P2', charged: 5 } },
    ]);
    expect(differenceSums(changes, 4)).toEqual({ since: 4, gone: 1, new: 1, changed: 0, controlSum: -160 });
    expect(differenceFile(changes, { since: 4, serial: 5 })).toMatch(/BORT;2026-10;A-1;P1;.*\r\nNY;2026-10;A-1;P2;/);
  });

  it('an empty month has the header, and what looks like a formula is none', () => {
    expect(feesFile([])).toMatch(/^\ufeffMånad;.*;Version\r\n$/);
    expect(feesFile([{ ...a1, state: 'PRELIMINÄR', caseNo: '-1+2', providerId: '@P' }])).toContain(";'-1+2;'@P;");
  });

  it('to the fee officer and the head, and to nobody else', async () => {
    for (const who of everyone)
      for (const key of ['getFees', 'getFeesFile'] as const)
        expect((await world.call(key, who, { path: { month } })).status === 200).toBe(
          who === feeOfficer || who === head,
        );
  });
});

describe('the fee officer opens the month (L-26)', () => {
  it('and sees each customer’s figures, but neither why nor who was asked', async () => {
    await handIn(world, files());
    await decideLine(world, 'A-2', { decision: 'ASK', question: 'Varför dubbelt?', contacts: [{ with: 'relative' }] });
    const { body, text } = await world.call('getMonth', feeOfficer, { path: ofP1 });
    expect(body.lines).toMatchObject([
      { caseNo: 'A-1', performed: 120, absence: 45, charged: 165, unpaid: {}, contacts: [] },
      { caseNo: 'A-2', performed: 150, charged: 100, contacts: [] },
      { caseNo: 'A-3', charged: 0 },
    ]);
    expect(body.fees[0]).toEqual(a1);
    for (const word of ['HOSPITAL', 'ABSENT', 'OVER_GRANTED', 'NEED_NOT_TOLD', 'relative', 'Varför'])
      expect(text).not.toContain(word);
  });

  it('and has a list of tasks and an inbox', async () => {
    for (const key of ['listTasks', 'listMessages'] as const)
      expect((await world.call(key, feeOfficer, {})).status).toBe(200);
  });
});
