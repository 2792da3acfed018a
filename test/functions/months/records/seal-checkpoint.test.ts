import { expect, it } from 'vitest';
import { signingStore } from '../../../../functions/months/signing/signing-store.ts';
import { instantAt } from '../../../../shared/domain/local-time.ts';
import { verifyFolder } from '../../../../shared/domain/verify-folder.ts';
import { aHandedInMonth } from '../../../support/a-handed-in-month.ts';
import type { World } from '../../../support/a-world.ts';

async function bytesOf(world: World, recordId: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of world.deps.documents.read('records', recordId)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sealed = async (world: World) => signingStore(world.table).records('checkpoints/2026-11');

it('seals each night the streams that have got a record, and nothing when none has', async () => {
  const world = await aHandedInMonth();
  await world.machine.moveTo(instantAt('2026-11-03', '03:00'));
  expect(await sealed(world)).toMatchObject([{ kind: 'checkpoint', seq: 1, signedBy: 'system' }]);
  await world.machine.moveTo(instantAt('2026-11-05', '03:00'));
  expect(await sealed(world)).toHaveLength(1);
});

it('contradicts whoever changes or cuts the end of a stream afterwards', async () => {
  const world = await aHandedInMonth();
  await world.machine.moveTo(instantAt('2026-11-03', '03:00'));
  const [checkpoint] = await sealed(world);
  const [submission] = await signingStore(world.table).records('P1/2026-10');
  const file = async (recordId = '') => ({ file: `${recordId}.json`, bytes: await bytesOf(world, recordId) });
  const keys = await world.deps.signer.keys();

  const whole = await verifyFolder([await file(checkpoint?.recordId), await file(submission?.recordId)], keys);
  expect(whole.links.find(({ stream }) => stream.endsWith('P1/2026-10'))).toMatchObject({
    present: [1],
    missing: [],
    broken: [],
  });
  const cut = await verifyFolder([await file(checkpoint?.recordId)], keys);
  expect(cut.links.find(({ stream }) => stream.endsWith('P1/2026-10'))).toMatchObject({ present: [], missing: [1] });
});
