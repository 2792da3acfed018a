import { beforeEach, describe, expect, it } from 'vitest';
import { waitsUntil } from '../../../../functions/months/correcting/correction.ts';
import type { Submission } from '../../../../functions/months/month.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  aHandedInMonth,
  aMonthEnd,
  asked,
  decideLine,
  faultyReport,
  handIn,
  month,
  ofP1,
  path,
  reporting,
  stating,
  visits,
} from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  colleague,
  coordinator,
  head,
  manager,
  neighbourManager,
  officer,
  type World,
} from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: World;
const said = { contacts: asked, comment: 'Fel summa', faultCode: 'WRONG_SUM' };
const asGranted = { decision: 'APPROVE', ...said };
const running = { status: 409, body: { code: 'correction-running' } };
const decline = (body: object = {}, who = coordinator) => world.call('declineCorrection', who, { path, body });
type Told = { code: string; state: string; due: string; why: { rule: string; text: string }[] };
const d42 = async (): Promise<Told | undefined> =>
  (await world.call('getMonth', head, { path: ofP1 })).body.deadlines.find(({ code }: Told) => code === 'D42');
const post = async () => (await world.letters()).map(({ to, subject }) => `${to.split('@')[0]} ${subject}`);

describe('what is handed in with faults', () => {
  beforeEach(async () => {
    world = await aHandedInMonth(faultyReport());
  });

  it('waits until the fourth working day is over, with its reason (D42)', async () => {
    expect(await d42()).toMatchObject({
      state: 'open',
      due: '2026-11-06T00:00:00+01:00',
      why: [
        {
          rule: 'A30',
          text: 'Det som är fel i redovisningen rättas den 4:e vardagen i november 2026, senast tors 5 nov kl. 24:00.',
        },
      ],
    });
    const { body } = await world.call('getMonth', officer, { path: ofP1 });
    expect(body.month.submission).toMatchObject({ correctUntil: at('2026-11-06 00:00') });
    const tasks = (await world.call('listTasks', manager)).body.items;
    const task = tasks.find(({ code }: Told) => code === 'D42');
    expect(task.title).toBe('Rätta det som är fel i månadens redovisning');
    expect(task.subject).toEqual({ kind: 'month', month, providerId: 'P1' });
  });

  it('is told to the provider with its day, and to the officer whose line waits, who alone is written to (N14, N17)', async () => {
    await world.tick();
    expect(await post()).toEqual([
      'p1 Månadens redovisning behöver rättas',
      'o1 En månads redovisning väntar på rättelse',
    ]);
    const [toProvider, toOfficer] = await world.letters();
    expect(toProvider?.text).toContain('Rätta det som är fel och skicka filen igen senast tors 5 nov 2026 kl. 24.00.');
    expect(toOfficer?.text).toContain('Ett ärende hos dig väntar.');
    expect(toOfficer?.text).not.toContain('A-1');
  });

  it('is reminded of on its day and told when it is over: the provider, and the officer whose line waits', async () => {
    await world.tick();
    const before = (await post()).length;
    await world.passTo('2026-11-05', '08:00');
    expect((await post()).slice(before)).toEqual([
      'p1 En månads redovisning ska rättas i dag',
      'o1 En månads redovisning ska rättas i dag',
    ]);
    await world.passTo('2026-11-06', '00:00');
    expect((await post()).slice(before)).toHaveLength(2);
    await world.passTo('2026-11-06', '00:01');
    expect((await post()).slice(before + 2)).toEqual(
      expect.arrayContaining(['p1 En månads redovisning är inte rättad', 'o1 En månads redovisning är inte rättad']),
    );
  });

  it.each<[string, object]>([
    ['as proposed', asGranted],
    ['by the minutes that are granted', { decision: 'ADJUST', minutes: 600, ...said }],
    ['by more than its rows show', { decision: 'ADJUST', minutes: 590, ...said }],
  ])('is not charged as granted meanwhile, %s, and the day is named (A30)', async (_how, decision) => {
    expect(await decideLine(world, 'A-1', decision)).toMatchObject({
      ...running,
      body: { faults: [{ at: 'body.decision', message: 'Utföraren kan rätta underlaget till och med tors 5 nov.' }] },
    });
    const english = await decideLine(world, 'A-1', decision, officer, { 'accept-language': 'en' });
    expect(english.body.faults).toMatchObject([
      { message: 'The provider can correct the basis until the end of 2026-11-05.' },
    ]);
  });

  it.each<[string, object]>([
    ['asked about', { decision: 'ASK', question: 'Vilken rad är fel?' }],
    ['refused', { decision: 'REJECT', ...said }],
    ['charged with what its rows show', { decision: 'ADJUST', minutes: 400, ...said }],
  ])('may be %s meanwhile', async (_what, decision) => {
    expect((await decideLine(world, 'A-1', decision)).status).toBe(200);
  });

  it('is charged as granted when its day is over, and not at the last moment of it', async () => {
    world.sleepTo('2026-11-06', '00:00');
    expect(await decideLine(world, 'A-1', asGranted)).toMatchObject(running);
    world.sleepTo('2026-11-06', '00:01');
    expect((await decideLine(world, 'A-1', asGranted)).body.decision.kind).toBe('CHARGED_AS_GRANTED');
  });

  it('lines that are right wait for nothing', async () => {
    expect((await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked })).status).toBe(200);
  });

  it('corrected it is met, and the line is decided as any other', async () => {
    expect((await handIn(world)).status).toBe(201);
    expect(await d42()).toMatchObject({ state: 'done' });
    expect((await decideLine(world, 'A-1', { decision: 'APPROVE' })).status).toBe(200);
  });

  it('corrected with another fault it waits on, and who knows of it is not written to again', async () => {
    await world.tick();
    const before = (await post()).length;
    expect((await handIn(world, aReport(visits, { wrongSums: { 'A-1': 482, 'A-3': 61 } }))).status).toBe(201);
    await world.tick();
    expect((await post()).slice(before)).toEqual([
      'p1 Månadens redovisning behöver rättas',
      'o2 En månads redovisning väntar på rättelse',
    ]);
    expect(await d42()).toMatchObject({ state: 'open' });
    expect(await decideLine(world, 'A-1', asGranted)).toMatchObject(running);
  });

  it('is no more waited for when the month is stated', async () => {
    await decideLine(world, 'A-1', { decision: 'REJECT', ...said });
    await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
    expect((await world.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);
    expect(await d42()).toMatchObject({ state: 'lapsed' });
  });
});

describe('what comes in with faults when the fourth working day is over', () => {
  it('is waited for by nobody: it is charged as granted at once', async () => {
    world = await aMonthEnd({ date: '2026-11-06', clock: '00:01' });
    expect((await handIn(world, faultyReport())).body.submission.correctUntil).toBeUndefined();
    expect(await d42()).toBeUndefined();
    expect((await decideLine(world, 'A-1', asGranted)).status).toBe(200);
    await world.tick();
    expect(await post()).not.toContain('o1 En månads redovisning väntar på rättelse');
  });
});

it('an officer without an address is told inside the system that lines wait', async () => {
  world = await aMonthEnd();
  const memberships = membershipStore(world.table);
  const member = (await memberships.find('O1', 'officer')) ?? expect.fail('no officer');
  const { email: _, ...bare } = member.entity;
  await world.put(memberships.save(bare, member));
  await handIn(world, faultyReport());
  const { items } = (await world.call('listMessages', officer)).body;
  expect(items).toMatchObject([{ title: 'En månads redovisning väntar på rättelse' }, {}]);
});

describe('the provider cannot correct it', () => {
  beforeEach(async () => {
    world = await aHandedInMonth(faultyReport());
    await world.tick();
  });

  it('and says so, also its coordinator: the deadline is met, the officer told, and granted time may be charged', async () => {
    const answer = await decline({ comment: 'Personen har slutat' });
    expect(answer).toMatchObject({
      status: 200,
      body: { cannotCorrect: { by: 'K1', comment: 'Personen har slutat', at: at('2026-11-02 09:00') } },
    });
    expect(await d42()).toMatchObject({ state: 'done' });
    expect(await world.monthJournal(month, 'P1')).toContain('correction-declined A30 K1');
    const { items } = (await world.call('listMessages', officer)).body;
    expect(items).toMatchObject([{ title: 'En månads redovisning kommer inte att rättas' }, {}]);
    expect((await decideLine(world, 'A-1', asGranted)).status).toBe(200);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['twice', () => decline()],
    ['when it is corrected', () => handIn(world)],
    ['when its day is over', async () => world.sleepTo('2026-11-06', '00:01')],
  ])('but not %s', async (_when, first) => {
    await first();
    expect(await decline()).toMatchObject({ status: 409, body: { code: 'nothing-to-correct' } });
  });

  it('only of its own month: another provider’s is not there', async () => {
    expect(await decline({}, neighbourManager)).toMatchObject({ status: 404, body: { code: 'month-not-found' } });
    expect((await decline({}, officer)).status).toBe(403);
  });

  it('and hands in a corrected file all the same', async () => {
    await decline();
    expect((await handIn(world)).body.month.state).toBe('received');
  });
});

describe('how long a correction is waited for', () => {
  const submission = { correctUntil: at('2026-11-06 00:00') } as Submission;
  it('not of what is whole, or was never handed in', () => {
    expect(waitsUntil({} as Submission, at('2026-11-02 09:00'))).toBeUndefined();
    expect(waitsUntil(undefined, at('2026-11-02 09:00'))).toBeUndefined();
    expect(waitsUntil(submission, at('2026-11-06 00:00'))).toBe(at('2026-11-06 00:00'));
  });
});
