import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openMonth } from '../../../../functions/months/opening/open-month.ts';
import { drawSamples } from '../../../../functions/months/sampling/draw-samples.ts';
import { sampleStore } from '../../../../functions/months/sampling/sample-store.ts';
import { RecordRef } from '../../../../functions/months/signing/signing-store.ts';
import { instantAt } from '../../../../shared/domain/local-time.ts';
import { faultyReport, handIn, month } from '../../../support/a-handed-in-month.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  feeOfficer,
  head,
  manager,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { sha256Hex } from '../../../support/sha256-hex.ts';

const seed = '5a'.repeat(32);
const commitment = sha256Hex(Buffer.from(seed, 'hex'));
const cases = Array.from({ length: 41 }, (_, n) => ({
  caseNo: `C-${n + 10}`,
  providerId: 'P1',
  officerId: n % 2 === 0 ? 'O1' : 'O2',
}));
const shownFrom = instantAt('2026-11-03', '00:00');

let world: World;
beforeEach(async () => {
  world = await aWorld({
    date: '2026-10-30',
    clock: '08:00',
    randomBytes: (count) => new Uint8Array(count).fill(0x5a),
  });
  await world.register(...cases, { caseNo: 'B-1', providerId: 'P2', officerId: 'O2' });
  // In force on no day of October.
  await world.register({ caseNo: 'Z-1', to: '2026-09-30' });
});

const sampleFor = async (who: Person, query?: Record<string, string>) =>
  (await world.call('getSample', who, { path: { month }, query })).body;
const placesFor = async (who: Person): Promise<string[]> =>
  (await sampleFor(who)).items.map((one: { providerId: string; caseNo: string }) => `${one.providerId}/${one.caseNo}`);
const note = (who: Person, of: { providerId: string; caseNo: string }, body: object, headers = {}) =>
  world.call('noteSampled', who, { path: { month, ...of }, body, headers });
const drawn = async () => (await sampleFor(head)).items as { providerId: string; caseNo: string; officerId: string }[];
const said = { customer: 'DIFFERS', visitNotes: 'NOT_READ', comment: 'Kunden minns två besök.' };

/** Everything that the table holds but the seed's own item. */
async function everything(): Promise<string> {
  const { table } = world;
  const pages = await Promise.all([
    table.query({ pk: `SAMPLE#${month}` }),
    table.query({ pk: `JOURNAL#MONTH#${month}#P1` }),
    table.query({ pk: 'CHAIN#checkpoints/2026-11' }),
  ]);
  return JSON.stringify(pages);
}

describe('until the first working day is over', () => {
  it('the month is bound to a seed that nobody sees, wherever they look', async () => {
    await world.passTo('2026-11-01', '00:09');
    expect((await world.call('getSample', head, { path: { month } })).status).toBe(404);
    await world.passTo('2026-11-01', '00:10');
    const committed = {
      month,
      commitment,
      committedAt: instantAt('2026-11-01', '00:10'),
      shownFrom,
      share: 5,
      items: [],
    };
    for (const who of [officer, head, administrator, coordinator, manager])
      expect(await sampleFor(who)).toEqual(committed);
    await world.passTo('2026-11-02', '23:59');
    for (const who of [officer, head, administrator, coordinator, manager])
      expect(await sampleFor(who)).toEqual(committed);
    expect(await everything()).not.toContain(seed);
    // Not even the job gives it away before its time.
    expect(await drawSamples.run(world.clock.now(), world.deps)).toEqual({ done: 0 });
    expect(await note(officer, { providerId: 'P1', caseNo: 'C-10' }, said)).toMatchObject({ status: 404 });
  });

  it('once: a second opening binds the month to nothing else', async () => {
    await world.passTo('2026-11-01', '00:10');
    const first = await sampleStore(world.table).find(month);
    await Promise.all([1, 2].map(() => openMonth.run(world.clock.now(), world.deps)));
    expect(await sampleStore(world.table).find(month)).toEqual(first);
  });

  it('its commitment stands in the first nightly checkpoint, and in those after', async () => {
    await world.passTo('2026-11-01', '01:30');
    const content = async () => {
      const { items } = await world.table.query({ pk: 'CHAIN#checkpoints/2026-11', from: 'RECORD#', to: 'RECORD#~' });
      const { recordId } = RecordRef.parse(items.at(-1)?.data);
      await world.passTo('2026-11-01', '01:40');
      const pieces: Uint8Array[] = [];
      for await (const piece of world.deps.documents.read('records', recordId)) pieces.push(piece);
      return JSON.parse(Buffer.concat(pieces).toString()).payload.content;
    };
    expect(await content()).toEqual({ heads: [], sample: { month, commitment } });
  });

  it('the share is the pack’s own when the month is opened', async () => {
    world = await aWorld({ date: '2026-10-30', settings: { overrides: ['sample.share=20'] } });
    await world.register(...cases);
    await world.passTo('2026-11-03', '00:02');
    expect(await sampleFor(head)).toMatchObject({ share: 20 });
    expect(await drawn()).toHaveLength(9);
  });
});

describe('when the first working day is over', () => {
  beforeEach(async () => {
    await world.passTo('2026-11-03', '00:02');
  });

  it('the seed is shown and holds what was published, with the cases: the head’s all, an officer’s own', async () => {
    const shown = await sampleFor(head);
    expect(shown).toMatchObject({ seed, commitment: sha256Hex(Buffer.from(shown.seed, 'hex')) });
    const all = await drawn();
    expect(all.map(({ providerId }) => providerId)).toEqual(['P1', 'P1', 'P1', 'P2']);
    expect(await placesFor(administrator)).toHaveLength(4);
    for (const [who, id] of [
      [officer, 'O1'],
      [colleague, 'O2'],
    ] as const) {
      const own = all.filter(({ officerId }) => officerId === id).map((one) => `${one.providerId}/${one.caseNo}`);
      expect(await placesFor(who)).toEqual(own);
    }
  });

  it('anybody draws the same by the command line', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'utfort-sample-')), 'cases.json');
    const of = [...cases, { caseNo: 'B-1', providerId: 'P2', officerId: 'O2' }];
    const asFile = {
      municipality: 'Exempelkommun',
      month,
      rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
      providers: [
        { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' },
        { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: 'p2@utforare.example' },
      ],
      officers: ['O1', 'O2'].map((id) => ({ id, name: `Person ${id}`, email: `${id.toLowerCase()}@kommun.example` })),
      cases: [...of, { caseNo: 'Z-1', providerId: 'P1', officerId: 'O1', to: '2026-09-30' }].map((one) => ({
        from: '2025-03-01',
        to: null,
        ...one,
        services: [{ code: 'OMV', minutesPerMonth: 600 }],
      })),
    };
    writeFileSync(file, JSON.stringify(asFile));
    const root = join(import.meta.dirname, '../../../..');
    const command = ['infra/local/utfort.ts', 'sample', '--seed', seed, '--cases', file, '--month', month];
    const answer = JSON.parse(execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' }));
    expect(answer.commitment).toBe((await sampleFor(head)).commitment);
    const places = answer.cases.map((one: { providerId: string; caseNo: string }) => `${one.providerId}/${one.caseNo}`);
    expect(places.toSorted()).toEqual(await placesFor(head));
  });

  it('what was drawn stays, whatever becomes of the cases afterwards', async () => {
    const before = await drawn();
    await world.register({ caseNo: 'C-99' });
    await world.passTo('2026-11-04', '00:02');
    expect(await drawn()).toEqual(before);
  });

  it('a draw that was cut off before the seed was shown is done again', async () => {
    const store = sampleStore(world.table);
    const stored = await store.find(month);
    if (!stored) throw new Error('no sample');
    const before = await drawn();
    const { seed: _, drawnAt: __, ...committed } = stored.entity;
    await world.put(store.save(committed, stored));
    expect((await sampleFor(head)).items).toEqual([]);
    expect(await drawSamples.run(world.clock.now(), world.deps)).toEqual({ done: 1 });
    expect(await drawn()).toEqual(before);
  });

  it('a provider sees nothing before it has handed in, nor while a correction is waited for; then its own', async () => {
    const nothing = { commitment, shownFrom, items: [] };
    for (const who of [manager, coordinator, neighbour]) {
      const shown = await sampleFor(who);
      expect(shown).toMatchObject(nothing);
      expect(shown).not.toHaveProperty('seed');
    }
    const { text } = await handIn(world, faultyReport());
    expect(text).toContain('INCOMPLETE');
    expect(await sampleFor(manager)).not.toHaveProperty('seed');
    await world.passTo('2026-11-06', '08:00');
    expect(await sampleFor(manager)).toMatchObject({ seed });
    expect((await placesFor(manager)).every((place) => place.startsWith('P1/'))).toBe(true);
    expect(await placesFor(manager)).toHaveLength(3);
    expect(await sampleFor(neighbour)).not.toHaveProperty('seed');
  });

  it('page by page', async () => {
    const { items, next } = await sampleFor(head, { limit: '3' });
    const rest = await sampleFor(head, { limit: '3', cursor: next });
    expect([...items, ...rest.items]).toEqual(await drawn());
  });

  it('is nothing for others', async () => {
    expect((await world.call('getSample', feeOfficer, { path: { month } })).status).toBe(403);
  });
});

describe('what the officer notes of a case', () => {
  let of: { providerId: string; caseNo: string };
  let who: Person;
  beforeEach(async () => {
    await world.passTo('2026-11-03', '00:02');
    const [first] = await drawn();
    if (!first) throw new Error('nothing drawn');
    of = { providerId: first.providerId, caseNo: first.caseNo };
    who = first.officerId === 'O1' ? officer : colleague;
  });
  const noteSeenBy = async (person: Person) =>
    (await sampleFor(person)).items.find(({ caseNo }: { caseNo: string }) => caseNo === of.caseNo)?.note;

  it('is kept with who and when, and said again it is the latest word; the journal has no text of it', async () => {
    expect(await note(who, of, said)).toMatchObject({ status: 200, body: { ...said, by: who.userId, version: 1 } });
    const again = { customer: 'AGREES', visitNotes: 'AGREES' };
    expect(await note(who, of, again, { 'if-match': '"0"' })).toMatchObject({ status: 409 });
    expect(await note(who, of, again, { 'if-match': '"1"' })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await noteSeenBy(who)).toMatchObject(again);
    expect(await world.journal(of.caseNo)).toEqual([`sample-noted - ${who.userId}`, `sample-noted - ${who.userId}`]);
    const rows = await world.table.query({ pk: `JOURNAL#CASE#${of.caseNo}` });
    expect(JSON.stringify(rows)).not.toContain('minns');
  });

  it('its text is read by the officer and the head alone; the provider sees nothing of it', async () => {
    await note(who, of, said);
    expect(await noteSeenBy(head)).toMatchObject(said);
    expect(await noteSeenBy(administrator)).toMatchObject({ customer: 'DIFFERS', visitNotes: 'NOT_READ' });
    expect(await noteSeenBy(administrator)).not.toHaveProperty('comment');
    await handIn(world);
    await world.passTo('2026-11-06', '08:00');
    expect(await placesFor(manager)).toContain(`P1/${of.caseNo}`);
    expect(await noteSeenBy(manager)).toBeUndefined();
  });

  it('is refused of what is not drawn or is another’s, and with a person’s number in it', async () => {
    const other = who === officer ? colleague : officer;
    expect(await note(other, of, said)).toMatchObject({ status: 404, body: { code: 'case-not-sampled' } });
    const places = await placesFor(head);
    const undrawn = cases.find(({ caseNo, officerId }) => !places.includes(`P1/${caseNo}`) && officerId === who.userId);
    expect(await note(who, { ...of, caseNo: undrawn?.caseNo ?? '' }, said)).toMatchObject({ status: 404 });
    expect(await note(who, of, { ...said, comment: 'Född 19121212-1212' })).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.comment', code: 'person-id-in-text' }] },
    });
    expect(await note(who, of, { customer: 'MAYBE' })).toMatchObject({ status: 422 });
  });
});
