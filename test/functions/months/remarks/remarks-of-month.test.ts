import { beforeEach, describe, expect, it } from 'vitest';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
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
import { administrator, colleague, head, manager, officer, type Person, type World } from '../../../support/a-world.ts';

let world: World;
type Shown = { id: string; code: string; caseNo?: string; rows: number[]; owners: string[]; answer?: object };
const listed = (who: Person) => world.call('listRemarks', who, { path: ofP1 });
const remarksFor = async (who: Person): Promise<Shown[]> => (await listed(who)).body.items;
const answer = (who: Person, remarkIds: readonly string[], more: object = {}) =>
  world.call('answerRemarks', who, {
    path: ofP1,
    body: { remarkIds, kind: 'EXPLAINED', text: 'Två i personalen var där.', ...more },
  });
const state = () => world.sign(head, stating, { path: ofP1, body: {} });
const journal = () => world.monthJournal(month, 'P1');
const sentWith = async () => {
  const { items } = await world.table.query({ pk: `JOURNAL#MONTH#${month}#P1`, from: 'AT#', to: 'AT#~' });
  return (
    items.find(({ data }) => (data as { event: string }).event === 'statement-sent')?.data as
      | { refs: object }
      | undefined
  )?.refs;
};

/** A-1 has two visits at once, and A-3, the colleague's, too; a day may be put before. */
const twice = (more: Parameters<typeof aReport>[0][string] = []) =>
  aReport({
    'A-1': [...more, [3, 60], [3, 90]],
    'A-2': [[1, 90]],
    'A-3': [
      [5, 60],
      [5, 50],
    ],
  });
const decideAll = async () => {
  for (const [who, caseNo] of [
    [officer, 'A-1'],
    [officer, 'A-2'],
    [colleague, 'A-3'],
  ] as const)
    await decideLine(world, caseNo, { decision: 'APPROVE', contacts: asked }, who);
};
const reportAll = async () => {
  await decideAll();
  for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
};

const dates = async () =>
  (await deadlineStore(world.table).ofMonth(month, 'P1'))
    .filter(({ entity }) => entity.code === 'D54')
    .map(({ entity: { subject, state } }) => `${subject.kind === 'month' ? subject.officerId : ''} ${state}`)
    .toSorted();
const tasks = async (who: Person) =>
  (await world.call('listTasks', who, {})).body.items.filter(({ code }: { code: string }) => code === 'D54');

beforeEach(async () => {
  world = await aMonthEnd();
});

describe('what was seen in the rows of a month that is handed in', () => {
  beforeEach(async () => {
    expect((await handIn(world, twice())).status).toBe(201);
  });

  it('is shown to its owner with its rows and in words, to the head all of it, to nobody else', async () => {
    const all = await remarksFor(head);
    expect(all.map(({ code, caseNo, owners }) => `${code} ${caseNo} ${owners}`).toSorted()).toEqual([
      'OVERLAP_CUSTOMER A-1 O1',
      'OVERLAP_CUSTOMER A-3 O2',
    ]);
    expect((await remarksFor(officer)).map(({ caseNo }) => caseNo)).toEqual(['A-1']);
    const [own] = await remarksFor(colleague);
    expect(own).toMatchObject({
      caseNo: 'A-3',
      text: expect.stringContaining('samma kund'),
      rows: [expect.any(Number), expect.any(Number)],
    });
    for (const who of [manager, administrator]) expect((await listed(who)).status).toBe(403);
  });

  it('stands in the report as it was when that was signed: answered, or not', async () => {
    const [own] = await remarksFor(officer);
    await answer(officer, [own?.id ?? '']);
    await decideAll();
    const shown = async (who: Person) => (await world.call('intendReport', who, { path: ofP1, body: {} })).body.content;
    expect((await shown(officer)).remarks).toEqual({ seen: 1, unanswered: 0, waiting: [] });
    expect((await shown(colleague)).remarks).toEqual({
      seen: 1,
      unanswered: 1,
      waiting: [{ code: 'OVERLAP_CUSTOMER', caseNo: 'A-3', rows: expect.any(Array) }],
    });
  });

  it('does not keep the statement from being sent, where the routine does not ask for it: it is told, and answered late (L-37)', async () => {
    await reportAll();
    const [own] = await remarksFor(officer);
    await answer(officer, [own?.id ?? '']);
    expect((await state()).status).toBe(201);
    expect(await sentWith()).toMatchObject({ remarksUnanswered: 1 });
    // What was answered by then stands; what was left is waited for, also when it is late.
    expect(await answer(officer, [own?.id ?? ''])).toMatchObject({ status: 409, body: { code: 'statement-sent' } });
    expect(await dates()).toEqual(['O1 done', 'O2 open']);
    await world.passTo('2026-11-16', '08:00');
    expect(await dates()).toEqual(['O1 done', 'O2 overdue']);
    const [other] = await remarksFor(colleague);
    expect((await answer(colleague, [other?.id ?? ''])).status).toBe(200);
    expect((await tasks(colleague)).map((one: { state: string; doneAt?: string }) => one.doneAt)).toEqual([
      expect.any(String),
    ]);
  });

  it('is a task of its owner’s by the day of the statement, until nothing is left of it (D54)', async () => {
    expect(await dates()).toEqual(['O1 open', 'O2 open']);
    const [task] = await tasks(officer);
    expect(task).toMatchObject({ rule: 'L-37', hard: false, state: 'due', due: '2026-11-14T00:00:00+01:00' });
    const [own] = await remarksFor(officer);
    await answer(officer, [own?.id ?? '']);
    expect(await dates()).toEqual(['O1 done', 'O2 open']);
    // Files in which it is not seen any more.
    expect((await handIn(world)).status).toBe(201);
    expect(await dates()).toEqual(['O1 done', 'O2 lapsed']);
    // It is seen again: what was answered is answered still.
    expect((await handIn(world, twice())).status).toBe(201);
    expect(await dates()).toEqual(['O1 done', 'O2 open']);
  });

  it('goes along with its case to another officer (D54)', async () => {
    const body = { to: 'O2', cases: ['A-1'], reason: 'LEAVES' };
    expect((await world.call('moveCases', head, { path: { officerId: 'O1' }, body })).status).toBeLessThan(300);
    await world.tick();
    expect((await remarksFor(colleague)).map(({ caseNo }) => caseNo).toSorted()).toEqual(['A-1', 'A-3']);
    expect(await dates()).toEqual(['O1 lapsed', 'O2 open']);
  });

  it('is answered by its owner alone, and without a person’s number', async () => {
    const [own] = await remarksFor(officer);
    const id = own?.id ?? '';
    expect(await answer(colleague, [id])).toMatchObject({ status: 404, body: { code: 'remark-not-found' } });
    expect(await answer(officer, ['0'.repeat(24)])).toMatchObject({ status: 404 });
    expect(await answer(officer, [id], { text: 'Född 19121212-1212' })).toMatchObject({ status: 422 });
    expect(await remarksFor(officer)).toEqual([own]);
  });

  it('is seen again in a changed file: what is unchanged keeps its answer, wherever its rows stand', async () => {
    for (const who of [officer, colleague])
      await answer(
        who,
        (await remarksFor(who)).map(({ id }) => id),
      );
    const before = await remarksFor(officer);
    expect((await handIn(world, twice([[2, 30]]))).status).toBe(201);
    const after = await remarksFor(officer);
    expect(after.map(({ id, answer: said }) => ({ id, said }))).toEqual(
      before.map(({ id, answer: said }) => ({ id, said })),
    );
    expect(after[0]?.rows).not.toEqual(before[0]?.rows);
    // Other minutes are another remark.
    const changed = aReport({
      'A-1': [
        [3, 60],
        [3, 80],
      ],
      'A-2': [[1, 90]],
      'A-3': [
        [5, 60],
        [5, 50],
      ],
    });
    expect((await handIn(world, changed)).status).toBe(201);
    expect(await remarksFor(officer)).toMatchObject([{ caseNo: 'A-1' }]);
    expect((await remarksFor(officer))[0]).not.toHaveProperty('answer');
    expect((await remarksFor(colleague))[0]).toHaveProperty('answer');
  });

  it('never changes a figure', async () => {
    const { lines } = (await world.call('getMonth', head, { path: ofP1 })).body;
    const tried = await world.call('checkMonth', manager, { path: { month }, body: twice() });
    const figures = (some: { caseNo: string; performed: number }[]) =>
      some.map(({ caseNo, performed }) => `${caseNo} ${performed}`);
    expect(figures(lines)).toEqual(figures(tried.body.cases));
  });
});

it('a month without anything to remark on waits for nothing', async () => {
  await handIn(world);
  expect(await remarksFor(head)).toEqual([]);
  await reportAll();
  expect((await state()).status).toBe(201);
});

describe('where the routine waits for the answers', () => {
  beforeEach(async () => {
    world = await aMonthEnd({ settings: { overrides: ['remarks.answerBeforeStatement=true'] } });
    expect((await handIn(world, twice())).status).toBe(201);
  });

  it('the statement is not sent until each has its own (L-37)', async () => {
    await reportAll();
    const refused = await state();
    expect(refused).toMatchObject({ status: 409, body: { code: 'remarks-unanswered' } });
    expect(refused.body.faults).toHaveLength(2);
    const [own] = await remarksFor(officer);
    expect(await answer(officer, [own?.id ?? ''])).toMatchObject({ status: 200, body: { answered: 1, left: 0 } });
    expect((await state()).body.faults).toHaveLength(1);
    const [other] = await remarksFor(colleague);
    await answer(colleague, [other?.id ?? ''], { kind: 'ACTED_ON' });
    expect((await remarksFor(head)).map((one) => one.answer)).toEqual([
      expect.objectContaining({ text: 'Två i personalen var där.' }),
      expect.objectContaining({ text: 'Två i personalen var där.' }),
    ]);
    expect((await state()).status).toBe(201);
    expect(await journal()).toContain('remarks-answered - O1');
    expect(await sentWith()).not.toHaveProperty('remarksUnanswered');
    expect(await answer(officer, [own?.id ?? ''])).toMatchObject({ status: 409, body: { code: 'statement-sent' } });
  });
});
