import { beforeEach, describe, expect, it } from 'vitest';
import { asked, handIn, ofP1, reporting, stating } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { coordinator, head, manager, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path } from '../../../support/an-order-under-way.ts';

let world: World;

const handingIn = ['intendSubmission', 'submitMonth'] as const;

/** September and October are stated, with 600 granted in each (in September from the 7th). It is the 10th of November. */
beforeEach(async () => {
  world = await anOrderUnderWay('2026-10-01');
  const stateMonth = async (month: string, files: object) => {
    const of = { path: { month, providerId: 'P1' }, body: {} };
    if (month === '2026-10') await handIn(world, files);
    else await world.sign(manager, handingIn, { path: { month }, body: files });
    const line = { path: { ...of.path, caseNo: 'A-1' }, body: { decision: 'APPROVE' } };
    await world.call('decideLine', officer, line);
    await world.sign(officer, reporting, of);
    expect(await world.sign(head, stating, of)).toMatchObject({ status: 201 });
  };
  await stateMonth('2026-09', aReport({ 'A-1': [[10, 60]] }, { month: '2026-09' }));
  await world.passTo('2026-11-02', '08:00');
  await stateMonth('2026-10', aReport({ 'A-1': [[10, 60]] }));
  await world.passTo('2026-11-10', '09:00');
});

/** The stated months that the officer has something to decide of. */
const waiting = async (): Promise<readonly string[]> =>
  (await world.call('listTasks', officer)).body.items
    .flatMap((one: { code: string; doneAt?: string; subject: { ref?: string } }) =>
      one.code === 'D50' && one.doneAt === undefined ? [one.subject.ref?.split(':')[1] ?? ''] : [],
    )
    .toSorted();

const both = ['2026-09', '2026-10'];
const yes = { acceptsStated: true };
const die = (date: string) => world.call('reportDeath', coordinator, { path, body: { date, ...yes } });
const live = () => world.call('undoDeath', officer, { path, body: { reason: 'Fel person.', ...yes } });
const stay = () =>
  world.call('reportHospital', coordinator, { path, body: { from: '2026-10-20', to: '2026-10-25', ...yes } });
const stayInNovember = () =>
  world.call('correctStay', officer, {
    path,
    body: { admittedOn: '2026-10-20', from: '2026-11-02', to: '2026-11-03', reason: 'Fel månad.', ...yes },
  });
const end = () => world.call('endOrder', officer, { path, body: { lastDay: '2026-10-28', reason: 'Fel.', ...yes } });
const goOn = () => world.call('withdrawEnd', officer, { path, body: { reason: 'Kunden stannar.', ...yes } });

describe('what is told of a stated month', () => {
  it('a death told, undone and told again over two stated months', async () => {
    expect((await die('2026-09-20')).status).toBe(200);
    expect(await waiting()).toEqual(both);
    expect((await live()).status).toBe(200);
    expect(await waiting()).toEqual([]);
    // Another day this time, which leaves September as it was stated.
    await die('2026-10-20');
    expect(await waiting()).toEqual(['2026-10']);
    await live();
    await die('2026-09-20');
    expect(await waiting()).toEqual(both);
  });

  it.each([
    ['the first', [stayInNovember, goOn]],
    ['the last', [goOn, stayInNovember]],
  ])('of two things told of a month %s is undone first: it waits until the other is undone too', async (_, undo) => {
    for (const act of [stay, end]) {
      expect((await act()).status).toBe(200);
      expect(await waiting()).toEqual(['2026-10']);
    }
    expect((await undo[0]?.())?.status).toBe(200);
    expect(await waiting()).toEqual(['2026-10']);
    expect((await undo[1]?.())?.status).toBe(200);
    expect(await waiting()).toEqual([]);
    await stay();
    expect(await waiting()).toEqual(['2026-10']);
  });

  it('decided, it waits again when it is undone, and no more when that is undone', async () => {
    await die('2026-10-05');
    const decision = { comment: 'Avliden.', contacts: asked };
    const decided = await world.call('decideAdjustment', officer, { path: { ...ofP1, caseNo: 'A-1' }, body: decision });
    expect(decided.status).toBe(200);
    expect(await waiting()).toEqual([]);
    await live();
    expect(await waiting()).toEqual(['2026-10']);
    await die('2026-10-05');
    expect(await waiting()).toEqual([]);
  });
});
