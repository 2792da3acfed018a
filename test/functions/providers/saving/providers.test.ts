import { describe, expect, it } from 'vitest';
import { isOpenOn, standingOn } from '../../../../shared/domain/provider-standing.ts';
import { administrator, aWorld, coordinator, officer, type World } from '../../../support/a-world.ts';

const body = { number: 3, name: 'Omsorg Tre AB', kind: 'private', email: 'p3@utforare.example' };
const save = (world: World, id: string, over: object = {}, headers: Record<string, string> = {}) =>
  world.call('saveProvider', administrator, { path: { providerId: id }, body: { ...body, ...over }, headers });
const services = [{ code: 'OMV', minutesPerMonth: 600 }];

describe('how a provider stands on a day (A14)', () => {
  it.each([
    ['always, where nothing is said', {}, 'OPEN'],
    ['before its first day', { approvedFrom: '2026-11-03' }, 'NOT_YET'],
    ['on its last day', { approvedTo: '2026-11-02' }, 'OPEN'],
    ['after it', { approvedTo: '2026-11-01' }, 'ENDED'],
    ['paused for good', { paused: { from: '2026-11-02', reason: 'x' } }, 'PAUSED'],
    ['on the last day of a pause', { paused: { from: '2026-10-01', to: '2026-11-02', reason: 'x' } }, 'PAUSED'],
    ['the day after a pause', { paused: { from: '2026-10-01', to: '2026-11-01', reason: 'x' } }, 'OPEN'],
    ['the day before a pause', { paused: { from: '2026-11-03', reason: 'x' } }, 'OPEN'],
    ['before its permit', { permit: { from: '2026-11-03' } }, 'NO_PERMIT'],
    ['on the last day of its permit', { permit: { from: '2026-01-01', to: '2026-11-02' } }, 'OPEN'],
    ['after its permit', { permit: { from: '2026-01-01', to: '2026-11-01' } }, 'NO_PERMIT'],
    [
      'as soon as its end is decided',
      { ending: { batchId: 'F', lastDay: '2026-12-31', at: '2026-11-01T10:00:00.000Z', by: 'D1' } },
      'ENDED',
    ],
  ] as const)('%s', (_when, approval, standing) => {
    expect(standingOn(approval, '2026-11-02')).toBe(standing);
    expect(isOpenOn(approval, '2026-11-02')).toBe(standing === 'OPEN');
  });
});

describe('a provider', () => {
  it('is approved with its contacts and areas, joins the list last, and is open from its first day (L-06)', async () => {
    const world = await aWorld();
    const both = [
      { providerId: 'P1', number: 1 },
      { providerId: 'P2', number: 2 },
    ];
    await world.call('arrangeTurns', officer, { body: { providers: both } });
    const details = {
      ...{ phone: '0247-100 00', areas: ['NORR'], offers: 'Vi talar finska.', approvedFrom: '2026-11-10' },
      contacts: [{ name: 'Kontakt Ett', phone: '070-000 00 01', email: 'jour@utforare.example' }],
    };
    const first = await save(world, 'P3', details);
    expect(first).toMatchObject({ status: 201, body: { id: 'P3', version: 1, ...details } });
    const list = (await world.call('listTurns', officer)).body;
    expect(list.providers.at(-1)).toEqual({
      providerId: 'P3',
      name: 'Omsorg Tre AB',
      number: 3,
      place: 3,
      notNow: 'NOT_YET',
    });
    const place = (caseNo: string, from: string) =>
      world.call('placeOrder', officer, { body: { caseNo, providerId: 'P3', services, from } });
    expect(await place('A-1', '2026-11-09')).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'provider-not-open' }] },
    });
    expect((await place('A-1', '2026-11-10')).status).toBe(201);

    // Another provider is shown what the public is, and not who answers the phone.
    const theirs = await world.call('getSettings', coordinator);
    expect(theirs.body.providers.at(-1)).toMatchObject({ id: 'P3', offers: 'Vi talar finska.' });
    expect(theirs.text).not.toContain('Kontakt Ett');
    expect((await world.call('getSettings', officer)).text).toContain('Kontakt Ett');
  });

  it('may have an address with å, ä or ö in its domain, kept as it is written, and none that is no address', async () => {
    const world = await aWorld();
    expect(await save(world, 'P3', { email: 'info@hemtjänst.example' })).toMatchObject({
      status: 201,
      body: { email: 'info@hemtjänst.example' },
    });
    for (const email of [
      'p1@exa mple.se',
      'a@example.se, b@example.se',
      'a@example.se\nBcc: x@example.se',
      'å@example.se',
    ])
      expect(await save(world, 'P3', { email, contacts: [{ phone: '070-000 00 01', email }] })).toMatchObject({
        status: 422,
        body: {
          faults: [
            { at: 'body.email', code: 'bad-email' },
            { at: 'body.contacts.0.email', code: 'bad-email' },
          ],
        },
      });
  });

  it('has a number of its own, keeps its kind, and keeps the number that stands on the list (L-07)', async () => {
    const world = await aWorld();
    const places = (answer: { body: { faults: { at: string; code: string }[] } }) =>
      answer.body.faults.map(({ at, code }) => `${at} ${code}`);
    expect(places(await save(world, 'P3', { number: 2 }))).toEqual(['body.number number-taken']);
    await save(world, 'P3');
    const all = [1, 2, 3].map((number) => ({ providerId: `P${number}`, number }));
    await world.call('arrangeTurns', officer, { body: { providers: all } });
    expect(places(await save(world, 'P3', { number: 4, kind: 'municipal' }))).toEqual([
      'body.number number-on-list',
      'body.kind provider-kind-fixed',
    ]);
    expect((await save(world, 'P3', { name: 'Nytt namn' }, { 'if-match': '"9"' })).body.code).toBe('stale-version');
    expect(await save(world, 'P3', { name: 'Nytt namn' })).toMatchObject({
      status: 200,
      body: { name: 'Nytt namn', approvedFrom: '2026-11-02' },
    });
  });

  it('is paused and resumed, keeping its details and its turn (A13)', async () => {
    const world = await aWorld();
    await save(world, 'P3');
    const path = { providerId: 'P3' };
    const pause = (over: object) =>
      world.call('pauseProvider', administrator, { path, body: { from: '2026-11-02', reason: 'semester', ...over } });
    expect((await pause({ to: '2026-11-01' })).status).toBe(422);
    expect((await pause({ to: '2026-11-20' })).body).toMatchObject({ paused: { to: '2026-11-20' }, version: 2 });
    expect((await save(world, 'P3', { name: 'Nytt' })).body).toMatchObject({ paused: { reason: 'semester' } });
    const placed = await world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P3', services } });
    expect(placed.status).toBe(422);
    expect((await world.call('resumeProvider', administrator, { path, body: {} })).body.paused).toBeUndefined();
    expect(await world.call('resumeProvider', administrator, { path, body: {} })).toMatchObject({ status: 409 });
    expect(await world.monthJournal('NONE', 'P3')).toEqual([
      'provider-approved L-06 D1',
      'provider-paused A13 D1',
      'provider-changed L-06 D1',
      'provider-resumed A13 D1',
    ]);
  });

  it('is journalled with who changed the account that it is paid to, however it was written (L-40)', async () => {
    const world = await aWorld();
    await save(world, 'P3', { bankgiro: '5050-1055' });
    await save(world, 'P3', { bankgiro: '50501055' });
    await save(world, 'P3', { bankgiro: '5050-1056' });
    await save(world, 'P3', { plusgiro: '12345-6' });
    const rows = await world.monthJournal('NONE', 'P3');
    expect(rows.filter((row) => row.startsWith('provider-account'))).toEqual([
      'provider-account-changed L-40 D1',
      'provider-account-changed L-40 D1',
    ]);
  });

  it('that has ended is approved anew only from a day after its last', async () => {
    const world = await aWorld();
    await save(world, 'P3');
    await world.call('endProvider', administrator, {
      path: { providerId: 'P3' },
      body: { lastDay: '2026-11-30', to: 'TURNS' },
    });
    expect((await save(world, 'P3')).body).toMatchObject({ approvedTo: '2026-11-30' });
    const anew = (await save(world, 'P3', { approvedFrom: '2027-01-01' })).body;
    expect([anew.approvedTo, anew.ending, anew.approvedFrom]).toEqual([undefined, undefined, '2027-01-01']);
  });
});

describe('a person’s number in what is written of a provider', () => {
  const contact = { name: 'Kontakt Ett', phone: '070-000 00 01', email: 'jour@utforare.example' };
  it.each<[string, object]>([
    ['body.name', { name: 'Omsorg Kund191212121212' }],
    ['body.offers', { offers: 'Vi talar finska.\nRing Elsa, 19121212-1212.' }],
    ['body.email', { email: '19121212-1212@utforare.example' }],
    ['body.phone', { phone: '19121212-1212' }],
    ['body.contacts.0.name', { contacts: [{ ...contact, name: 'Elsa 1912-12-12-1212' }] }],
    ['body.contacts.0.phone', { contacts: [{ ...contact, phone: '191212121212' }] }],
    ['body.contacts.0.email', { contacts: [{ ...contact, email: 'elsa191212121212@utforare.example' }] }],
  ])('is refused at %s, and nothing is kept', async (at, over) => {
    const world = await aWorld();
    const { status, body: told, text } = await save(world, 'P3', over);
    expect([status, told]).toMatchObject([422, { code: 'bad-request', faults: [{ at, code: 'person-id-in-text' }] }]);
    expect(told.faults).toHaveLength(1);
    expect(text).not.toContain('1212');
    expect((await world.call('getSettings', officer)).text).not.toContain('P3');
  });

  it('is refused in why it is paused', async () => {
    const world = await aWorld();
    const pause = { from: '2026-11-02', reason: 'Elsa 191212121212 är sjuk' };
    expect(await world.call('pauseProvider', administrator, { path: { providerId: 'P1' }, body: pause })).toMatchObject(
      { status: 422, body: { faults: [{ at: 'body.reason', code: 'person-id-in-text' }] } },
    );
  });

  it('is no telephone’s, whose ten digits may fall out as a date, nor an organisation’s', async () => {
    const world = await aWorld();
    const phones = { phone: '0512312398', contacts: [{ ...contact, phone: '0701740607' }] };
    const offers = 'Org.nr 556703-7485. Ring 0701740607.';
    expect((await save(world, 'P3', { ...phones, offers })).status).toBe(201);
  });
});

it('keeps where a provider is written to and paid when it is not mentioned', async () => {
  const world = await aWorld();
  const place = { organisationNumber: '556000-1234', address: 'Storgatan 1', postcode: '793 31', town: 'Leksand' };
  await save(world, 'P3', { ...place, bankgiro: '123-4567', plusgiro: '12345-6' });
  expect((await save(world, 'P3', { town: 'Insjön' })).body).toMatchObject({
    ...place,
    ...{ town: 'Insjön', bankgiro: '123-4567', plusgiro: '12345-6' },
  });
});
