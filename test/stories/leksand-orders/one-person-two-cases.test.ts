import { beforeAll, describe, expect, it } from 'vitest';
import { casesOfPerson } from '../../../functions/people/door.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { aWorld, colleague, coordinator, neighbour, officer, type Person, type World } from '../../support/a-world.ts';

/** Leksand: one person has home care in A-7 and respite in A-8, with two officers and two providers (A73). */
const elsa = { name: 'Elsa Provsson', personnummer: '191212121212', address: 'Storgatan 1' };
const choice = { mode: 'WRITTEN', informedOfChoice: true, informationHandedOver: true };

type Task = { code: string; subject: { caseNo?: string } };

let world: World;
const ordered = { home: '', respite: '' };
const order = (who: Person, caseNo: string, providerId: string, code: string) =>
  world.call('placeOrder', who, {
    body: { caseNo, providerId, services: [{ code, minutesPerMonth: 600 }], choice, customer: elsa },
  });
const stateOf = async (who: Person, orderId: string) =>
  (await world.call('getOrder', who, { path: { orderId } })).body.state;

async function begun() {
  world = await aWorld({ date: '2026-11-02', clock: '08:00' });
  for (const [key, who, caseNo, providerId, at] of [
    ['home', officer, 'A-7', 'P1', coordinator],
    ['respite', colleague, 'A-8', 'P2', neighbour],
  ] as const) {
    ordered[key] = (await order(who, caseNo, providerId, key === 'home' ? 'OMV' : 'AVL')).body.id;
    const path = { orderId: ordered[key] };
    await world.call('confirmOrder', at, { path, body: {} });
    await world.call('startOrder', at, { path, body: {} });
  }
  await world.passTo('2026-11-10', '08:00');
}

describe('a death that is told in one of a person’s cases', () => {
  let before: number;
  beforeAll(async () => {
    await begun();
    before = (await world.letters()).length;
  });

  it('ends the orders of the other too, with the same last day paid (L-48, L-59, A73)', async () => {
    const path = { orderId: ordered.home };
    const told = await world.call('reportDeath', coordinator, { path, body: { date: '2026-11-09' } });
    expect(told).toMatchObject({ status: 200, body: { ending: { lastDay: '2026-11-10' } } });
    expect(await stateOf(colleague, ordered.respite)).toBe('ending');
    const days = await assignmentStore(world.table).ofCase('A-8');
    expect(days.map(({ to, death }) => [to, death?.on])).toEqual([['2026-11-10', '2026-11-09']]);
  });

  it('is told the officer of the other by letter and as a task, and its provider, without a word of why (L-59)', async () => {
    await world.tick();
    const post = (await world.letters()).slice(before);
    expect(post.map(({ to, subject }) => `${to} ${subject}`).toSorted()).toEqual([
      'o1@kommun.example Ny händelse i ett ärende',
      'o2@kommun.example Ny händelse i ett ärende',
      'p2@utforare.example Ett ärende kan avslutas',
    ]);
    const theirs = post.filter(({ to }) => !to.startsWith('o1'));
    for (const { text } of theirs) expect(text).not.toMatch(/A-7|Omsorg Ett|död|avlid/);
    const { body } = await world.call('listTasks', colleague);
    const isAbout = ({ code, subject }: Task) => code === 'D25' && subject.caseNo === 'A-8';
    expect(body.items.filter(isAbout)).toHaveLength(1);
  });

  it('stands in the journal of each case, and the provider of the other learns of no other case', async () => {
    for (const caseNo of ['A-7', 'A-8']) expect(await world.journal(caseNo)).toContain('death-reported L-59 K1');
    const path = { orderId: ordered.respite };
    const seen = [
      await world.call('getOrder', neighbour, { path }),
      await world.call('listReports', neighbour, { path }),
    ];
    for (const { text } of seen) expect(text).not.toMatch(/A-7|K1|P1/);
  });

  it('closes both at D+2 00:00 by itself (L-49)', async () => {
    await world.passTo('2026-11-11', '00:05');
    expect([await stateOf(officer, ordered.home), await stateOf(colleague, ordered.respite)]).toEqual([
      'closed',
      'closed',
    ]);
  });
});

describe('a number that is known already', () => {
  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '08:00' });
    await order(officer, 'A-7', 'P1', 'OMV');
  });

  it('gives a second case, and it is said which the person has (A73)', async () => {
    const placed = await order(colleague, 'A-8', 'P2', 'AVL');
    expect(placed.status).toBe(201);
    expect(placed.body.warnings).toContainEqual({ rule: 'A73', text: 'Personen har också A-7.' });
    const found = await world.call('searchPeople', officer, { body: { number: elsa.personnummer, reason: 'ringer' } });
    expect(found.body.items.map(({ caseNo }: { caseNo: string }) => caseNo)).toEqual(['A-7', 'A-8']);
  });

  it('under another name is said with the other cases, and nobody is taken for the other until somebody says so', async () => {
    const body = { customer: { ...elsa, name: 'Adam Nyman' } };
    const save = (more: object) =>
      world.call('saveCustomer', officer, { path: { caseNo: 'A-9' }, body: { ...body, ...more } });
    const said = await save({});
    expect(said).toMatchObject({ status: 201, body: { warnings: [{ rule: 'A73' }] } });
    expect(said.body.warnings[0].text).toContain('A-7, A-8');
    expect(await casesOfPerson('A-9', world.deps)).toEqual(['A-9']);
    expect(await save({ samePerson: true })).toMatchObject({ status: 200, body: { warnings: [{ rule: 'A73' }] } });
    expect(await casesOfPerson('A-9', world.deps)).toEqual(['A-7', 'A-8', 'A-9']);
  });

  it('is protected in each case by what is said in one, and is then named to nobody else (A73)', async () => {
    const path = { caseNo: 'A-7' };
    const body = { customer: { ...elsa, protected: true } };
    expect((await world.call('saveCustomer', officer, { path, body })).status).toBe(200);
    const read = await world.call('readIdentity', neighbour, { body: { caseNo: 'A-8', reason: 'planerar besök' } });
    expect(read.body.customer.protected).toBe(true);
    const letters = (await world.letters()).length;
    const told = { noticedOn: '2026-11-02', kind: 'INCREASED', text: 'Behöver mer' };
    const need = await world.call('reportNeed', neighbour, { path: { orderId: 'B-2' }, body: told });
    expect(need.status).toBe(201);
    await world.tick();
    expect((await world.letters()).length).toBe(letters);
    const another = await order(colleague, 'A-6', 'P2', 'INK');
    expect(another.body.warnings.map(({ text }: { text: string }) => text).join()).not.toContain('A-7');
  });
});
