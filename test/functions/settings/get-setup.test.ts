import { beforeEach, describe, expect, it } from 'vitest';
import { Parameters } from '../../../shared/packs/parameters.ts';
import { administrator, aWorld, head, officer, type World } from '../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
const setup = async (language = 'sv') =>
  (await world.call('getSetup', administrator, { headers: { 'accept-language': language } })).body;
const planned = async (body: object) => {
  const asked = await world.call('planImport', administrator, { body });
  await world.tick();
  const path = { importId: String(asked.body.importId) };
  return { asked, path, plan: (await world.call('getImport', administrator, { path })).body };
};

describe('what a municipality has chosen, and what there is to do first', () => {
  it('says each parameter in words, in the language that is asked for, and which are its own', async () => {
    const said = await setup();
    expect(said.parameters.map(({ key }: { key: string }) => key).sort()).toEqual(Object.keys(Parameters.shape).sort());
    const meaning = (all: typeof said) =>
      all.parameters.find(({ key }: { key: string }) => key === 'confirm.within').meaning;
    expect(meaning(said)).toBe('Tid att bekräfta mottagandet (L-12, A11)');
    expect(meaning(await setup('en'))).toBe('Time to confirm receipt');
    // As they are set; the page says them in words, and lets them be chosen.
    const allowed = (all: typeof said, wanted: string) =>
      all.parameters.find(({ key }: { key: string }) => key === wanted).allowed;
    expect(allowed(said, 'cutoff.enabled')).toBe('true|false');
    expect(allowed(said, 'confirm.within')).toBe('PTnHnM');
    expect(said.routines.map(({ name }: { name: string }) => name)).toContain('leksand');
  });

  it('is for the administrator and the head', async () => {
    expect((await world.call('getSetup', head)).status).toBe(200);
    expect((await world.call('getSetup', officer)).status).toBe(403);
  });
});

describe('what is chosen beside the files', () => {
  it('says row by row what it would change, then changes it: name, address and parameters', async () => {
    const before = await setup();
    const { plan, path } = await planned({
      municipality: 'Nykommun',
      set: ['digest.enabled=false', 'confirm.within=PT48H'],
    });
    expect(plan).toMatchObject({ state: 'PLANNED', changed: 1, faults: 0 });
    expect(plan.rows.map(({ file, at }: { file: string; at: string }) => `${file} ${at}`)).toEqual([
      'kommunen municipality',
      'kommunen set',
    ]);
    expect(await setup()).toEqual(before);
    await world.call('runImport', administrator, { path });
    await world.tick();
    const after = await setup();
    expect(after.municipality).toBe('Nykommun');
    expect(after.parameters.find(({ key }: { key: string }) => key === 'confirm.within')).toMatchObject({
      value: 'PT48H',
      own: true,
    });
  });

  it('makes the municipality on a machine that has none, and says what is missing without its name', async () => {
    await world.table.commit([{ kind: 'delete', key: { pk: 'SETTINGS', sk: 'MUNICIPALITY' }, over: 1 }]);
    expect(await setup()).toMatchObject({ parameters: [], services: 0, rates: 0 });
    expect(await setup()).not.toHaveProperty('municipality');
    expect((await planned({ pack: 'leksand' })).plan).toMatchObject({
      state: 'FAILED',
      rows: [{ what: 'FAULT', at: 'municipality', code: 'not-set-up' }],
    });
    const { plan, path } = await planned({ municipality: 'Nykommun', pack: 'leksand', invoiceAddress: 'Fack 1' });
    expect(plan).toMatchObject({ state: 'PLANNED', faults: 0 });
    await world.call('runImport', administrator, { path });
    await world.tick();
    expect(await setup()).toMatchObject({ municipality: 'Nykommun', pack: 'leksand', invoiceAddress: 'Fack 1' });
  });

  it('asks for something: a file or a choice', async () => {
    expect((await world.call('planImport', administrator, { body: {} })).status).toBe(422);
  });
});
