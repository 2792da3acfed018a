import { describe, expect, it } from 'vitest';
import { takeUpFacts } from '../../../../functions/orders/reports/take-up-facts.ts';
import { handIn, month, ofP1 } from '../../../support/a-handed-in-month.ts';
import { aReport, type Visit } from '../../../support/a-report.ts';
import { colleague, coordinator, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path } from '../../../support/an-order-under-way.ts';

const visits: readonly Visit[] = [[1, 60]];
const died = (day: string) => `A-1;2026-10-${day};;;AVLIDEN;;;`;
const inHospital = (from: string, to = '') => `A-1;2026-10-${from};${to && `2026-10-${to}`};;SJUKHUS;;;`;
const formOf = (...form: readonly string[]) => aReport({ 'A-1': visits }, { form });
const october = () => anOrderUnderWay('2026-11-02');
const handInForm = async (world: World, ...form: readonly string[]) => {
  expect(await handIn(world, formOf(...form))).toMatchObject({ status: 201 });
  await world.tick();
};
const tasks = async (world: World) =>
  (await world.call('listTasks', officer, {})).body.items
    .filter(({ code, state }: { code: string; state: string }) => code === 'D47' && state !== 'done')
    .map(
      ({ subject, why }: { subject: { ref: string }; why: { text: string }[] }) => `${subject.ref}: ${why[0]?.text}`,
    );
const refs = async (world: World) => (await tasks(world)).map((one: string) => one.split(':')[0]);
const told = async (world: World) => (await world.call('listTold', officer, { path })).body.items;
const takeOver = (world: World, factId: string, who = officer) =>
  world.call('takeOverFact', who, { path: { ...path, factId }, body: {} });
const dismiss = (world: World, factId: string, reason = 'Fel kund i blanketten') =>
  world.call('dismissFact', officer, { path: { ...path, factId }, body: { reason } });
const lineOf = async (world: World) =>
  (await world.call('getLine', officer, { path: { ...ofP1, caseNo: 'A-1' } })).body;

describe('what a form tells of and the order does not know is the officer’s task (A66)', () => {
  it('a death, once: with what the form says, due the same day', async () => {
    const world = await october();
    await handInForm(world, died('09'), died('20'));
    expect(await tasks(world)).toEqual([
      'DEATH: Enligt avvikelseblanketten för 2026-10: kunden avled fre 9 okt. Beställningen känner inte till det (A66).',
    ]);
    expect(await told(world)).toMatchObject([
      { id: 'DEATH', fact: { kind: 'DEATH', on: '2026-10-09' }, month, by: 'M1' },
    ]);
    // Handed in again, by jobs beside each other: no other task.
    await handIn(world, formOf(died('09')));
    const now = world.clock.now();
    await Promise.all([1, 2, 3].map(() => takeUpFacts.run(now, world.deps)));
    await world.tick();
    expect(await refs(world)).toEqual(['DEATH']);
    expect((await world.journal('A-1')).filter((row) => row.startsWith('fact-'))).toEqual(['fact-handed-in L-28 M1']);
    expect(world.failures).toEqual([]);
  });

  it('stays, united as the dry run unites them', async () => {
    const world = await october();
    await handInForm(world, inHospital('05', '09'), inHospital('08', '12'), inHospital('12', '14'), inHospital('20'));
    expect(await refs(world)).toEqual(['HOSPITAL-2026-10-05', 'HOSPITAL-2026-10-12', 'HOSPITAL-2026-10-20']);
    expect((await told(world)).map(({ fact }: { fact: { to: string | null } }) => fact.to).sort()).toEqual(
      ['2026-10-12', '2026-10-14', null].sort(),
    );
  });

  it('not what has been told in the system', async () => {
    const world = await anOrderUnderWay('2026-10-20');
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-10-05', to: '2026-10-12' } });
    await world.call('reportDeath', officer, { path, body: { date: '2026-10-18' } });
    await world.passTo('2026-11-02', '09:00');
    await handInForm(world, inHospital('06', '10'), died('18'), died('19'));
    expect(await refs(world)).toEqual([]);
    expect((await world.journal('A-1')).filter((row) => row.startsWith('fact-'))).toEqual([]);
  });

  it('but a home-coming that the order has not heard of', async () => {
    const world = await anOrderUnderWay('2026-10-20');
    await world.call('reportHospital', coordinator, { path, body: { from: '2026-10-05' } });
    await world.passTo('2026-11-02', '09:00');
    await handInForm(world, inHospital('05', '12'));
    expect(await refs(world)).toEqual(['HOSPITAL-2026-10-05']);
    expect(await takeOver(world, 'HOSPITAL-2026-10-05')).toMatchObject({ status: 200, body: { state: 'started' } });
    expect(await refs(world)).toEqual([]);
    // Told once is told: the same form again asks nothing.
    await handInForm(world, inHospital('05', '12'));
    expect(await refs(world)).toEqual([]);
  });

  it('a form that takes its place and says nothing of it takes the task away', async () => {
    const world = await october();
    await handInForm(world, died('09'));
    await handInForm(world);
    expect(await refs(world)).toEqual([]);
    expect(await takeOver(world, 'DEATH')).toMatchObject({ status: 409, body: { code: 'fact-settled' } });
    // And one that says it again brings it back.
    await handInForm(world, died('09'));
    expect(await refs(world)).toEqual(['DEATH']);
  });

  it('reported in the system meanwhile, nobody is to take it over', async () => {
    const world = await october();
    await handInForm(world, died('09'), inHospital('05', '08'));
    await world.call('reportDeath', coordinator, { path, body: { date: '2026-10-09' } });
    expect(await refs(world)).toEqual(['HOSPITAL-2026-10-05']);
  });
});

describe('one press takes it over', () => {
  it('a death: the order ends with the day after, with the form as the source', async () => {
    const world = await october();
    await handInForm(world, died('09'));
    expect(await takeOver(world, 'DEATH')).toMatchObject({
      status: 200,
      body: { state: 'ending', ending: { cause: 'DEATH', lastDay: '2026-10-10' } },
    });
    expect(await refs(world)).toEqual([]);
    const { body } = await world.call('listReports', officer, { path });
    expect(body.items).toMatchObject([
      { kind: 'DEATH', on: '2026-10-09', form: { month, providerId: 'P1', by: 'M1' }, acknowledged: { by: 'O1' } },
    ]);
    expect(await told(world)).toMatchObject([{ settled: { as: 'TAKEN_OVER', by: 'O1' } }]);
    expect(await world.journal('A-1')).toContain('death-reported L-59 O1');
    expect(await takeOver(world, 'DEATH')).toMatchObject({ status: 409, body: { code: 'fact-settled' } });
  });

  it('of an order that is over: the other of the case ends, and the day is kept', async () => {
    const world = await october();
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-10-31', reason: 'Flyttade då.' } });
    await world.passTo('2026-11-02', '09:00');
    await handInForm(world, died('09'));
    expect((await world.call('getOrder', officer, { path })).body.state).toBe('closed');
    expect(await takeOver(world, 'DEATH')).toMatchObject({ status: 200, body: { state: 'closed' } });
    await world.call('getMonth', officer, { path: ofP1 });
    // Handed in once more without the row: the order knows it now.
    await handIn(world, aReport({ 'A-1': [[11, 60]] }));
    expect(await lineOf(world)).toMatchObject({ charged: 0, unpaid: { AFTER_DEATH: 60 } });
  });

  it('a stay that has ended, and one that has not: the order waits', async () => {
    const world = await october();
    await handInForm(world, inHospital('05', '08'), inHospital('20'));
    expect(await takeOver(world, 'HOSPITAL-2026-10-05')).toMatchObject({ status: 200, body: { state: 'started' } });
    expect(await takeOver(world, 'HOSPITAL-2026-10-20')).toMatchObject({
      status: 200,
      body: { state: 'paused', pause: { from: '2026-10-20' } },
    });
    expect(await refs(world)).toEqual([]);
    await handIn(
      world,
      aReport({
        'A-1': [
          [6, 60],
          [21, 60],
          [8, 60],
        ],
      }),
    );
    expect(await lineOf(world)).toMatchObject({ charged: 60, unpaid: { HOSPITAL: 120 } });
  });

  it('or dismisses it with a reason, which the same form again does not undo', async () => {
    const world = await october();
    await handInForm(world, died('09'));
    expect(await dismiss(world, 'DEATH', '191212121212')).toMatchObject({ status: 422 });
    expect(await dismiss(world, 'DEATH')).toMatchObject({ status: 200, body: { settled: { as: 'DISMISSED' } } });
    await handInForm(world, died('09'));
    expect(await refs(world)).toEqual([]);
    expect((await world.call('getOrder', officer, { path })).body.state).toBe('started');
    // Another day is another word of it.
    await handInForm(world, died('08'));
    expect(await refs(world)).toEqual(['DEATH']);
  });

  it('not a colleague’s, nor one that is not there', async () => {
    const world = await october();
    await handInForm(world, died('09'));
    expect((await takeOver(world, 'DEATH', colleague)).status).toBe(404);
    expect(await takeOver(world, 'HOSPITAL-2026-10-05')).toMatchObject({
      status: 404,
      body: { code: 'fact-not-found' },
    });
  });
});
