import { beforeEach, describe, expect, it } from 'vitest';
import { casesOfPerson } from '../../../../functions/people/door.ts';
import type { Identity } from '../../../../shared/domain/identity.ts';
import { identityStore } from '../../../../shared/stores/identity-store.ts';
import { personStore } from '../../../../shared/stores/person-store.ts';
import { SealedIdentity } from '../../../../shared/stores/sealed-identity.ts';
import { aWorld, type World } from '../../../support/a-world.ts';

const elsa = { name: 'Elsa Provsson', personnummer: '191212121212' };
const adam = { name: 'Adam Nyman', personnummer: '195711212893' };

let world: World;
const sealing = (caseNo: string, customer: Identity, samePerson = false) =>
  identityStore(world.table, world.deps.identityKeys).sealing(caseNo, customer, world.clock.now(), samePerson);
const seal = async (...said: Parameters<typeof sealing>) => {
  const { changes, others, strangers } = await sealing(...said);
  await world.put(...changes);
  return { others, strangers };
};
const casesOf = (caseNo: string) => casesOfPerson(caseNo, world.deps);
const isHidden = async (caseNo: string) =>
  (await identityStore(world.table, world.deps.identityKeys).recognise(caseNo, [])).protected;

beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00' });
});

describe('one person with any number of cases (A73)', () => {
  it('is found by the number, from each of the cases, however it is written', async () => {
    await seal('A-2', elsa);
    await seal('A-9', adam);
    expect(await seal('A-1', { name: 'Provsson, Elsa', personnummer: '121212+1212' })).toEqual({
      others: ['A-2'],
      strangers: [],
    });
    for (const caseNo of ['A-1', 'A-2']) expect(await casesOf(caseNo)).toEqual(['A-1', 'A-2']);
    expect(await casesOf('A-9')).toEqual(['A-9']);
    expect(await casesOf('A-404')).toEqual(['A-404']);
  });

  it('is followed when a number is corrected, and forgotten with the last case', async () => {
    await seal('A-1', elsa);
    await seal('A-2', elsa);
    const before = (await personStore(world.table).ofCase('A-2'))?.entity.id ?? '';
    await seal('A-2', { ...elsa, personnummer: adam.personnummer });
    for (const caseNo of ['A-1', 'A-2']) expect(await casesOf(caseNo)).toEqual([caseNo]);
    await seal('A-1', { name: elsa.name });
    expect(await personStore(world.table).find(before)).toBeUndefined();
  });

  it('is not guessed without a number, nor by a number that somebody of another name has', async () => {
    await seal('A-1', elsa);
    await seal('A-2', { name: elsa.name });
    expect(await casesOf('A-2')).toEqual(['A-2']);
    expect(await seal('A-3', { ...adam, personnummer: elsa.personnummer })).toEqual({ others: [], strangers: ['A-1'] });
    expect(await casesOf('A-1')).toEqual(['A-1']);
    expect(await casesOf('A-3')).toEqual(['A-3']);
  });

  it('has more than one name when somebody says that it is the same person', async () => {
    await seal('A-1', elsa);
    expect(await seal('A-2', { ...adam, personnummer: elsa.personnummer }, true)).toMatchObject({ others: ['A-1'] });
    expect(await casesOf('A-1')).toEqual(['A-1', 'A-2']);
  });

  it('has the cases too that were written in before persons were kept', async () => {
    await seal('A-1', { ...elsa, protected: true });
    const sealed = await world.table.get({ pk: 'PERSON#A-1', sk: 'IDENTITY' });
    const person = await personStore(world.table).ofCase('A-1');
    const { person: id, ...before } = SealedIdentity.parse(sealed?.data);
    const key = { pk: `PERSONCASES#${id}`, sk: 'PERSON' };
    await world.put(
      { kind: 'put', over: sealed?.version ?? 0, item: { pk: 'PERSON#A-1', sk: 'IDENTITY', data: before } },
      { kind: 'delete', key, over: person?.version ?? 0 },
    );
    expect(await casesOf('A-1')).toEqual(['A-1']);
    expect(await seal('A-2', elsa)).toEqual({ others: ['A-1'], strangers: [] });
    expect(await casesOf('A-1')).toEqual(['A-1', 'A-2']);
    expect(await isHidden('A-2')).toBe(true);
  });

  it('is one commit: of two cases that become the person’s at once, one is decided anew', async () => {
    await seal('A-1', elsa);
    const [one, other] = [await sealing('A-2', elsa), await sealing('A-3', elsa)];
    expect(await world.table.commit(one.changes)).toBe('committed');
    expect(await world.table.commit(other.changes)).toBe('stale');
  });

  it('is protected in all cases when it is said in one, and in none when it is lifted in one', async () => {
    await seal('A-1', elsa);
    await seal('A-2', elsa);
    await seal('A-1', { ...elsa, protected: true });
    expect([await isHidden('A-1'), await isHidden('A-2')]).toEqual([true, true]);
    const { leads } = await identityStore(world.table, world.deps.identityKeys).find([elsa.personnummer], 50);
    expect(leads.map((lead) => lead.protected)).toEqual([true, true]);
    await seal('A-2', { ...elsa, protected: false });
    expect([await isHidden('A-1'), await isHidden('A-2')]).toEqual([false, false]);
  });

  it('is not laid open by a case that is new to the person', async () => {
    await seal('A-1', { ...elsa, protected: true });
    await seal('A-2', { ...elsa, protected: false });
    expect([await isHidden('A-1'), await isHidden('A-2')]).toEqual([true, true]);
    const opened = await identityStore(world.table, world.deps.identityKeys).open('A-2');
    expect(opened?.protected).toBe(true);
  });
});
