import { beforeEach, describe, expect, it } from 'vitest';
import { verifyRecordFile } from '../../../../shared/domain/verify-record-file.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { ofP1 } from '../../../support/a-handed-in-month.ts';
import { aStatedMonth, endAllIn, knownOf } from '../../../support/a-stated-month.ts';
import { administrator, head, manager, officer, type Person, signInFor, type World } from '../../../support/a-world.ts';

let world: World;
const settling = ['intendSettlement', 'sendSettlement'] as const;
const provider = [{ with: 'provider' }];
const decide = (caseNo: string, body: object, who: Person = officer) =>
  world.call('decideAdjustment', who, { path: { ...ofP1, caseNo }, body });
const settle = (who: Person = head, body: object = {}) => world.sign(who, settling, { path: ofP1, body });
const monthOf = async (who: Person = head) => (await world.call('getMonth', who, { path: ofP1 })).body;
const codes = async (who: Person) =>
  (await world.call('listTasks', who)).body.items.flatMap((one: { code: string; doneAt?: string }) =>
    one.doneAt === undefined ? [one.code] : [],
  );
const due = async () =>
  (await monthOf()).deadlines.find(({ code }: { code: string }) => code === 'D55')?.due as string | undefined;

const known = (caseNo: string, changes: object) => knownOf(world, caseNo, changes);
const endAll = () => endAllIn(world);
const death = { known: [{ kind: 'DEATH', on: '2026-09-28' }] };
const record = async () => {
  const { records } = await monthOf();
  const { recordId } = records.findLast(({ kind }: { kind: string }) => kind === 'settlement');
  const found = await world.call('getRecord', head, { path: { ...ofP1, recordId } });
  expect(await verifyRecordFile(Buffer.from(found.text))).toMatchObject({ valid: true, kind: 'settlement' });
  return found.body.payload.content;
};

beforeEach(async () => {
  world = await aStatedMonth();
});

describe('where a later month comes', () => {
  it('nothing is settled: the rows go with it', async () => {
    await known('A-1', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    expect(await settle()).toMatchObject({ status: 409, body: { code: 'later-month' } });
    expect(await codes(head)).not.toContain('D55');
  });
});

describe('where no month comes after the last that was stated', () => {
  beforeEach(endAll);

  it('there is nothing to settle until something is decided', async () => {
    expect(await settle()).toMatchObject({ status: 409, body: { code: 'nothing-to-settle' } });
    expect(await codes(head)).not.toContain('D55');
  });

  it('what is decided is the head’s to settle by the 10th working day after the first decision', async () => {
    await known('A-1', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    expect(await codes(head)).toContain('D55');
    // Friday the 13th of November; ten working days, Saturdays none of them.
    expect(await due()).toBe('2026-11-28T00:00:00+01:00');
    world.sleepTo('2026-11-17', '09:00');
    await decide('A-2', { comment: 'Fel rad', contacts: provider, minutes: 80, mistake: true });
    expect(await due()).toBe('2026-11-28T00:00:00+01:00');
  });

  it('is waited for no more when no row is left', async () => {
    await known('A-1', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    await known('A-1', { known: undefined });
    await decide('A-1', { comment: 'Fel person', contacts: provider });
    expect(await codes(head)).not.toContain('D55');
  });

  it('below zero it is a claim, which the administrator has as a task, and nothing is carried', async () => {
    await known('A-1', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    const { sha256 } = (await monthOf()).month.statement;
    expect(await settle(head, { comment: 'Sista avräkningen' })).toMatchObject({ status: 201 });
    expect(await record()).toMatchObject({
      ...{ month: '2026-10', lines: [], totalMinutes: 0, amountOre: 0, comment: 'Sista avräkningen' },
      adjustments: [{ number: '2026-10/P1/J1', caseNo: 'A-1', minutes: -480, amountOre: -320_000, refersTo: sha256 }],
      ...{ adjustmentsOre: -320_000, broughtForwardOre: 0, toInvoiceOre: 0, claimOre: 320_000, carriedForwardOre: 0 },
    });
    expect(await codes(head)).not.toContain('D55');
    expect(await codes(administrator)).toContain('D56');
    // What was settled is stated, and is not settled twice.
    expect((await world.call('listAdjustments', manager, { path: ofP1 })).body.adjustments).toMatchObject([
      { number: '2026-10/P1/J1', state: 'stated', amountOre: -320_000 },
    ]);
    expect(await settle()).toMatchObject({ status: 409, body: { code: 'nothing-to-settle' } });
    const claim = () => world.call('makeClaim', administrator, { path: ofP1, body: {} });
    expect(await claim()).toMatchObject({ status: 200, body: { claimOre: 320_000 } });
    expect(await codes(administrator)).not.toContain('D56');
    expect(await claim()).toMatchObject({ status: 409, body: { code: 'nothing-to-claim' } });
  });

  it('above zero it is to be invoiced, on top of what was stated and settled before', async () => {
    await decide('A-1', { comment: 'Fel rad', contacts: provider, minutes: 479, mistake: true });
    await settle();
    await decide('A-2', { comment: 'Fel rad', contacts: provider, minutes: 100, mistake: true });
    await settle();
    expect(await record()).toMatchObject({
      adjustments: [{ number: '2026-10/P1/J2', minutes: 10, amountOre: 6_667 }],
      ...{ toInvoiceOre: 6_667, claimOre: 0, carriedForwardOre: 0 },
    });
    expect((await monthOf()).month.settlements).toMatchObject([{ claimOre: 667 }, { toInvoiceOre: 6_667 }]);
  });

  it('is not signed by who decided a row of it (A72), nor by anybody but the head', async () => {
    await known('A-1', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    for (const who of [officer, manager, administrator]) expect((await settle(who)).status).toBe(403);
    await world.put(membershipStore(world.table).save({ userId: 'O1', role: 'head' }, undefined));
    expect((await settle({ userId: 'O1', role: 'head' })).body.code).toBe('four-eyes');
  });

  it('is not what was shown once another row is decided', async () => {
    await known('A-1', death);
    await known('A-2', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    const { intentId } = (await world.call('intendSettlement', head, { path: ofP1, body: {} })).body;
    await decide('A-2', { comment: 'Dödsfall', contacts: provider, minutes: 0 });
    const answer = await world.call('sendSettlement', head, { path: ofP1, body: { intentId }, ...signInFor(intentId) });
    expect(answer.body.code).toBe('content-changed');
  });

  it('is a PDF too, and a letter to the provider that says which it is', async () => {
    await known('A-1', death);
    await decide('A-1', { comment: 'Dödsfall', contacts: provider });
    await settle();
    await world.tick();
    const letter = (await world.letters()).find(({ subject }) => subject === 'En slutavräkning är klar');
    expect(letter).toMatchObject({ to: 'p1@utforare.example' });
    expect(letter?.text).toContain('skicka ingen faktura');
    expect(letter?.text).not.toMatch(/A-\d|480|3 ?200/);
    const file = await world.call('getStatementFile', manager, { path: { ...ofP1, file: 'settlement' } });
    expect(file).toMatchObject({ status: 200, body: { fileName: 'slutavrakning-P1-2026-10.pdf' } });
  });
});
