import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { dueOnes } from '../../../shared/stores/due-index.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { aWorld } from '../../support/a-world.ts';

const at = '2026-11-02T07:00:00.000Z';

it.each([
  ['in its commit', 1000, false],
  ['beside it, when it is too large', 400_000, true],
] as const)('a record travels %s, and is the same byte by byte', async (_where, size, isStaged) => {
  const { deps, put } = await aWorld();
  const sealed = sealedStore(deps);
  const bytes = randomBytes(size);
  const change = await sealed.wait('bevis-9', bytes, at);
  expect((await deps.documents.find('documents', 'staged-bevis-9')) !== undefined).toBe(isStaged);
  // Nothing waits, and nothing can be read as a record, before the commit.
  expect(await sealed.find('bevis-9')).toBeUndefined();
  await put(change);
  expect(Buffer.compare(await sealed.bytes('bevis-9'), bytes)).toBe(0);
  const due = await deps.table.getMany(await dueOnes(deps.table, 'records', at, 10));
  expect(due.map((item) => sealed.read(item).entity.recordId)).toEqual(['bevis-9']);
});

it('one that cannot be read keeps none of the others', async () => {
  const world = await aWorld();
  const sealed = sealedStore(world.deps);
  const bad = await sealed.wait('bevis-1', Buffer.from('{}'), at);
  if (bad.kind !== 'put') throw new Error('a record waits as an item');
  await world.put({ ...bad, item: { ...bad.item, data: { recordId: 1 } } });
  await world.put(await sealed.wait('bevis-2', Buffer.from('{}'), at));
  await world.machine.tick();
  expect(world.failures).toHaveLength(1);
  expect(await world.deps.documents.find('records', 'bevis-2')).toBeDefined();
});
