import { beforeEach, expect, it } from 'vitest';
import { loadKnown, type MayBeNamed } from '../../../../functions/mail/reading/load-known.ts';
import { aWorld, officer, type World } from '../../../support/a-world.ts';

let world: World;

async function customer(caseNo: string, providerId: string, name: string): Promise<void> {
  await world.takeIn(caseNo);
  const services = [{ code: 'OMV', minutesPerMonth: 300 }];
  const { status, body } = await world.call('placeOrder', officer, {
    body: { caseNo, providerId, services, customer: { name } },
  });
  expect(status, JSON.stringify(body)).toBe(201);
}

beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  await customer('A-1', 'P1', 'Maj Provsson');
  await customer('A-2', 'P1', 'Karin Provberg');
  await customer('A-3', 'P2', 'Elsa Provgren');
});

const known = async (text: string, whose: MayBeNamed = { caseNos: ['A-1'], providerId: 'P1' }) =>
  [...(await loadKnown(text, whose, world.deps))].sort();

it.each([
  ['the case’s own customer, by any word', 'Maj är hemma', ['maj']],
  ['another customer of the provider’s, by name', 'Vi var hos Karin Provberg i går', ['karin', 'provberg']],
  ['however it is written', 'provberg, karin', ['karin', 'provberg']],
  ['and what is that customer’s', 'Karin Provbergs nyckel', ['karin', 'provberg']],
  ['nobody by one word, which many are called', 'Karin svarar', []],
  ['nobody of two names', 'Karin Provsson-Ek', ['provsson']],
  ['nobody of another provider’s: it is not told who is a customer there', 'Elsa Provgren', []],
])('knows %s', async (_, text, words) => {
  expect(await known(text)).toEqual(words);
});

it('opens no identity for it, so that there is nothing to log', async () => {
  const keys = { ...world.deps.identityKeys, unwrap: () => Promise.reject(new Error('opened')) };
  const found = await loadKnown('Karin Provberg', { providerId: 'P1' }, { ...world.deps, identityKeys: keys });
  expect([...found].sort()).toEqual(['karin', 'provberg']);
});

it('knows any customer where nobody has proven from whom it is, who is told nothing', async () => {
  expect(await known('Elsa Provgren och Maj', { isUnproven: true })).toEqual(['elsa', 'provgren']);
  expect(await known('Elsa Provgren och Maj', { caseNos: ['A-1', 'A-2'], isUnproven: true })).toEqual([
    ...['elsa', 'maj', 'provgren'],
  ]);
  expect(await known('Karin Provberg', {})).toEqual([]);
});
