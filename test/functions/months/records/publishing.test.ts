import { describe, expect, it } from 'vitest';
import { signingStore } from '../../../../functions/months/signing/signing-store.ts';
import { verifyFolder } from '../../../../shared/domain/verify-folder.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aHandedInMonth, asked, decideLine, handIn, month, ofP1, stating } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { aWorld, colleague, head, officer, type Person, signInFor, type World } from '../../../support/a-world.ts';
import { type Crash, crashingAt, recordsIn, seeded, slowed } from '../../../support/shaken-ports.ts';

const stream = `P1/${month}`;
const committed = async (world: World, of = stream) =>
  (await signingStore(world.table).records(of)).map(({ recordId }) => recordId).sort();

/** Every record that lies among the records, checked with the links between them. */
async function folderOf(world: World) {
  const files = await Promise.all(
    recordsIn(world).map(async (id) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of world.deps.documents.read('records', id)) pieces.push(piece);
      return { file: `${id}.json`, bytes: Buffer.concat(pieces) };
    }),
  );
  return verifyFolder(files, await world.deps.signer.keys());
}

/** The sweep by itself, or what seals the night's checkpoint. */
function jobOf(world: World, key: 'publishRecords' | 'sealCheckpoint') {
  const way = world.machine.ways.find((one) => one.key === key);
  if (way?.entry.kind !== 'job') throw new Error(`${key} is no job`);
  const { run } = way.entry;
  return () => run(world.clock.now(), world.deps);
}

/** P1's month with a case an officer, handed in and every line approved: all that is left is to sign. */
async function readyToSign(count: number): Promise<{ world: World; officers: readonly Person[] }> {
  const world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  const officers = Array.from({ length: count }, (_, n): Person => ({ userId: `Q${n + 1}`, role: 'officer' }));
  for (const { userId } of officers)
    await world.put(
      membershipStore(world.table).save(
        { userId, role: 'officer', name: `Person ${userId}`, email: `${userId.toLowerCase()}@kommun.example` },
        undefined,
      ),
    );
  await world.register(...officers.map(({ userId }, n) => ({ caseNo: `A-${n + 1}`, officerId: userId })));
  await handIn(world, aReport(Object.fromEntries(officers.map((_, n) => [`A-${n + 1}`, [[1, 60]]]))));
  for (const [n, one] of officers.entries())
    await world.call('approveLines', one, { path: ofP1, body: { caseNos: [`A-${n + 1}`] } });
  return { world, officers };
}

describe('a record exists only if its act was committed', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);

  it(`however many sign at once (SEED=${seed})`, { timeout: 60_000 }, async () => {
    const { world, officers } = await readyToSign(12);
    const intents = await Promise.all(
      officers.map(async (one) => (await world.call('intendReport', one, { path: ofP1, body: {} })).body.intentId),
    );
    const restore = slowed(world, seeded(seed));
    const answers = await Promise.all(
      officers.map((one, n) =>
        world.call('signReport', one, { path: ofP1, body: { intentId: intents[n] }, ...signInFor(intents[n]) }),
      ),
    );
    restore();
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const signed = answers.filter(({ status }) => status === 201);
    expect(signed.length).toBeGreaterThan(0);

    await world.tick();
    expect(await committed(world)).toHaveLength(1 + signed.length);
    expect(recordsIn(world)).toEqual(await committed(world));
    expect(await folderOf(world)).toMatchObject({ valid: true, links: [{ missing: [], forks: [], leftovers: [] }] });
  });
});

/** The month up to the head's signature, in which every act that seals is done once more after it has failed. */
async function toTheStatement(world: World): Promise<void> {
  await handIn(world);
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'ADJUST', minutes: 90, contacts: asked, comment: 'Enligt kunden' });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
  for (const one of [officer, colleague])
    await world.sign(one, ['intendReport', 'signReport'], { path: ofP1, body: {} });
}

describe('whatever is cut off', () => {
  it.each<Crash>(['before', 'after'])(
    'nothing is published without its commit, and everything committed is in the end: cut off %s each write',
    { timeout: 120_000 },
    async (when) => {
      let done = false;
      for (let n = 0; !done; n++) {
        const world = await aHandedInMonth();
        await toTheStatement(world);
        await world.tick();
        world.sleepTo('2026-11-13', '09:00');
        const { body } = await world.call('intendStatement', head, { path: ofP1, body: {} });
        const crash = crashingAt(world, n, when);
        await world.call('sendStatement', head, { path: ofP1, body: { intentId: body.intentId } }).catch(() => {});
        await jobOf(world, 'publishRecords')().catch(() => {});
        done = !crash.happened();
        crash.restore();
        for (const id of recordsIn(world)) expect(await committed(world), `${when} ${n}`).toContain(id);

        // The machine is there again.
        world.failures.length = 0;
        await jobOf(world, 'publishRecords')();
        expect(recordsIn(world), `${when} ${n}`).toEqual(await committed(world));
        const shown = (await world.call('getMonth', head, { path: ofP1 })).body.month;
        if (shown.statement)
          for (const file of ['pdf', 'basis']) {
            const path = { ...ofP1, file };
            expect((await world.call('getStatementFile', head, { path })).status, `${when} ${n}`).toBe(200);
            const { pdfId, basisId } = shown.statement;
            expect(await world.deps.documents.find('documents', file === 'pdf' ? pdfId : basisId)).toBeDefined();
          }
      }
    },
  );

  it('the record can be read at once, and the file for people comes a moment later', async () => {
    const world = await aHandedInMonth();
    await toTheStatement(world);
    world.sleepTo('2026-11-13', '09:00');
    const { body } = await world.sign(head, stating, { path: ofP1, body: {} });
    const { recordId, sha256 } = body.record;
    expect(recordsIn(world)).not.toContain(recordId);
    const read = () => world.call('getRecord', head, { path: { ...ofP1, recordId } });
    const before = await read();
    expect(before).toMatchObject({ status: 200, body: { sha256 } });

    const path = { ...ofP1, file: 'pdf' };
    const early = await world.call('getStatementFile', head, { path });
    expect(early).toMatchObject({ status: 409, body: { code: 'file-being-made' }, headers: { 'retry-after': '1' } });
    await world.tick();
    expect(await world.call('getStatementFile', head, { path })).toMatchObject({ status: 200 });
    expect((await read()).text).toBe(before.text);
    expect(recordsIn(world)).toContain(recordId);
  });

  it('two who publish at once do it once; a store that is away is tried again', async () => {
    const world = await aHandedInMonth();
    const { put } = world.deps.documents;
    Object.assign(world.deps.documents, {
      put: async (...given: Parameters<typeof put>) => {
        if (given[0] === 'records') throw new Error('the store is away');
        return put(...given);
      },
    });
    await world.machine.tick();
    expect(world.failures.length).toBeGreaterThan(0);
    expect(recordsIn(world)).toEqual([]);
    Object.assign(world.deps.documents, { put });
    world.failures.length = 0;

    const publish = jobOf(world, 'publishRecords');
    const both = await Promise.all([publish(), publish()]);
    expect(both.reduce((sum, { done }) => sum + done, 0)).toBe(1);
    expect(recordsIn(world)).toEqual(await committed(world));
    expect(await publish()).toEqual({ done: 0 });
  });

  it('also of the nightly checkpoint', async () => {
    const world = await aHandedInMonth();
    const seal = jobOf(world, 'sealCheckpoint');
    const restore = slowed(world, seeded(7));
    await Promise.all([seal(), seal(), seal()]);
    restore();
    await world.tick();
    const all = [...(await committed(world)), ...(await committed(world, 'checkpoints/2026-11'))].sort();
    expect(recordsIn(world)).toEqual(all);
    expect(all).toHaveLength(2);
  });
});
