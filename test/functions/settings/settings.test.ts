import { beforeEach, describe, expect, it } from 'vitest';
import { administrator, aWorld, coordinator, everyone, head, officer, type World } from '../../support/a-world.ts';

const file = {
  municipality: 'Provkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 41_000 }],
  providers: [
    { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'ny@utforare.example' },
    { id: 'P7', kind: 'municipal' },
  ],
  officers: [{ id: 'O7', name: 'Ola Sju', email: 'o7@kommun.example' }],
  people: [
    { id: 'H7', role: 'head', name: 'Hedda Sju', email: 'h7@kommun.example' },
    { id: 'M7', role: 'provider-manager', providerId: 'P7' },
    { id: 'N7', role: 'nurse' },
  ],
  cases: [
    {
      caseNo: 'C-1',
      providerId: 'P1',
      officerId: 'O7',
      customer: { name: 'Anna Provsson', personnummer: '191212121212' },
      services: [{ code: 'OMV', minutesPerMonth: 600 }],
      from: '2025-01-01',
      to: '2026-10-12',
    },
    {
      caseNo: 'C-1',
      providerId: 'P7',
      officerId: 'O7',
      services: [{ code: 'OMV', minutesPerMonth: 600 }],
      from: '2026-10-13',
      to: null,
    },
    { caseNo: 'C-2', providerId: 'P7', officerId: 'O7', services: [], from: '2025-01-01' },
  ],
};

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
const readIn = (body: object = { file }, more: object = {}) =>
  world.call('importMunicipality', administrator, { body, ...more });

it('keeps the routine, its settings and the address when they are left out', async () => {
  const chosen = { pack: 'sn2016-840', set: ['cutoff.time=13:00'], invoiceAddress: 'Ekonomi 7' };
  const stored = async () => {
    const { body } = await world.call('getSettings', administrator);
    return [body.pack, body.invoiceAddress, JSON.stringify(body).includes('13:00')];
  };
  expect((await readIn({ ...chosen, file })).status).toBe(200);
  const before = await stored();
  expect(before).toEqual([expect.anything(), 'Ekonomi 7', true]);
  expect((await readIn({ file })).status).toBe(200);
  expect(await stored()).toEqual(before);
  expect((await readIn({ pack: 'leksand', file })).status).toBe(200);
  expect((await stored())[2]).toBe(false);
});

const everyRow = async () => {
  const pks = [
    'CASE#C-1',
    'CASE#C-2',
    'PERSON#C-1',
    'PROVIDER#P1',
    'PROVIDER#P7',
    'USER#O7',
    'USER#H7',
    'USER#M7',
    'USER#N7',
  ];
  const pages = await Promise.all(pks.map((pk) => world.table.query({ pk })));
  return pages.flatMap(({ items }) => items.map(({ pk, sk }) => `${pk} ${sk}`));
};

describe('a municipality is read in', () => {
  it('with its turn list, drawn up by number and never anew (L-06), its areas and its ceilings (L-73)', async () => {
    const listed = async () => {
      const { body } = await world.call('listTurns', officer);
      return body.providers.map(
        ({ providerId, number }: { providerId: string; number: number }) => `${number} ${providerId}`,
      );
    };
    const providers = [
      file.providers[0],
      { ...file.providers[1], phone: '0247-100 00', areas: ['NORR'], ceilingHours: 11 },
    ];
    await readIn({ file: { ...file, providers } });
    // P2 stands in the register already, under the number that P7 would have had.
    expect(await listed()).toEqual(['1 P1', '2 P7', '3 P2']);
    const capacity = await world.call('getCapacity', officer, { path: { providerId: 'P7' } });
    expect(capacity.body).toMatchObject({ ceiling: { value: 11, unit: 'HOURS_PER_MONTH' }, used: 10, state: 'NEAR' });
    const settings = await world.call('getSettings', officer);
    expect(settings.body.providers.at(-1)).toMatchObject({ id: 'P7', phone: '0247-100 00', areas: ['NORR'] });
    expect(settings.text).not.toContain('ceilingHours');

    await world.call('pauseProvider', administrator, {
      path: { providerId: 'P7' },
      body: { from: '2026-11-02', reason: 'x' },
    });
    await readIn({ file: { ...file, providers: [...providers, { id: 'P8', kind: 'private', number: 8 }] } });
    expect(await listed()).toEqual(['1 P1', '2 P7', '3 P2', '8 P8']);
    expect((await world.call('getSettings', officer)).body.providers).toMatchObject([
      {},
      {},
      { id: 'P7', paused: { reason: 'x' } },
      { id: 'P8' },
    ]);
    await world.tick();
    expect(await world.letters()).toEqual([]);
  });

  it('with its providers, people, cases and customers, and said so in the journal', async () => {
    expect(await readIn()).toMatchObject({ status: 200, body: { providers: 2, people: 4, cases: 2 } });
    expect(await everyRow()).toEqual([
      'CASE#C-1 ASSIGNMENT#2025-01-01#P1#B-1',
      'CASE#C-1 ASSIGNMENT#2026-10-13#P7#B-2',
      'CASE#C-1 CASE',
      'CASE#C-1 DEADLINE#D17',
      'CASE#C-1 PERSON',
      'CASE#C-2 CASE',
      'PERSON#C-1 IDENTITY',
      'PROVIDER#P1 PROVIDER',
      'PROVIDER#P7 PROVIDER',
      'USER#O7 MEMBERSHIP#officer',
      'USER#H7 MEMBERSHIP#head',
      'USER#M7 MEMBERSHIP#provider-manager',
      'USER#N7 MEMBERSHIP#nurse',
    ]);
    const identity = { caseNo: 'C-1', reason: 'provar' };
    const read = await world.call('readIdentity', { userId: 'O7', role: 'officer' }, { body: identity });
    expect(read.body.customer).toEqual({ name: 'Anna Provsson', personnummer: '191212121212' });
    expect(await world.monthJournal('NONE', 'NONE')).toEqual(['municipality-imported - D1']);
  });

  it('again adds nothing twice: what stands is kept, what has changed of people and rates is taken', async () => {
    await readIn();
    const before = await everyRow();
    const changed = { ...file, rates: [{ validFrom: '2026-01-01', orePerHour: 42_000 }] };
    expect(await readIn({ file: changed })).toMatchObject({ status: 200, body: { cases: 0 } });
    expect(await everyRow()).toEqual(before);
    expect((await world.call('getSettings', officer)).body.rates).toEqual(changed.rates);
  });

  it('with its routine’s parameters', async () => {
    await readIn({ file, pack: 'leksand', set: ['confirm.within=PT4H'], invoiceAddress: 'Box 1' });
    const { body } = await world.call('getSettings', coordinator);
    expect(body).toMatchObject({
      municipality: 'Provkommun',
      pack: { name: 'leksand' },
      invoiceAddress: 'Box 1',
      parameters: { 'confirm.within': 'PT4H', wrongBasis: 'GRANTED' },
    });
    expect(body.providers).toMatchObject([
      { id: 'P1', email: 'ny@utforare.example' },
      { id: 'P2' },
      { id: 'P7', number: 2, name: 'P7', kind: 'municipal', email: '' },
    ]);
  });
});

describe('every fault is named at once, and nothing is read in', () => {
  const [one, ...others] = file.cases;
  it.each<[string, object, string, string[]]>([
    [
      'in the file',
      {
        file: {
          ...file,
          rates: [{ validFrom: '2026-01-02', orePerHour: 1 }],
          cases: [{ ...one, providerId: 'P9' }, ...others],
        },
      },
      'bad-cases',
      ['rates[0].validFrom rate-not-on-first', 'cases[0].providerId unknown-provider'],
    ],
    ['in nothing at all', { file: 'x' }, 'bad-cases', []],
    ['in the name of the routine', { file, pack: 'nowhere' }, 'bad-request', ['body.pack unknown-pack']],
    [
      'in its settings',
      { file, set: ['confirm.within=4', 'nothing=1'] },
      'bad-settings',
      ['confirm.within bad-setting', 'nothing unknown-setting'],
    ],
    [
      'in an address that no statement can carry',
      { file, invoiceAddress: 'x'.repeat(201) },
      'bad-request',
      ['body.invoiceAddress too-much'],
    ],
    [
      'in a person’s number in what statements and pages show',
      {
        file,
        invoiceAddress: 'Box 1, 19121212-1212',
        help: { phone: '191212121212', email: 'x191212121212@k.example' },
      },
      'bad-request',
      ['body.invoiceAddress', 'body.help.phone', 'body.help.email'].map((at) => `${at} person-id-in-text`),
    ],
    [
      'in a person’s number in the name of a provider',
      { file: { ...file, providers: [{ ...file.providers[0], name: 'Elsa 191212121212' }, file.providers[1]] } },
      'bad-cases',
      ['providers[0].name person-id-in-text'],
    ],
    [
      'in names that no statement can carry',
      {
        file: {
          ...file,
          municipality: 'x'.repeat(201),
          providers: [{ ...file.providers[0], name: 'x'.repeat(201) }, file.providers[1]],
          people: [{ ...file.people[0], name: 'x'.repeat(201) }],
        },
      },
      'bad-cases',
      ['municipality bad-value', 'providers[0].name bad-value', 'people[0].name bad-value'],
    ],
  ])('%s', async (_what, body, code, faults) => {
    const answer = await readIn(body);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    const told = answer.body.faults.map((fault: { at: string; code: string }) => `${fault.at} ${fault.code}`);
    expect(told).toEqual(expect.arrayContaining(faults));
    if (faults.length > 0) expect(told).toHaveLength(faults.length);
    expect(await everyRow()).toEqual(['PROVIDER#P1 PROVIDER']);
    expect((await world.call('getSettings', head)).body.municipality).toBe('Exempelkommun');
  });

  it('repeating nobody’s number', async () => {
    const cases = [{ ...one, caseNo: '19121212-1212' }];
    expect((await readIn({ file: { ...file, cases } })).text).not.toContain('1212-1212');
  });
});

describe('what anybody may read without signing in (L-04)', () => {
  const read = async () => (await world.call('listPublicProviders', undefined)).body;

  it('is whose portal it is, its colour, whom to call, and the providers that take customers today', async () => {
    await readIn({ file, brand: '#14505C', help: { phone: '08-465 004 00', email: 'hjalp@kommun.example' } });
    const details = { number: 8, name: 'Åttan', kind: 'private', email: '', offers: 'Dag och kväll' };
    await world.call('saveProvider', administrator, { path: { providerId: 'P8' }, body: details });
    const { municipality, theme, help, providers } = await read();
    expect({ municipality, theme, help }).toEqual({
      municipality: 'Provkommun',
      theme: { brand: '#14505C' },
      help: { phone: '08-465 004 00', email: 'hjalp@kommun.example' },
    });
    expect(providers.at(-1)).toEqual({ id: 'P8', number: 8, name: 'Åttan', kind: 'private', offers: 'Dag och kväll' });
    const before = providers.map(({ id }: { id: string }) => id);
    await world.call('pauseProvider', administrator, {
      path: { providerId: 'P8' },
      body: { from: '2026-01-01', reason: 'x' },
    });
    const after = await read();
    expect(after.providers.map(({ id }: { id: string }) => id)).toEqual(before.filter((id: string) => id !== 'P8'));
  });

  it('keeps colour and help when a file is read in again without them, and takes no colour that is none', async () => {
    await readIn({ file, brand: '#14505c', help: { phone: '08-465 004 00' } });
    await readIn();
    expect(await read()).toMatchObject({ theme: { brand: '#14505c' }, help: { phone: '08-465 004 00' } });
    const wrong = await readIn({ file, brand: 'red;}', help: { email: 'nej' } });
    expect(wrong.status).toBe(422);
    expect(wrong.body.faults.map(({ at }: { at: string }) => at).sort()).toEqual(['body.brand', 'body.help.email']);
  });
});

it('only an administrator reads in, and everyone sees what is in force', async () => {
  for (const who of everyone) {
    const outside = who.role === 'night-patrol' || who.role === 'nurse';
    expect((await world.call('getSettings', who)).status).toBe(outside ? 403 : 200);
    if (who.role !== 'administrator') {
      expect((await world.call('importMunicipality', who, { body: { file } })).status).toBe(403);
    }
  }
});

it('a role is held only on its days', async () => {
  const { membershipStore } = await import('../../../shared/stores/membership-store.ts');
  const summer = { userId: 'V1', role: 'officer', from: '2026-11-03', to: '2026-11-04' } as const;
  await world.put(membershipStore(world.table).save(summer, undefined));
  const status = async (date: string, time: string) => {
    world.sleepTo(date, time);
    return (await world.call('listTasks', summer)).status;
  };
  expect(await status('2026-11-02', '23:59')).toBe(403);
  expect(await status('2026-11-03', '00:00')).toBe(200);
  expect(await status('2026-11-04', '23:59')).toBe(200);
  expect(await status('2026-11-05', '00:00')).toBe(403);
});
