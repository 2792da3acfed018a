import { registry } from '../../../functions/registry.ts';
import { runtimeIn } from '../../../shared/aws/runtime.ts';
import { aCell } from './a-cell.ts';

/** The AWS adapters on a cell of their own in the emulator, for a world to stand on. */
export async function cloudAdapters() {
  const cell = await aCell();
  const { depsOf } = runtimeIn({
    clock: { now: () => new Date().toISOString() },
    emulated: () => true,
    setting: (name) => cell[name],
  });
  const { table, documents, signer, identityKeys } = depsOf(Object.keys(registry));
  return { table, documents, signer, identityKeys };
}
