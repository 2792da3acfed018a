import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EntryKey, registry } from '../../../functions/registry.ts';
import type { WayIn } from '../../../functions/way-in.ts';
import {
  type Asked,
  aWorld,
  coordinator,
  everyone,
  head,
  nightPatrol,
  officer,
  type Person,
  type World,
} from '../../support/a-world.ts';

const customer = {
  name: 'Kanariefågel Provsson',
  personnummer: '191212121212',
  address: 'Hemligvägen 12',
  phone: '070-174 06 05',
  relativePhone: '070-174 06 06',
};
const canaries = /kanarie|provsson|1212-?1212|hemligv|174 ?06 ?0[56]|1740605|1740606/i;
/** Where a customer is read, or looked for: the only answers that may name anybody. */
const named: readonly EntryKey[] = ['readIdentity', 'searchPeople'];

const lines = Object.entries(registry) as [EntryKey, WayIn][];
const gets = lines.flatMap(([key, { on }]) =>
  'http' in on && on.http.startsWith('GET ') && on.roles !== 'everyone' ? [key] : [],
);

/** A customer is written in, ordered for, told of, written about and looked for; then everything is searched. */
describe('a word of the customer', () => {
  let world: World;
  let orderId = '';
  let threadId = '';
  const answers: { key: EntryKey; text: string; headers: object }[] = [];

  const call = async (key: EntryKey, who: Person, asked: Asked) => {
    const answer = await world.call(key, who, asked);
    answers.push({ key, text: answer.text, headers: answer.headers });
    return answer;
  };

  beforeAll(async () => {
    world = await aWorld({ date: '2026-10-12', clock: '09:00', keepsTable: true });
    const path = { caseNo: 'A-1' };
    await call('saveCustomer', officer, { path, body: { customer } });
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    const order = { ...path, providerId: 'P1', services, customer };
    const placed = await call('placeOrder', officer, { body: order, headers: { 'idempotency-key': 'k1' } });
    orderId = placed.body.id;
    await call('confirmOrder', coordinator, { path: { orderId }, body: {} });
    const message = { to: 'provider:P1', caseNo: 'A-1', text: 'Ring mig om besöket.' };
    threadId = (await call('sendMessage', officer, { body: message })).body.threadId;
    for (const who of [officer, head, nightPatrol])
      await call('searchPeople', who, { body: { name: customer.name, reason: 'söker ärendet' } });
    await call('readIdentity', coordinator, { body: { caseNo: 'A-1', reason: 'planerar besök' } });
    // What is wrong with a request is told without what stood there.
    const wrong = { ...customer, personnummer: '191212121213', address: 7, name: '' };
    await call('saveCustomer', officer, { path, body: { customer: wrong } });
    await world.passTo('2026-10-15', '08:00');
  }, 60_000);

  it('stands in the answers of those who read it, so that the search would find it', () => {
    const found = answers.filter(({ text }) => canaries.test(text)).map(({ key }) => key);
    expect([...new Set(found)].toSorted()).toEqual([...named].toSorted());
  });

  it.each(gets)('is not in what anybody gets of %s', async (key) => {
    const path = {
      ...{ orderId, threadId, caseNo: 'A-1', month: '2026-10', providerId: 'P1' },
      ...{ recordId: 'R', checkId: 'C', switchId: 'S' },
    };
    for (const who of everyone) {
      const { text, headers } = await world.call(key, who, { path });
      expect(text + JSON.stringify(headers)).not.toMatch(canaries);
    }
  });

  it('is in no answer, header, letter, key, log or file of the machine', async () => {
    for (const { key, text, headers } of answers) {
      if (!named.includes(key)) expect(text, key).not.toMatch(canaries);
      expect(JSON.stringify(headers), key).not.toMatch(canaries);
    }
    expect(JSON.stringify(await world.letters())).not.toMatch(canaries);
    expect(world.failures).toEqual([]);
    const kept = readdirSync(world.folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
    expect(kept).toContain('PERSON#A-1');
    expect(kept).not.toMatch(/kanarie|provsson|1212-?1212|hemligv|174 06 0|174060[56]/i);
  });
});
