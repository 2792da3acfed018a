import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  aWorld,
  colleague,
  coordinator,
  head,
  manager,
  nightPatrol,
  nurse,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

const elsa = { name: 'Elsa Provsson', personnummer: '191212121212', address: 'Hemligvägen 12', phone: '070-174 06 05' };
const adam = { name: 'Adam Provsson', personnummer: '195711212893' };
const reason = 'ringer om sitt besök';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00' });
  await world.register({ caseNo: 'A-1' }, { caseNo: 'A-2', officerId: 'O2', providerId: 'P2' });
});

const save = (who: Person, caseNo: string, customer: object, more: object = {}) =>
  world.call('saveCustomer', who, { path: { caseNo }, body: { customer, ...more } });
const search = (who: Person, sought: object) => world.call('searchPeople', who, { body: { reason, ...sought } });
const found = async (who: Person, sought: object) => (await search(who, sought)).body.items;
const caseNosFor = async (who: Person, sought: object) =>
  (await found(who, sought)).map(({ caseNo }: { caseNo: string }) => caseNo);
const accessRows = async (caseNo: string) => {
  const { items } = await world.table.query({ pk: `ACCESS#${caseNo}` });
  return items.map(({ data }) => data);
};

describe('writing in a customer', () => {
  it('makes a case that nobody has one’s own, and can be read by its officer alone', async () => {
    const saved = await save(officer, 'A-9', elsa);
    expect(saved).toMatchObject({ status: 201, body: { caseNo: 'A-9', officerId: 'O1', isNew: true } });
    expect((await save(officer, 'A-9', elsa)).status).toBe(200);
    const body = { caseNo: 'A-9', reason };
    expect((await world.call('readIdentity', officer, { body })).body.customer).toEqual(elsa);
    expect((await world.call('readIdentity', colleague, { body })).status).toBe(404);
  });

  it('is journalled and logged without a word of it', async () => {
    const saved = await save(officer, 'A-1', elsa, { reason: 'ny folkbokföring' });
    expect(await world.journal('A-1')).toEqual(['customer-saved - O1']);
    expect(await accessRows('A-1')).toMatchObject([
      { by: { userId: 'O1', role: 'officer' }, entry: 'saveCustomer', caseNos: ['A-1'], reason: 'ny folkbokföring' },
    ]);
    const written = JSON.stringify([saved.body, (await world.table.query({ pk: 'CASE#A-1' })).items]);
    expect(written).not.toMatch(/Elsa|Provsson|1212121212|Hemlig|174 06 05/i);
  });

  it('is for the officer of the case', async () => {
    expect(await save(officer, 'A-2', elsa)).toMatchObject({ status: 403, body: { code: 'not-your-case' } });
    for (const who of [head, manager, nightPatrol, nurse])
      expect(await save(who, 'A-1', elsa)).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
  });

  it.each([
    ['a wrong control digit', '191212121213', 'bad-personnummer'],
    ['no such day', '199002317391', 'bad-personnummer'],
    ['an organisation number', '5567037485', 'bad-personnummer'],
    ['letters', 'abc', 'bad-personnummer'],
  ])('refuses a number with %s, naming the field and not the number', async (_what, personnummer, code) => {
    const refused = await save(officer, 'A-1', { ...elsa, personnummer });
    expect(refused).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.customer.personnummer', code }] },
    });
    expect(refused.text).not.toContain(personnummer);
    expect(await accessRows('A-1')).toEqual([]);
  });

  it.each([
    ['191500882392', '191500882392'],
    ['19121212\u20111212', '191212121212'],
    ['19121212\u00a01212', '191212121212'],
  ])('keeps %s, as it comes from the field, as twelve digits', async (personnummer, digits) => {
    expect((await save(officer, 'A-1', { ...elsa, personnummer })).status).toBe(200);
    const { body } = await world.call('readIdentity', officer, { body: { caseNo: 'A-1', reason } });
    expect(body.customer.personnummer).toBe(digits);
    expect(await caseNosFor(officer, { number: personnummer })).toEqual(['A-1']);
  });

  it.each(['19121212-1212', '121212+1212', '191212121212'])('keeps %s as twelve digits', async (personnummer) => {
    await save(officer, 'A-1', { name: 'Elsa Provsson', personnummer });
    const read = await world.call('readIdentity', officer, { body: { caseNo: 'A-1', reason } });
    expect(read.body.customer.personnummer).toBe('191212121212');
    expect(await caseNosFor(officer, { number: '121212+1212' })).toEqual(['A-1']);
  });

  it('keeps a protection until somebody says otherwise', async () => {
    await save(officer, 'A-1', { ...elsa, protected: true });
    await save(officer, 'A-1', elsa);
    expect(await caseNosFor(head, { name: 'Elsa' })).toEqual([]);
    await save(officer, 'A-1', { ...elsa, protected: false });
    expect(await caseNosFor(head, { name: 'Elsa' })).toEqual(['A-1']);
  });
});

describe('a search', () => {
  beforeEach(async () => {
    await save(officer, 'A-1', elsa);
    await save(colleague, 'A-2', adam);
  });

  it.each([
    ['the whole number', { number: '19121212-1212' }, ['A-1']],
    ['a word of the name', { name: 'elsa' }, ['A-1']],
    ['a word that two have', { name: 'PROVSSON' }, ['A-1', 'A-2']],
    ['two words, in any order', { name: 'provsson, adam' }, ['A-2']],
    ['two words that nobody has both of', { name: 'Elsa Nyman' }, []],
    ['a piece of a word', { name: 'Provs' }, []],
    ['the street', { name: 'Hemligvägen' }, []],
    ['a piece of the number', { name: '191212' }, []],
    ['another’s number', { number: '199006022397' }, []],
  ])('by %s finds who has it', async (_by, sought, cases) => {
    expect((await caseNosFor(head, sought)).toSorted()).toEqual(cases);
  });

  const { names } = JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../../fixtures/from-the-field/search-joined-and-plain-names/expected.json'),
      'utf8',
    ),
  );
  it.each(Object.entries<string[]>(names))('from the field: %s, as others spell it', async (name, spellings) => {
    await save(officer, 'A-3', { name });
    for (const sought of [name, ...spellings]) {
      expect(await caseNosFor(nightPatrol, { name: sought }), sought).toEqual(['A-3']);
      expect(await caseNosFor(head, { name: `${sought} Elsa` })).toEqual([]);
    }
    await save(officer, 'A-3', { name: 'Ny Kundsson' });
    for (const sought of spellings) expect(await caseNosFor(head, { name: sought })).toEqual([]);
  });

  it('shows each role what it needs and no more', async () => {
    const both = { name: 'Provsson' };
    expect(await found(officer, both)).toEqual([
      { caseNo: 'A-1', officerId: 'O1', own: true, name: 'Elsa Provsson' },
      { caseNo: 'A-2', officerId: 'O2', own: false },
    ]);
    expect(await found(head, both)).toEqual([
      { caseNo: 'A-1', officerId: 'O1', own: false, name: 'Elsa Provsson' },
      { caseNo: 'A-2', officerId: 'O2', own: false, name: 'Adam Provsson' },
    ]);
    expect(await found(nightPatrol, both)).toMatchObject([
      { caseNo: 'A-1', hasProvider: true, provider: { id: 'P1', name: 'Omsorg Ett AB' } },
      { caseNo: 'A-2', hasProvider: true, provider: { id: 'P2', name: 'Kommunens hemtjänst' } },
    ]);
    expect((await search(nightPatrol, both)).text).not.toMatch(/provsson|officerId/i);
    for (const who of [manager, coordinator, nurse]) expect((await search(who, both)).status).toBe(403);
  });

  it('by the night patrol tells that nobody has the case now', async () => {
    await save(officer, 'A-3', { name: 'Ny Kundsson' });
    await world.register({ caseNo: 'A-4', to: '2026-10-11' });
    await save(officer, 'A-4', { name: 'Före Kundsson' });
    expect(await found(nightPatrol, { name: 'Kundsson' })).toEqual([
      { caseNo: 'A-3', hasProvider: false },
      { caseNo: 'A-4', hasProvider: false },
    ]);
  });

  it('hides somebody protected from all but the officer of the case', async () => {
    await save(officer, 'A-1', { ...elsa, protected: true });
    for (const who of [colleague, head, nightPatrol]) {
      expect(await caseNosFor(who, { name: 'Elsa' })).toEqual([]);
      expect(await caseNosFor(who, { number: elsa.personnummer })).toEqual([]);
    }
    expect(await caseNosFor(officer, { name: 'Elsa' })).toEqual(['A-1']);
  });

  it('finds nobody by what they no longer are called', async () => {
    await save(officer, 'A-1', { ...elsa, name: 'Elsa Nyman', personnummer: '190104132386' });
    expect(await caseNosFor(head, { name: 'Provsson' })).toEqual(['A-2']);
    expect(await caseNosFor(head, { number: elsa.personnummer })).toEqual([]);
    expect(await caseNosFor(head, { name: 'Nyman Elsa' })).toEqual(['A-1']);
    expect(await caseNosFor(head, { number: '190104132386' })).toEqual(['A-1']);
  });

  it('finds whom an order or a file has named, too', async () => {
    const services = [{ code: 'OMV', minutesPerMonth: 60 }];
    const body = { caseNo: 'A-7', providerId: 'P1', services, customer: { name: 'Berit Beställd' } };
    expect((await world.call('placeOrder', officer, { body })).status).toBe(201);
    expect(await caseNosFor(head, { name: 'Beställd' })).toEqual(['A-7']);
  });

  it('is logged with its reason under each case that it showed, and also when it showed none', async () => {
    await search(colleague, { name: 'Provsson' });
    const row = { by: { userId: 'O2', role: 'officer' }, entry: 'searchPeople', reason };
    expect((await accessRows('A-1')).slice(1)).toMatchObject([{ ...row, caseNos: ['A-1'] }]);
    expect((await accessRows('A-2')).slice(1)).toMatchObject([{ ...row, caseNos: ['A-2'] }]);
    await search(colleague, { name: 'Ingen' });
    expect(await accessRows('-')).toMatchObject([{ ...row, caseNos: [] }]);
    expect(JSON.stringify(await accessRows('-'))).not.toMatch(/ingen/i);
  });

  it.each([
    ['no reason', { name: 'Elsa', reason: undefined }, 'body.reason', 'missing-field'],
    ['a reason of two letters', { name: 'Elsa', reason: 'ok' }, 'body.reason', 'too-little'],
    ['a number in the reason', { name: 'Elsa', reason: 'söker 191212121212' }, 'body.reason', 'person-id-in-text'],
    ['nothing to look for', {}, 'body.number', 'number-or-name'],
    ['both', { name: 'Elsa', number: '191212121212' }, 'body.number', 'number-or-name'],
    ['no number', { number: '123' }, 'body.number', 'bad-personnummer'],
    ['no word', { name: '. ,' }, 'body.name', 'bad-value'],
  ])('with %s is refused, and not logged', async (_what, sought, where, code) => {
    expect(await search(officer, sought)).toMatchObject({ status: 422, body: { faults: [{ at: where, code }] } });
    expect(await accessRows('-')).toEqual([]);
  });

  it('may be made thirty times an hour by each, and again when the hour has passed', async () => {
    for (let n = 0; n < 30; n++) expect((await search(officer, { name: 'Ingen' })).status).toBe(200);
    const refused = await search(officer, { name: 'Elsa' });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-searches' } });
    expect(refused.body.items).toBeUndefined();
    expect((await search(colleague, { name: 'Elsa' })).status).toBe(200);
    world.sleepTo('2026-10-12', '09:59');
    expect((await search(officer, { name: 'Elsa' })).status).toBe(429);
    world.sleepTo('2026-10-12', '10:00');
    expect((await search(officer, { name: 'Elsa' })).status).toBe(200);
  });

  it('is not got round by searching many at once, nor by standing in for somebody', async () => {
    const week = { from: '2026-10-12', to: '2026-10-18' };
    const standIn = { forUserId: 'O2', deputyUserId: 'O1', role: 'officer', ...week };
    await world.call('appointDeputy', head, { body: standIn });
    for (let n = 0; n < 30; n++) await search(officer, { name: 'Ingen' });
    const body = { name: 'Elsa', reason };
    const acting = await world.call('searchPeople', officer, { body, headers: { 'x-acting-for': 'O2' } });
    expect(acting.status).toBe(429);
    const many = await Promise.all(Array.from({ length: 40 }, () => search(head, { name: 'Ingen' })));
    const statuses = many.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(30);
    expect((await world.table.query({ pk: 'ACCESS#-' })).items.length).toBe(
      30 + statuses.filter((status) => status === 200).length,
    );
  });

  it('that leads to more than a page says so', async () => {
    for (let n = 0; n < 51; n++) await save(officer, `B-${100 + n}`, { name: `Vanlig Namn${n}` });
    const many = await search(head, { name: 'Vanlig' });
    expect([many.body.items.length, many.body.more]).toEqual([50, true]);
    expect((await search(head, { name: 'Namn7 Vanlig' })).body).toMatchObject({
      items: [{ caseNo: 'B-107' }],
      more: false,
    });
  });

  it('leaves nothing readable: no table, letter, journal, log or kept answer holds a word of anybody', async () => {
    world = await aWorld({ date: '2026-10-12', clock: '09:00', keepsTable: true });
    await world.register({ caseNo: 'A-1' });
    await save(officer, 'A-1', elsa);
    for (const who of [officer, head, nightPatrol]) {
      await search(who, { name: 'Elsa Provsson' });
      await search(who, { number: elsa.personnummer });
    }
    const about = { to: 'provider:P1', caseNo: 'A-1', text: 'Ring mig i morgon.' };
    await world.call('sendMessage', officer, { body: about });
    await world.passTo('2026-10-13', '08:00');
    const kept = readdirSync(world.folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
    expect(kept).toContain('TRAIT#');
    for (const canary of ['Elsa', 'Provsson', 'provsson', '191212121212', '1212-1212', 'Hemligv', '174 06 05'])
      expect(kept).not.toContain(canary);
  });
});

describe('the night patrol reads whom its own urgent order is about', () => {
  const read = () => world.call('readIdentity', nightPatrol, { body: { caseNo: 'A-1', reason: 'akut i natt' } });
  const ordered = (role: string, time: string) => {
    const by = { userId: 'T1', role };
    const at = new Date(`2026-10-12T${time}:00+02:00`).toISOString();
    const row = { id: `J-${time}`, at, by, event: 'order-placed', caseNo: 'A-1', refs: { orderId: 'B-1' } };
    return world.put({ kind: 'put', over: 0, item: { pk: 'JOURNAL#CASE#A-1', sk: `AT#${at}#J-${time}`, data: row } });
  };
  beforeEach(() => save(officer, 'A-1', { ...elsa, relativePhone: '070-174 06 06' }));

  it('for a day and no longer, the name and the address and no more', async () => {
    await ordered('night-patrol', '08:30');
    expect((await read()).body.customer).toEqual({ name: 'Elsa Provsson', address: 'Hemligvägen 12' });
    expect(await accessRows('A-1')).toContainEqual(
      expect.objectContaining({ by: { userId: 'T1', role: 'night-patrol' }, reason: 'akut i natt' }),
    );
    world.sleepTo('2026-10-13', '08:30');
    expect((await read()).status).toBe(200);
    world.sleepTo('2026-10-13', '08:31');
    expect((await read()).status).toBe(404);
  });

  it('and nobody else: a case in which an officer has ordered does not exist', async () => {
    await ordered('officer', '08:30');
    const missing = await world.call('readIdentity', nightPatrol, { body: { caseNo: 'A-404', reason: 'akut i natt' } });
    expect(await read()).toEqual(missing);
  });

  it('nor anybody protected', async () => {
    await save(officer, 'A-1', { ...elsa, protected: true });
    await ordered('night-patrol', '08:30');
    expect((await read()).status).toBe(404);
    const own = await world.call('readIdentity', officer, { body: { caseNo: 'A-1', reason } });
    expect(own.body.customer.protected).toBe(true);
  });
});
