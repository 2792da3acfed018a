import { beforeAll, expect, it } from 'vitest';
import { aHandedInMonth, lineAt, ofP1, reporting } from '../../../support/a-handed-in-month.ts';
import { officer, type World } from '../../../support/a-world.ts';

let world: World;
beforeAll(async () => {
  world = await aHandedInMonth();
});

/** An item holds 400 kB: what grows with every decision stands by itself, and its earliest goes. */
it('a line may be decided any number of times, with everything that was asked', async () => {
  const note = '字'.repeat(1000);
  const contacts = Array.from({ length: 10 }, (_, n) => ({ with: n < 9 ? 'customer' : 'provider', note }));
  const decide = (body: object) => world.call('decideLine', officer, { path: lineAt('A-2'), body });
  for (let round = 0; round < 100; round++) {
    const decided = await decide({ decision: 'ADJUST', minutes: round % 100, comment: note, contacts });
    expect([round, decided.status]).toEqual([round, 200]);
  }
  const { body } = await world.call('getLine', officer, { path: lineAt('A-2') });
  expect(body).toMatchObject({ decision: { charged: 99, comment: note }, version: 101 });
  const asked = body.contacts.map((contact: { with: string }) => contact.with);
  expect(asked.filter((who: string) => who === 'customer')).toHaveLength(20);
  expect(asked.filter((who: string) => who === 'provider')).toHaveLength(20);
  expect((await world.monthJournal(ofP1.month, 'P1')).length).toBeGreaterThan(0);

  await world.call('approveLines', officer, { path: ofP1, body: { caseNos: ['A-1'] } });
  const signed = await world.sign(officer, reporting, { path: ofP1, body: { comment: 'Klart' } });
  expect(signed.status).toBe(201);
}, 240_000);
