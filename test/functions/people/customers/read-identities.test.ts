import { beforeEach, describe, expect, it } from 'vitest';
import { aWorld, colleague, coordinator, head, officer, type Person, type World } from '../../../support/a-world.ts';

let world: World;
const reason = 'egen lista över beställningar';
const save = (who: Person, caseNo: string, customer: object) =>
  world.call('saveCustomer', who, { path: { caseNo }, body: { customer } });
const read = (caseNos: readonly string[], who: Person = officer, more: object = {}) =>
  world.call('readIdentities', who, { body: { caseNos, reason, ...more } });
const accessOf = async (caseNo: string) =>
  (await world.call('listAccess', head, { path: { caseNo } })).body.items.filter(
    ({ entry }: { entry: string }) => entry === 'readIdentities',
  );

beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00' });
  await world.register({ caseNo: 'A-1' }, { caseNo: 'A-2' }, { caseNo: 'A-3' }, { caseNo: 'A-9', officerId: 'O2' });
  await save(officer, 'A-1', { name: 'Elsa Provsson', personnummer: '191212121212', phone: '070-174 06 05' });
  await save(officer, 'A-2', { name: 'Adam Hemlig', protected: true });
  await save(colleague, 'A-9', { name: 'Berit Annans' });
});

describe('the names of one’s own list', () => {
  it('are one reading, logged once under each case that it named', async () => {
    await save(officer, 'A-3', { name: 'Carin Provsson' });
    expect(await read(['A-1', 'A-3', 'A-1'])).toMatchObject({
      status: 200,
      body: {
        items: [
          { caseNo: 'A-1', name: 'Elsa Provsson' },
          { caseNo: 'A-3', name: 'Carin Provsson' },
        ],
      },
    });
    const [one, other] = [await accessOf('A-1'), await accessOf('A-3')];
    expect([one.length, other.length]).toEqual([1, 1]);
    expect(one[0]).toMatchObject({ id: other[0].id, reason, by: { userId: 'O1' }, caseNos: ['A-1'] });
  });

  it('are names alone, and somebody protected is said to be and not named', async () => {
    const answer = await read(['A-1', 'A-2']);
    expect(answer.body.items).toEqual([
      { caseNo: 'A-1', name: 'Elsa Provsson' },
      { caseNo: 'A-2', protected: true },
    ]);
    expect(await accessOf('A-2')).toEqual([]);
  });

  it('leave out what is another’s or nobody’s, as if it were not there', async () => {
    expect((await read(['A-9', 'A-404'])).body).toEqual({ items: [] });
    expect(await accessOf('A-9')).toEqual([]);
  });

  it('are an officer’s, with a reason, a hundred at a time', async () => {
    for (const who of [head, coordinator]) expect((await read(['A-1'], who)).status).toBe(403);
    expect((await read(['A-1'], officer, { reason: '' })).status).toBe(422);
    expect((await read([...Array(101)].map((_, n) => `A-${n + 1}`))).status).toBe(422);
  });
});
