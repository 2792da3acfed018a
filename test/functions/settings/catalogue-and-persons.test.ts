import { beforeEach, describe, expect, it } from 'vitest';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { administrator, aWorld, type World } from '../../support/a-world.ts';

const omv = [{ code: 'OMV', minutesPerMonth: 1200 }];
const aCase = (caseNo: string, more: object = {}) => ({
  ...{ caseNo, providerId: 'P1', officerId: 'O1', services: omv, from: '2025-03-01', to: null },
  ...more,
});
const fileOf = (cases: readonly object[]) => ({
  municipality: 'Exempelkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
  providers: [
    { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' },
    { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: 'p2@utforare.example' },
  ],
  officers: [{ id: 'O1', name: 'Ola Ett' }],
  cases,
});

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
const atOnce = (cases: readonly object[]) =>
  world.call('importMunicipality', administrator, { body: { file: fileOf(cases) } });
async function byPlan(cases: readonly object[], of?: string) {
  const { body } = await world.call('planImport', administrator, { body: { file: fileOf(cases) } });
  await world.tick();
  const { body: plan } = await world.call('getImport', administrator, { path: { importId: body.importId } });
  return plan.rows.filter(({ what, code }: { what: string; code?: string }) =>
    of === undefined ? what === 'FAULT' : code === of,
  );
}

describe('what cannot be made living orders of is a fault, and nothing of it is done', () => {
  const elsa = { name: 'Elsa Provsson', personnummer: '191212121212' };
  const twice = [aCase('C-1', { to: '2026-10-15' }), aCase('C-1', { providerId: 'P2', from: '2026-10-15' })];
  const twoPeople = [aCase('C-1', { customer: elsa }), aCase('C-2', { customer: { ...elsa, name: 'Bo Annansson' } })];

  it('one service at two providers on the same day (A74)', async () => {
    const { status, body } = await atOnce(twice);
    expect({ status, faults: body.faults }).toMatchObject({
      status: 422,
      faults: [{ at: 'cases[1].services[0].code', code: 'service-taken' }],
    });
    expect(await byPlan(twice)).toMatchObject([{ at: 'cases[1].services', code: 'service-taken' }]);
  });

  it('but by day and at night, or one after the other, is ordinary', async () => {
    const fine = [
      aCase('C-1', { to: '2026-10-14' }),
      aCase('C-1', { providerId: 'P2', from: '2026-10-15', services: [...omv, { code: 'NATT', minutesPerMonth: 90 }] }),
    ];
    expect(await byPlan(fine)).toEqual([]);
    expect((await atOnce(fine)).status).toBe(200);
  });

  it('one number with two names is said (A73), without a name in the answer, and nobody is taken for the other', async () => {
    const said = await byPlan(twoPeople, 'number-of-another');
    expect(said).toMatchObject([{ what: 'NEW', row: 2, code: 'number-of-another' }]);
    expect(JSON.stringify(said)).not.toMatch(/Provsson|Annansson|121212/);
  });

  it('nor a number that somebody of another name has in the system', async () => {
    expect((await atOnce(twoPeople.slice(0, 1))).status).toBe(200);
    expect(await byPlan(twoPeople.slice(1), 'number-of-another')).toMatchObject([{ code: 'number-of-another' }]);
  });

  it('the same person under a name of more words is one person', async () => {
    const same = [
      aCase('C-1', { customer: elsa }),
      aCase('C-2', { customer: { ...elsa, name: 'Elsa Maria Provsson' } }),
    ];
    expect(await byPlan(same)).toEqual([]);
    expect((await atOnce(same)).status).toBe(200);
  });

  it('a service that the catalogue has on none of its days; any, where there is no catalogue', async () => {
    expect(await byPlan([aCase('C-1')])).toEqual([]);
    const settings = settingsStore(world.table);
    const over = await settings.find();
    const services = [
      { code: 'LED', name: 'Ledsagning', unit: 'MINUTES' as const },
      { code: 'OMV', name: 'Omvårdnad', unit: 'MINUTES' as const, to: '2025-02-28' },
    ];
    if (over) await world.put(settings.save({ ...over.entity, services }, over));
    expect(await byPlan([aCase('C-1')])).toMatchObject([{ at: 'cases[0].services', code: 'unknown-service' }]);
    expect((await atOnce([aCase('C-1')])).body.faults).toMatchObject([
      { at: 'cases[0].services[0].code', code: 'unknown-service' },
    ]);
  });
});
