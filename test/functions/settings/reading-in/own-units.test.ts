import { beforeEach, describe, expect, it } from 'vitest';
import { readMunicipalityFile } from '../../../../functions/settings/reading-in/municipality-file.ts';
import { unitStore } from '../../../../shared/stores/unit-store.ts';
import { administrator, aWorld, head, type World } from '../../../support/a-world.ts';

const unit = (id: string, more: object = {}) => ({
  ...{ id, name: `Enhet ${id}`, board: 'Omsorgsnämnden', area: 'Norr', costCentre: '4110', pack: 'botkyrka' },
  ...more,
});
const person = (id: string, role: string, more: object = {}) => ({ id, role, email: `${id}@kommun.example`, ...more });
const base = {
  municipality: 'Exempelkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
  providers: [
    { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' },
    { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: 'p2@utforare.example' },
  ],
  officers: [{ id: 'O1', name: 'Ola Ett' }],
  cases: [],
};
const file = {
  ...base,
  units: [unit('A1'), unit('A2', { pack: 'halmstad' })],
  people: [
    person('AC1', 'ordering-manager', { unitId: 'A1' }),
    person('AC2', 'receiving-manager', { unitId: 'A2' }),
    person('AC3', 'economist'),
  ],
};
const faultsOf = (json: unknown) => {
  const read = readMunicipalityFile(json);
  return read.ok ? [] : (read.faults ?? []).map(({ at, code }) => `${at} ${code}`);
};

describe('a file with units of the municipality’s own', () => {
  it('may be without them, and is right with them', () => {
    expect(faultsOf(base)).toEqual([]);
    expect(faultsOf(file)).toEqual([]);
  });

  it('is told of everything that is wrong at once', () => {
    const wrong = {
      ...file,
      units: [
        ...file.units,
        unit('A1'),
        unit('A3', { pack: 'borta' }),
        unit('A4', { costCentre: undefined }),
        unit('A5', { name: 'Enhet 19121212-1212' }),
      ],
      people: [
        ...file.people,
        person('AC4', 'employee', { unitId: 'A9' }),
        person('AC5', 'contact-person'),
        person('AC6', 'finance', { unitId: 'A8' }),
      ],
    };
    const faults = faultsOf(wrong);
    expect(faults).toEqual(
      expect.arrayContaining([
        'units[2].id same-id-twice',
        'units[3].pack unknown-pack',
        'units[4].costCentre bad-value',
        'units[5].name person-id-in-text',
        'people[4].unitId missing-unit',
      ]),
    );
    expect(faults).toHaveLength(5);
    // A unit that cannot be read may be the one that is named.
    const { units } = wrong;
    expect(faultsOf({ ...wrong, units: units.slice(0, 4) })).toEqual([
      ...['units[2].id same-id-twice', 'people[3].unitId unknown-unit', 'people[4].unitId missing-unit'],
      ...['people[5].unitId unknown-unit', 'units[3].pack unknown-pack'],
    ]);
  });

  it('has no more of them than are shown as a whole', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => unit(`A${n}`));
    expect(faultsOf({ ...base, units: many(500) })).toEqual([]);
    expect(faultsOf({ ...base, units: many(501) })).toEqual(['units bad-value']);
  });
});

let world: World;
beforeEach(async () => {
  world = await aWorld({ hasUnits: true });
});
const stored = async (id: string) => (await unitStore(world.table).find(id))?.entity;
const unitOf = async (userId: string, role: string) =>
  (await world.call('getMe', { userId, role: role as 'head' })).body.roles?.[0]?.unitId;
const theirs = async () => [await unitOf('AC1', 'ordering-manager'), await unitOf('AC2', 'receiving-manager')];

describe('units are read in', () => {
  it('as a municipality is, with who belongs to them', async () => {
    const read = (body: object) => world.call('importMunicipality', administrator, { body: { file: body } });
    expect(await read(file)).toMatchObject({ status: 200, body: { units: 2, people: 4 } });
    expect(await stored('A2')).toEqual(unit('A2', { pack: 'halmstad' }));
    expect(await theirs()).toEqual(['A1', 'A2']);
    expect(await read({ ...file, units: [unit('A1', { name: 'Nytt namn' }), file.units[1]] })).toMatchObject({
      status: 200,
    });
    expect(await stored('A1')).toMatchObject({ name: 'Nytt namn' });
    // Nothing of a file that is wrong.
    expect(await read({ ...file, units: [unit('A7'), unit('A7')] })).toMatchObject({ status: 422 });
    expect(await stored('A7')).toBeUndefined();
  });

  type Row = { what: string; at: string; code?: string; was?: string; is?: string };
  async function readAgain(body: object): Promise<readonly Row[]> {
    const asked = await world.call('planImport', administrator, { body });
    const path = { importId: String(asked.body.importId) };
    await world.tick();
    const plan = await world.call('getImport', administrator, { path });
    await world.call('runImport', administrator, { path });
    for (let n = 0; n < 3; n++) await world.tick();
    return plan.body.rows.filter(({ what }: Row) => what !== 'LEFT_OUT' || plan.body.leftOut === 0);
  }
  const told = (rows: readonly Row[], what: string) => rows.filter((row) => row.what === what);

  it('and again by a plan: what is new, what is changed, and nothing of what stands', async () => {
    const first = await readAgain({ file });
    expect(told(first, 'FAULT')).toEqual([]);
    expect(told(first, 'NEW').map(({ at, is }) => `${at} ${is ?? ''}`)).toEqual(
      expect.arrayContaining(['units[0] A1', 'units[1] A2', 'people[0] ordering-manager']),
    );
    expect([await stored('A1'), await theirs()]).toEqual([unit('A1'), ['A1', 'A2']]);
    const changed = {
      ...file,
      units: [unit('A1', { costCentre: '4200', pack: 'helsingborg' }), file.units[1]],
      people: [file.people[0], person('AC2', 'receiving-manager', { unitId: 'A1' }), file.people[2]],
    };
    expect(told(await readAgain({ file: changed }), 'CHANGED').map(({ at, was, is }) => [at, was, is])).toEqual([
      ['units[0].costCentre', '4110', '4200'],
      ['units[0].pack', 'botkyrka', 'helsingborg'],
      ['people[1].unitId', 'A2', 'A1'],
    ]);
    expect([(await stored('A1'))?.costCentre, await theirs()]).toEqual(['4200', ['A1', 'A1']]);
    expect((await readAgain({ file: changed })).filter(({ what }) => what !== 'LEFT_OUT')).toEqual([]);
  });

  it('told of where a unit is not in the file, which ends none, or is not there at all', async () => {
    await readAgain({ file });
    const asked = await world.call('planImport', administrator, {
      body: {
        file: { units: [unit('A1'), unit('A1')], people: [person('AC9', 'employee', { unitId: 'A9' })] },
      },
    });
    await world.tick();
    const { rows } = (await world.call('getImport', administrator, { path: { importId: asked.body.importId } })).body;
    expect(told(rows, 'FAULT').map(({ at, code }) => `${at} ${code}`)).toEqual([
      'units[1].id same-id-twice',
      'people[0].unitId unknown-unit',
    ]);
    expect(told(rows, 'LEFT_OUT').map(({ at }) => at)).toEqual(expect.arrayContaining(['A2', 'E1', 'E2']));
    // People alone may name a unit that stands already.
    const alone = await readAgain({ file: { people: [person('AC9', 'employee', { unitId: 'A2' })] } });
    expect(told(alone, 'FAULT')).toEqual([]);
    expect(await unitOf('AC9', 'employee')).toBe('A2');
  });

  it('by the table of staff, whose column names the unit of a unit’s role', async () => {
    const row = (text: string) => `Id;Namn;E-post;Roll;Utförare;Enhet;Från;Till\n${text}\n`;
    const readTable = async (text: string) => {
      const upload = await world.call('openUpload', administrator, { body: { contentType: 'text/csv' } });
      const { documentId } = upload.body;
      await world.deps.documents.put('incoming', documentId, Buffer.from(row(text)), 'text/csv');
      return readAgain({ files: [{ name: 'personal.csv', documentId }] });
    };
    expect(told(await readTable('AC8;Ny;;receiving-coordinator;;E2;;'), 'FAULT')).toEqual([]);
    expect(await unitOf('AC8', 'receiving-coordinator')).toBe('E2');
    const faults = async (text: string) => told(await readTable(text), 'FAULT').map(({ at, code }) => `${at} ${code}`);
    expect(await faults('AC7;Ny;;employee;;;;')).toEqual(['Enhet missing-unit']);
    expect(await faults('AC7;Ny;;employee;;E9;;')).toEqual(['Enhet unknown-unit']);
    // Of anybody else it is what the house calls the place, and says no unit.
    expect(await faults('H7;Ny;;head;;Norr och söder;;')).toEqual([]);
    expect(await unitOf('H7', 'head')).toBeUndefined();
  });
});

it('nobody but an administrator reads units in', async () => {
  expect((await world.call('importMunicipality', head, { body: { file } })).status).toBe(403);
  expect(await stored('A1')).toBeUndefined();
});
