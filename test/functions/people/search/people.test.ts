import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { identityStore } from '../../../../shared/stores/identity-store.ts';
import { journalRow, journalStore } from '../../../../shared/stores/journal-store.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  feeOfficer,
  head,
  manager,
  neighbour,
  neighbourManager,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

const customer = {
  name: 'Kanariefågel Provsson',
  personnummer: '191212121212',
  address: 'Hemligvägen 12',
  phone: '070-174 06 05',
  relativePhone: '070-174 06 06',
};
const canaries = [
  'Kanarie',
  'Provsson',
  '1212-1212',
  '191212121212',
  'Hemligv',
  '0701740605',
  '174 06 05',
  '174 06 06',
];

let world: World;
const begin = async (keepsTable: boolean) => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00', keepsTable });
  await world.register({ caseNo: 'A-1', to: '2026-10-20' });
  await world.put(
    ...(await identityStore(world.table, world.deps.identityKeys).seal('A-1', customer, world.clock.now())),
  );
};
beforeEach(() => begin(false));

const read = (who: Person, body: object = {}, more: object = {}) =>
  world.call('readIdentity', who, { body: { caseNo: 'A-1', reason: 'planerar besök', ...body }, ...more });
const accessRows = async () => (await world.call('listAccess', head, { path: { caseNo: 'A-1' } })).body.items;

/** Everything that the machine keeps, as bytes. */
const everythingKept = (folder = world.folder): string =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

describe('a customer’s identity', () => {
  it('is read by those who have the case, each reading one row with its reason', async () => {
    for (const who of [officer, head, coordinator, manager]) {
      expect(await read(who)).toMatchObject({ status: 200, body: { caseNo: 'A-1', customer } });
    }
    expect(await accessRows()).toMatchObject(
      ['O1 officer', 'H1 head', 'K1 provider', 'M1 provider-manager'].map((by) => ({
        by: { userId: by.split(' ')[0], role: by.split(' ')[1] },
        at: at('2026-10-12 09:00'),
        entry: 'readIdentity',
        caseNos: ['A-1'],
        reason: 'planerar besök',
      })),
    );
  });

  it('is nobody else’s: the case does not exist, byte for byte, and nothing is logged', async () => {
    for (const who of [colleague, neighbour, neighbourManager]) {
      const theirs = await read(who);
      expect(theirs).toEqual(await read(who, { caseNo: 'A-404' }));
      expect(theirs).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
    }
    expect(await accessRows()).toEqual([]);
  });

  it('is not a fee officer’s nor an administrator’s at all', async () => {
    for (const who of [feeOfficer, administrator]) expect((await read(who)).status).toBe(403);
  });

  it('is the provider’s until its last day, and the next provider’s from when it has the case', async () => {
    await world.register({ caseNo: 'A-1', providerId: 'P2', from: '2026-10-21' });
    world.sleepTo('2026-10-20', '23:59');
    expect((await read(coordinator)).status).toBe(200);
    world.sleepTo('2026-10-21', '00:00');
    expect((await read(coordinator)).status).toBe(404);
    expect((await read(neighbour)).status).toBe(200);
    expect((await read(officer)).status).toBe(200);
  });

  it.each([
    ['without a reason', { reason: undefined }, 'body.reason', 'missing-field'],
    ['with blanks for a reason', { reason: '      ' }, 'body.reason', 'too-little'],
    ['with another field', { all: true }, 'body.all', 'unknown-field'],
  ])('is not read %s', async (_what, body, where, code) => {
    expect(await read(officer, body)).toMatchObject({ status: 422, body: { faults: [{ at: where, code }] } });
    expect(await accessRows()).toEqual([]);
  });

  it('is read anew, and logged anew, also under the same key: the answer is never kept', async () => {
    const key = { headers: { 'idempotency-key': 'k' } };
    await read(officer, {}, key);
    const again = await read(officer, {}, key);
    expect(again.headers['idempotent-replay']).toBeUndefined();
    expect(await accessRows()).toHaveLength(2);
  });

  it('stands nowhere that can be read without the key: no table, letter, journal, log or kept answer', async () => {
    await begin(true);
    await read(officer, {}, { headers: { 'idempotency-key': 'k' } });
    const order = { caseNo: 'A-2', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 60 }], customer };
    await world.call('placeOrder', officer, { body: order, headers: { 'idempotency-key': 'k2' } });
    expect((await read(coordinator, { caseNo: 'A-2' })).body.customer).toEqual(customer);
    await world.passTo('2026-10-16', '08:00');
    const kept = everythingKept();
    expect(kept).toContain('PERSON#A-2');
    for (const canary of canaries) expect(kept).not.toContain(canary);
  });

  it('cannot be moved to another case in the table', async () => {
    const stolen = await world.table.get({ pk: 'PERSON#A-1', sk: 'IDENTITY' });
    await world.register({ caseNo: 'A-3' });
    await world.put({ kind: 'put', over: 0, item: { pk: 'PERSON#A-3', sk: 'IDENTITY', data: stolen?.data } });
    await expect(read(officer, { caseNo: 'A-3' })).rejects.toThrow();
  });

  it('a case without one has nobody to read about', async () => {
    await world.register({ caseNo: 'A-4' });
    expect(await read(officer, { caseNo: 'A-4' })).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  });

  it('is sealed differently each time, and recognised all the same', async () => {
    const store = identityStore(world.table, world.deps.identityKeys);
    const [one, other] = [
      await store.seal('A-5', customer, world.clock.now()),
      await store.seal('A-5', customer, world.clock.now()),
    ];
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
    await world.put(...one);
    expect(await store.recognise('A-5', ['provsson', '191212121212', 'nyman'])).toEqual({ protected: false, known: 2 });
    expect(await store.recognise('A-404', ['provsson'])).toEqual({ protected: false, known: 0 });
  });
});

describe('the journal of a case', () => {
  const journal = (who: Person, query: Record<string, string> = {}, caseNo = 'A-1') =>
    world.call('getJournal', who, { path: { caseNo }, query });
  beforeEach(async () => {
    const rows = ['c', 'a', 'b'].map((event, n) =>
      journalRow(`J-${n}`, at(`2026-10-12 0${9 - n}:00`), { userId: 'O1', role: 'officer' }, { event, caseNo: 'A-1' }),
    );
    await world.put(...rows.map(journalStore(world.table).append));
  });

  it('is its officer’s and the head’s, in the order that things were done, a page at a time', async () => {
    for (const who of [officer, head]) {
      const first = await journal(who, { limit: '2' });
      expect(first.body.items.map(({ event }: { event: string }) => event)).toEqual(['b', 'a']);
      const rest = await journal(who, { limit: '2', cursor: first.body.next });
      expect(rest.body).toEqual({ items: [expect.objectContaining({ event: 'c' })] });
    }
  });

  it('of another’s case is not there', async () => {
    expect(await journal(colleague)).toEqual(await journal(colleague, {}, 'A-404'));
    expect((await journal(colleague)).status).toBe(404);
    for (const who of [coordinator, manager, administrator]) expect((await journal(who)).status).toBe(403);
  });

  it('holds what was written, once: a row is never written over', async () => {
    const row = journalRow('J-0', at('2026-10-12 09:00'), { userId: 'X', role: 'head' }, { event: 'x', caseNo: 'A-1' });
    expect(await world.table.commit([journalStore(world.table).append(row)])).toBe('stale');
  });

  it('a number that a person has is no case number', async () => {
    expect((await journal(head, {}, '191212121212')).status).toBe(422);
  });
});

describe('the list of who has read', () => {
  const list = (who: Person, caseNo = 'A-1') => world.call('listAccess', who, { path: { caseNo } });
  it('is the head’s alone', async () => {
    for (const who of [officer, manager, administrator, feeOfficer]) expect((await list(who)).status).toBe(403);
    expect(await list(head, 'A-404')).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  });
  it('comes a page at a time', async () => {
    for (let n = 0; n < 3; n++) await read(officer);
    const page = await world.call('listAccess', head, { path: { caseNo: 'A-1' }, query: { limit: '2' } });
    expect(page.body.items).toHaveLength(2);
    const rest = await world.call('listAccess', head, { path: { caseNo: 'A-1' }, query: { cursor: page.body.next } });
    expect(rest.body.items).toHaveLength(1);
  });
});
