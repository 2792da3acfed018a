import { beforeEach, describe, expect, it } from 'vitest';
import { aWorld, colleague, head, officer, type Person, type World } from '../../../support/a-world.ts';

const elsa = { name: 'Elsa Provsson', personnummer: '191212121212' };
let world: World;
const save = (who: Person, caseNo: string, customer: object, more: object = {}) =>
  world.call('saveCustomer', who, { path: { caseNo }, body: { customer, ...more } });
const casesOf = async (caseNo: string, who: Person = officer) =>
  (await world.call('listPersonsCases', who, { path: { caseNo } })).body;

beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00' });
  await world.register({ caseNo: 'A-1' }, { caseNo: 'A-2', officerId: 'O2' }, { caseNo: 'A-3' });
  await save(officer, 'A-1', elsa);
  await save(colleague, 'A-2', { ...elsa, name: 'Elsa Nyman' }, { samePerson: true });
});

describe('the cases of a person (A73)', () => {
  it('are said to the officer of one of them, and to the head', async () => {
    const both = [
      { caseNo: 'A-1', officerId: 'O1', own: true },
      { caseNo: 'A-2', officerId: 'O2', own: false },
    ];
    expect((await casesOf('A-1')).items).toEqual(both);
    expect((await casesOf('A-2', head)).items).toEqual(both.map((one) => ({ ...one, own: false })));
    expect((await casesOf('A-3')).items).toEqual([{ caseNo: 'A-3', officerId: 'O1', own: true }]);
    expect(await casesOf('A-2')).toMatchObject({ code: 'case-not-found' });
  });

  it('are one’s own alone where the person is protected', async () => {
    await save(officer, 'A-1', { ...elsa, protected: true });
    expect((await casesOf('A-1')).items).toEqual([{ caseNo: 'A-1', officerId: 'O1', own: true }]);
    expect((await casesOf('A-2', head)).items).toEqual([{ caseNo: 'A-2', officerId: 'O2', own: false }]);
  });

  it('are all reached by a search, by whichever name, and said to be one person’s', async () => {
    const found = async (name: string, who: Person) =>
      (await world.call('searchPeople', who, { body: { name, reason: 'ringer om sitt besök' } })).body.items;
    expect(await found('Nyman', officer)).toEqual([
      { caseNo: 'A-1', officerId: 'O1', own: true, name: 'Elsa Provsson', cases: ['A-1', 'A-2'] },
      { caseNo: 'A-2', officerId: 'O2', own: false, cases: ['A-1', 'A-2'] },
    ]);
    await save(officer, 'A-1', { ...elsa, protected: true });
    expect(await found('Nyman', officer)).toEqual([
      { caseNo: 'A-1', officerId: 'O1', own: true, name: 'Elsa Provsson' },
    ]);
    expect(await found('Nyman', head)).toEqual([]);
  });
});
