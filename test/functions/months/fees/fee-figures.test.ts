import { beforeEach, expect, it } from 'vitest';
import { asked, ofP1, reporting, stating } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { aStatedMonth, knownOf } from '../../../support/a-stated-month.ts';
import { colleague, feeOfficer, head, manager, officer, type Person, type World } from '../../../support/a-world.ts';

let world: World;
const november = { month: '2026-11', providerId: 'P1' };
const stay = (from: string, to: string) => ({ known: [{ kind: 'HOSPITAL', from, to }] });

/** October is stated: A-1 got 240 minutes on the 1st and on the 2nd, A-2 90 of 150 as its officer decided. */
beforeEach(async () => {
  world = await aStatedMonth();
});

const decide = async (caseNo: string, body: object) => {
  const path = { ...ofP1, caseNo };
  const decided = await world.call('decideAdjustment', officer, {
    path,
    body: { comment: 'Blev känt sedan', contacts: asked, ...body },
  });
  if (decided.status !== 200) throw new Error(decided.text);
};

async function stateNovember() {
  world.sleepTo('2026-12-01', '09:00');
  const path = { path: { month: '2026-11' } };
  await world.sign(manager, ['intendSubmission', 'submitMonth'], {
    ...path,
    body: aReport({ 'A-1': [[3, 60]] }, { month: '2026-11' }),
  });
  for (const [caseNo, who] of [
    ['A-1', officer],
    ['A-2', officer],
    ['A-3', colleague],
  ] as const)
    await world.call('decideLine', who, {
      path: { ...november, caseNo },
      body: { decision: 'APPROVE', contacts: asked },
    });
  world.sleepTo('2026-12-07', '09:00');
  for (const who of [officer, colleague] satisfies Person[])
    await world.sign(who, reporting, { path: november, body: {} });
  world.sleepTo('2026-12-14', '09:00');
  expect(await world.sign(head, stating, { path: november, body: {} })).toMatchObject({ status: 201 });
}

const row = async (caseNo: string, query = {}) => {
  const { body } = await world.call('getFees', feeOfficer, { path: { month: '2026-10' }, query });
  const own = (one: { caseNo: string }) => one.caseNo === caseNo;
  return body.items.find(own) ?? body.changes.find(({ now }: { now: { caseNo: string } }) => own(now));
};
const fileRow = async (caseNo: string) =>
  (await world.call('getFeesFile', feeOfficer, { path: { month: '2026-10' } })).text
    .split('\r\n')
    .find((line: string) => line.includes(caseNo));

it('an adjusted row holds what was known when it was decided, in every column (L-26)', async () => {
  expect(await row('A-1')).toMatchObject({ performed: 480, charged: 480, unpaidAbsence: 0, absenceDays: 0 });
  await knownOf(world, 'A-1', stay('2026-10-01', '2026-10-12'));
  await decide('A-1', {});
  // Until it is stated it is what it was.
  expect(await row('A-1')).toMatchObject({ performed: 480, charged: 480, state: 'FASTSTÄLLD' });
  await stateNovember();
  const adjusted = { performed: 240, charged: 240, paidAbsence: 0, unpaidAbsence: 240, absenceDays: 10 };
  expect(await row('A-1')).toMatchObject({ ...adjusted, state: 'JUSTERAD', version: 1 });
  expect(await fileRow('A-1')).toBe('2026-10;A-1;P1;600;240;240;0;240;10;JUSTERAD;1');
  expect(await row('A-1', { since: '1' })).toMatchObject({
    change: 'CHANGED',
    was: { performed: 480, unpaidAbsence: 0 },
    now: adjusted,
  });
  // What is known afterwards, and nobody has decided, is not in it.
  await knownOf(world, 'A-1', stay('2026-09-20', '2026-10-12'));
  expect(await row('A-1')).toMatchObject(adjusted);
});

it('where a person decided the minutes anew they are what is paid, and the other columns say what was known', async () => {
  await knownOf(world, 'A-2', { known: [{ kind: 'DEATH', on: '2026-09-28' }] });
  await decide('A-2', { minutes: 40 });
  await stateNovember();
  expect(await fileRow('A-2')).toBe('2026-10;A-2;P1;100;0;40;0;150;0;JUSTERAD;1');
});
