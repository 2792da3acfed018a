import { beforeEach, describe, expect, it } from 'vitest';
import { readMunicipalityFile } from '../../../../functions/settings/reading-in/municipality-file.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { administrator, aWorld, coordinator, head, type World } from '../../../support/a-world.ts';

const seller = {
  ...{ orgNo: '165567037485', street: 'Storgatan 1', postalCode: '793 31', city: 'Leksand', bankgiro: '5050-1055' },
  ...{ endpoint: { scheme: '0007', id: '5567037485' }, vat: 'S25' },
};
const kept = {
  ...{ organisationNumber: '556703-7485', address: 'Storgatan 1', postcode: '793 31', town: 'Leksand' },
  ...{ bankgiro: '5050-1055', endpoint: { scheme: '0007', id: '5567037485' }, vat: 'S25' },
};
const buyer = {
  ...{ name: 'Exempelkommun', orgNo: '212000-2270', street: 'Torget 1', postalCode: '793 80', city: 'Leksand' },
  ...{ endpoint: { scheme: '0007', id: '2120002270' }, buyerReference: 'VoO Kundval' },
};
const booking = {
  ...{ series: 'H', chart: 'KBAS2026', cost: { account: '4642', dims: { 1: '7110', 6: '5210' } } },
  debt: { account: '2440' },
};
const provider = { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' };
const second = { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal' };
const base = {
  ...{ municipality: 'Exempelkommun', month: '2026-10', rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }] },
  ...{ providers: [{ ...provider, ...seller }, second], officers: [{ id: 'O1' }], cases: [] },
  ...{ buyer, booking, people: [{ id: 'C9', role: 'head', email: 'c9@kommun.example', attestLimitOre: 400_000 }] },
};
const { buyer: _, booking: __, people: ___, ...plain } = { ...base, providers: [provider, second] };
const faultsOf = (json: unknown) => {
  const read = readMunicipalityFile(json);
  return read.ok ? [] : (read.faults ?? []).map(({ at }) => at);
};

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
const readIn = (file: object) => world.call('importMunicipality', administrator, { body: { file } });
async function imported(file: object) {
  const { importId } = (await world.call('planImport', administrator, { body: { file } })).body;
  await world.tick();
  const shown = (await world.call('getImport', administrator, { path: { importId } })).body;
  await world.call('runImport', administrator, { path: { importId } });
  await world.tick();
  return shown.rows as { at: string; is?: string; what: string }[];
}
const settings = async (who = administrator) => (await world.call('getSettings', who)).body;
const limitOf = async (userId: string) => {
  const { items } = (await world.call('listStaff', head)).body;
  return items.find((one: { userId: string; role: string }) => one.userId === userId && one.role === 'head')
    ?.attestLimitOre;
};

describe('what an invoice says of seller and buyer', () => {
  it('may be left out of the file, in part or whole, and each that is wrong is named', () => {
    expect(faultsOf(plain)).toEqual([]);
    expect(faultsOf(base)).toEqual([]);
    expect(faultsOf({ ...base, providers: [{ ...provider, bankgiro: null, vat: null }] })).toEqual([]);
    const wrong = {
      ...{ orgNo: '5567', street: '', postalCode: '7933', city: 7, bankgiro: '5050-105A', plusgiro: '-' },
      ...{ endpoint: { scheme: 'SE', id: '5567037485' }, vat: 'S12' },
    };
    const broken = {
      ...{ ...base, providers: [{ ...provider, ...wrong }], buyer: { ...buyer, orgNo: 'x', endpoint: '0007' } },
      ...{ booking: { ...booking, debt: {} }, people: [{ id: 'C9', role: 'head', attestLimitOre: -1 }] },
    };
    expect(faultsOf(broken).toSorted()).toEqual(
      [
        ...['orgNo', 'street', 'postalCode', 'city', 'bankgiro', 'plusgiro', 'endpoint.scheme', 'vat'].map(
          (field) => `providers[0].${field}`,
        ),
        ...['buyer.orgNo', 'buyer.endpoint', 'booking.debt.account', 'people[0].attestLimitOre'],
      ].toSorted(),
    );
  });

  it('is kept when the municipality is read in, stays when a file leaves it out, and is shown', async () => {
    expect((await readIn(base)).status).toBe(200);
    expect(await settings()).toMatchObject({ buyer, booking, providers: [{ id: 'P1', ...kept }, { id: 'P2' }] });
    expect((await readIn(plain)).status).toBe(200);
    expect(await settings()).toMatchObject({ buyer, booking, providers: [{ id: 'P1', ...kept }, { id: 'P2' }] });
    expect(await settings(coordinator)).not.toHaveProperty('booking');
    expect(await limitOf('C9')).toBe(400_000);
  });

  it('is said of the municipality alone, as the portal sends it, and everything wrong is named', async () => {
    await readIn(plain);
    const rows = await imported({ buyer, booking });
    expect(rows.filter(({ what }) => what === 'fault')).toEqual([]);
    expect(await settings()).toMatchObject({ buyer, booking });
    const wrong = await imported({ buyer: { ...buyer, orgNo: 'x' }, booking: { ...booking, series: 'små' } });
    expect(wrong.map(({ at }) => at)).toEqual(expect.arrayContaining(['buyer.orgNo', 'booking.series']));
    expect(await settings()).toMatchObject({ buyer, booking });
  });

  it('of an account is journalled with who changed it when a file changes it (L-40)', async () => {
    await readIn(base);
    await imported({ ...base, providers: [{ ...provider, ...seller, bankgiro: '5050-1056' }, second] });
    const rows = await world.monthJournal('NONE', 'P1');
    expect(rows.filter((row) => row.startsWith('provider-account-changed'))).toEqual([
      'provider-account-changed L-40 D1',
    ]);
  });

  it('comes by an import too, and only what differs is told', async () => {
    const rows = await imported(base);
    expect(rows.filter(({ at }) => at.startsWith('providers[0]')).map(({ at, is }) => [at, is])).toEqual(
      expect.arrayContaining([
        ['providers[0].organisationNumber', '556703-7485'],
        ['providers[0].endpoint', '0007:5567037485'],
        ['providers[0].vat', 'S25'],
      ]),
    );
    expect(await settings()).toMatchObject({ buyer, booking, providers: [{ id: 'P1', ...kept }, { id: 'P2' }] });
    expect((await imported(base)).filter(({ what }) => what === 'CHANGED')).toEqual([]);
    const [told] = await imported({ ...base, people: [{ ...base.people[0], attestLimitOre: 500_000 }] });
    expect(told).toMatchObject({ at: 'people[0].attestLimitOre', was: '400000', is: '500000' });
    expect(await limitOf('C9')).toBe(500_000);
  });

  it('is changed where the provider is saved, and stays where it is left out', async () => {
    const save = (more: object) =>
      world.call('saveProvider', administrator, {
        path: { providerId: 'P1' },
        body: { number: 1, name: provider.name, kind: 'private', email: provider.email, ...more },
      });
    await save({ vat: 'S25', endpoint: { scheme: '0007', id: '5567037485' } });
    const stored = async () => (await providerStore(world.table).find('P1'))?.entity;
    await save({});
    expect(await stored()).toMatchObject({ vat: 'S25', endpoint: { scheme: '0007', id: '5567037485' } });
    await save({ vat: 'E', endpoint: { scheme: '0088', id: '7300010000001' } });
    expect(await stored()).toMatchObject({ vat: 'E', endpoint: { scheme: '0088', id: '7300010000001' } });
    expect((await save({ endpoint: { scheme: 'SE', id: '1' } })).status).toBe(422);
  });
});
