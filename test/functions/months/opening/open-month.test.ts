import { beforeEach, describe, expect, it } from 'vitest';
import { openMonth } from '../../../../functions/months/opening/open-month.ts';
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
import { colleague, head, manager, officer, type Person, type World } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: World;
type Told = { code: string; state: string; due: string; why: { rule: string; text: string }[] };
const deadlines = async (providerId = 'P1'): Promise<Told[]> => {
  const answer = await world.call('getMonth', head, { path: { ...ofP1, providerId } });
  return answer.body.deadlines;
};
const states = async (providerId?: string) =>
  (await deadlines(providerId)).map(({ code, state }) => `${code} ${state}`);
const post = async () => (await world.letters()).map(({ to, subject }) => `${to.split('@')[0]} ${subject}`);
const since = async (before: readonly string[]) => (await post()).slice(before.length);
const reportBy = (who: Person) => world.sign(who, reporting, { path: ofP1, body: {} });
const decideAll = async () => {
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
};

beforeEach(async () => {
  world = await aMonthEnd({ date: '2026-10-30', clock: '08:00' });
});

describe('on the first of the month, at ten past midnight', () => {
  it('the month before is opened for every provider that has a case in it, with its dates and their reasons', async () => {
    await world.passTo('2026-11-01', '00:09');
    expect((await world.call('getMonth', head, { path: ofP1 })).status).toBe(404);
    await world.passTo('2026-11-01', '00:10');
    expect(await deadlines()).toMatchObject([
      { code: 'D10', due: '2026-11-03T00:00:00+01:00', state: 'open' },
      { code: 'D12', due: '2026-11-07T00:00:00+01:00', state: 'open' },
      { code: 'D12', due: '2026-11-07T00:00:00+01:00', state: 'open' },
      { code: 'D13', due: '2026-11-14T00:00:00+01:00', state: 'open' },
    ]);
    for (const { code, why } of await deadlines()) {
      const own = { D10: 'L-22', D12: 'L-33', D13: 'L-37' }[code];
      expect(why.map(({ rule }) => rule).filter((rule) => rule.startsWith('L-'))).toEqual([own]);
    }
    expect(await states('P2')).toEqual(['D10 open', 'D12 open', 'D13 open']);
  });

  it('once, however often it is run', async () => {
    await world.passTo('2026-11-01', '00:10');
    const again = await Promise.all([1, 2].map(() => openMonth.run(world.clock.now(), world.deps)));
    expect(again).toEqual([{ done: 0 }, { done: 0 }]);
  });

  it('a case that has ended opens nothing', async () => {
    world = await aMonthEnd({ date: '2027-01-30' });
    await world.register({ caseNo: 'C-1', providerId: 'P2', to: '2026-12-31' });
    world.sleepTo('2027-02-01', '00:10');
    expect(await openMonth.run(at('2027-02-01 00:10'), world.deps)).toEqual({ done: 2 });
    const { body } = await world.call('getMonth', head, { path: { month: '2027-01', providerId: 'P2' } });
    expect(body.month.officers).toEqual(['O2']);
  });
});

describe('the submission (D10)', () => {
  it('is reminded of in the morning of its day, and late at midnight: told to the provider and the head, once', async () => {
    await world.passTo('2026-11-02', '12:00');
    expect(await post()).toEqual([
      'p1 Månadens redovisning ska snart lämnas in',
      'p2 Månadens redovisning ska snart lämnas in',
    ]);
    const before = await post();
    await world.passTo('2026-11-03', '00:00');
    expect(await since(before)).toEqual([]);
    await world.passTo('2026-11-03', '00:01');
    expect((await since(before)).toSorted()).toEqual([
      'h1 Månadens redovisning är försenad',
      'h1 Månadens redovisning är försenad',
      'p1 Månadens redovisning är försenad',
      'p2 Månadens redovisning är försenad',
    ]);
    expect(await world.monthJournal(month, 'P1')).toEqual([
      'deadline-reminded L-22 system',
      'deadline-overdue L-22 system',
    ]);
  });

  it('handed in on the day is met, and nobody is told that it is late', async () => {
    await world.passTo('2026-11-02', '07:00');
    await handIn(world);
    expect(await states()).toEqual(['D10 done', 'D11 done', 'D12 open', 'D12 open', 'D13 open']);
    await world.passTo('2026-11-04', '08:00');
    expect(await post()).not.toContain('p1 Månadens redovisning är försenad');
  });

  it('handed in late is met, and keeps its mark', async () => {
    await world.passTo('2026-11-04', '08:00');
    await handIn(world);
    expect((await states())[0]).toBe('D10 overdue');
    const tasks = (await world.call('listTasks', manager)).body.items;
    expect(tasks.map(({ code, state }: Record<string, string>) => `${code} ${state}`)).toEqual(['D10 done']);
  });
});

describe('the officers’ reports (D12) and the statement (D13)', () => {
  beforeEach(async () => {
    await world.passTo('2026-11-02', '07:00');
    await handIn(world);
    await decideAll();
  });

  it('each officer’s is met by their own signature, the statement’s by the head’s', async () => {
    await reportBy(colleague);
    expect((await states()).slice(2)).toEqual(['D12 open', 'D12 done', 'D13 open']);
    await reportBy(officer);
    expect((await states()).slice(2)).toEqual(['D12 done', 'D12 done', 'D13 open']);
    await world.sign(head, stating, { path: ofP1, body: {} });
    expect((await states()).slice(2)).toEqual(['D12 done', 'D12 done', 'D13 done']);
  });

  it('are reminded of and late by themselves: the officer who has not signed, then the head', async () => {
    await reportBy(colleague);
    const before = await post();
    await world.passTo('2026-11-06', '12:00');
    expect((await since(before)).filter((one) => one.startsWith('o'))).toEqual([
      // P1's, and P2's month that was never handed in.
      'o1 En månadsrapport ska undertecknas',
      'o2 En månadsrapport ska undertecknas',
    ]);
    const reminded = await post();
    await world.passTo('2026-11-07', '00:01');
    expect((await since(reminded)).toSorted()).toEqual([
      'h1 En månadsrapport ska undertecknas',
      'h1 En månadsrapport ska undertecknas',
      'o1 En månadsrapport ska undertecknas',
      'o2 En månadsrapport ska undertecknas',
    ]);
    expect((await states()).slice(2)).toEqual(['D12 overdue', 'D12 done', 'D13 open']);
  });

  it('the head is warned of the statement on the working day before, and told when it is late', async () => {
    await reportBy(officer);
    await reportBy(colleague);
    await world.passTo('2026-11-12', '07:59');
    const before = await post();
    await world.passTo('2026-11-12', '08:00');
    expect(await since(before)).toEqual(['h1 En sammanställning ska skickas', 'h1 En sammanställning ska skickas']);
    await world.passTo('2026-11-14', '00:01');
    expect((await since(before)).slice(2)).toEqual([
      'h1 En sammanställning ska skickas',
      'h1 En sammanställning ska skickas',
    ]);
    expect((await world.letters()).at(-1)?.text).toContain('Den skulle ha skickats senast fre 13 nov 2026 kl. 24.00.');
  });

  it('the head’s tasks name them with their reasons', async () => {
    const { body } = await world.call('listTasks', head);
    expect(body.items).toMatchObject([
      { code: 'D13', state: 'due', due: '2026-11-14T00:00:00+01:00', why: [{ rule: 'L-37' }, { rule: 'A16' }] },
      { code: 'D13' },
    ]);
  });
});

describe('a month that nobody had opened', () => {
  it('is opened by its submission: what is still to come is due, what has passed is late', async () => {
    world = await aMonthEnd({ date: '2026-11-20', clock: '08:00' });
    await world.tick();
    expect((await handIn(world)).body.submission.late).toBe(true);
    expect(await states()).toEqual(['D10 overdue', 'D11 done', 'D12 open', 'D12 open', 'D13 open']);
    await world.passTo('2026-11-20', '08:01');
    expect(await states()).toEqual(['D10 overdue', 'D11 done', 'D12 overdue', 'D12 overdue', 'D13 overdue']);
    expect(await post()).toContain('h1 En sammanställning ska skickas');
  });
});
