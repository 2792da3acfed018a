import { beforeEach, describe, expect, it } from 'vitest';
import { fourEyes, handsIn } from '../../../../functions/months/signing/four-eyes.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  aHandedInMonth,
  asked,
  decideLine,
  faultyReport,
  handIn,
  lineAt,
  ofP1,
  reporting,
  stating,
  visits,
} from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { colleague, feeOfficer, head, officer, type Person, signInFor, type World } from '../../../support/a-world.ts';

let world: World;
/** The same people with the head's role beside their own. */
const asHead = ({ userId }: Person): Person => ({ userId, role: 'head' });
const forO1 = { 'x-acting-for': 'O1' };
const report = (who: Person, headers: Record<string, string> = {}) =>
  world.sign(who, reporting, { path: ofP1, body: {}, headers });
const intend = (who: Person) => world.call('intendStatement', who, { path: ofP1, body: {} });
const state = (who: Person) => world.sign(who, stating, { path: ofP1, body: {} });
const refused = { status: 409, body: { code: 'four-eyes' } };

/** The officers hold the head's role as well, of their own right. */
const withBothRoles = (...people: readonly Person[]) =>
  world.put(...people.map((who) => membershipStore(world.table).save({ ...asHead(who) }, undefined)));

const decideAll = async () => {
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
};

beforeEach(async () => {
  world = await aHandedInMonth();
});

describe('who has had a hand in the month does not send its statement (A72)', () => {
  it('with both roles, nor as the head’s deputy; somebody else does', async () => {
    await withBothRoles(officer);
    const standIn = { forUserId: 'H1', deputyUserId: 'O2', role: 'head', from: '2026-11-02', to: '2026-11-02' };
    expect((await world.call('appointDeputy', head, { body: standIn })).status).toBe(201);
    await decideAll();
    await report(officer);
    await report(colleague);
    for (const who of [officer, colleague]) expect(await intend(asHead(who))).toMatchObject(refused);
    expect((await state(head)).status).toBe(201);
  });

  it('whoever they stood in for when they decided', async () => {
    await withBothRoles(colleague);
    const body = { forUserId: 'O1', deputyUserId: 'O2', role: 'officer', from: '2026-11-02', to: '2026-11-06' };
    await world.call('appointDeputy', officer, { body });
    await decideLine(world, 'A-1', { decision: 'APPROVE' }, colleague, forO1);
    expect(await intend(asHead(colleague))).toMatchObject(refused);
    expect((await intend(head)).body.code).toBe('reports-missing');
  });

  it('who only signed, or only ticked off', async () => {
    await world.put(
      membershipStore(world.table).save({ userId: 'F1', role: 'officer' }, undefined),
      membershipStore(world.table).save({ userId: 'F1', role: 'head' }, undefined),
    );
    const body = { forUserId: 'O1', deputyUserId: 'F1', role: 'officer', from: '2026-11-02', to: '2026-11-06' };
    await world.call('appointDeputy', officer, { body });
    await withBothRoles(colleague);
    await world.call('approveLines', colleague, { path: ofP1, body: { caseNos: ['A-3'] } });
    expect(await intend(asHead(colleague))).toMatchObject(refused);
    await decideAll();
    expect((await intend(asHead(feeOfficer))).body.code).toBe('reports-missing');
    expect((await report({ userId: 'F1', role: 'officer' }, forO1)).status).toBe(201);
    expect(await intend(asHead(feeOfficer))).toMatchObject(refused);
  });

  it('nor when what they did was decided anew, reopened, taken back or corrected since', async () => {
    world = await aHandedInMonth(faultyReport());
    await withBothRoles(officer, colleague);
    const body = { forUserId: 'O1', deputyUserId: 'O2', role: 'officer', from: '2026-11-02', to: '2026-11-06' };
    await world.call('appointDeputy', officer, { body });
    const faulty = { decision: 'APPROVE', contacts: asked, comment: 'Fel summa', faultCode: 'WRONG_SUM' };
    world.sleepTo('2026-11-06', '09:00');
    await decideLine(world, 'A-1', faulty, colleague, forO1);
    await decideLine(world, 'A-1', { decision: 'REOPEN' });
    expect(await intend(asHead(colleague))).toMatchObject(refused);
    await decideLine(world, 'A-1', faulty);
    expect(await intend(asHead(officer))).toMatchObject(refused);
    // Handed in again, without the case: no line of it is left.
    const { 'A-1': _, ...left } = visits;
    expect((await handIn(world, aReport(left))).status).toBe(201);
    for (const who of [officer, colleague]) expect(await intend(asHead(who))).toMatchObject(refused);
  });

  it('nor when they decide between the two steps', async () => {
    await withBothRoles(officer, colleague);
    await decideAll();
    await report(officer);
    await report(colleague);
    const third: Person = { userId: 'H2', role: 'head' };
    await world.put(
      membershipStore(world.table).save({ ...third }, undefined),
      membershipStore(world.table).save({ userId: 'H2', role: 'officer' }, undefined),
    );
    const { intentId } = (await intend(third)).body;
    const body = { forUserId: 'O2', deputyUserId: 'H2', role: 'officer', from: '2026-11-02', to: '2026-11-06' };
    await world.call('appointDeputy', head, { body });
    const as = { headers: { 'x-acting-for': 'O2' } };
    const h2: Person = { userId: 'H2', role: 'officer' };
    await world.call('withdrawReport', colleague, { path: ofP1, body: { comment: 'Ses över.' } });
    await world.call('decideLine', h2, { path: lineAt('A-3'), body: { decision: 'APPROVE' }, ...as });
    expect((await report(colleague)).status).toBe(201);
    const second = { path: ofP1, body: { intentId }, ...signInFor(intentId) };
    expect(await world.call('sendStatement', third, second)).toMatchObject(refused);
    expect((await state(head)).status).toBe(201);
  });

  it('and is told so kindly, in both languages', async () => {
    await withBothRoles(officer);
    await decideAll();
    const { body } = await intend(asHead(officer));
    expect(body.title).toMatch(/^Du har redan haft del i den här månaden .* någon annan behöver göra det/);
    const english = { path: ofP1, body: {}, headers: { 'accept-language': 'en' } };
    expect((await world.call('intendStatement', asHead(officer), english)).body.title).toMatch(
      /^You have had a part in this month already/,
    );
  });

  it('the head sees whose hands they were, and nobody else', async () => {
    await decideLine(world, 'A-1', { decision: 'APPROVE' });
    const partsOf = async (who: Person) => (await world.call('getMonth', who, { path: ofP1 })).body.parts;
    expect(await partsOf(head)).toContainEqual(expect.objectContaining({ officerId: 'O1', decidedBy: ['O1'] }));
    for (const who of [officer, feeOfficer]) expect(JSON.stringify(await partsOf(who))).not.toContain('decidedBy');
    const all = await world.call('listMonths', officer, { path: { month: ofP1.month } });
    expect(all.text).not.toContain('decidedBy');
  });
});

it('hands are counted once, whatever they did', () => {
  const part = { officerId: 'O1', submissionId: 's', lines: 1, undecided: 0, asked: 0 };
  const signed = { recordId: 'r', sha256: 'x', at: '2026-11-06T08:00:00.000Z', by: 'O3' };
  const why = { withdrawnAt: signed.at, withdrawnBy: 'H1', comment: 'x' };
  const parts = [
    { ...part, decidedBy: ['O1', 'O2'], report: signed, withdrawn: [{ ...signed, ...why, by: 'O4' }] },
    part,
  ];
  expect(handsIn(parts)).toEqual(['O1', 'O2', 'O3', 'O4']);
  // Who sent a report back has decided nothing.
  expect(fourEyes({ userId: 'H1' }, parts, [])).toMatchObject({ ok: true });
  expect(fourEyes({ userId: 'O4' }, parts, [])).toMatchObject({ ok: false, kind: 'conflict', code: 'four-eyes' });
});
