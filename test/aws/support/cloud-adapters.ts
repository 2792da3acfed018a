import { registry } from '../../../functions/registry.ts';
import { runtimeIn } from '../../../shared/aws/runtime.ts';
import type { Documents } from '../../../shared/ports/documents.ts';
import type { Signer } from '../../../shared/ports/signer.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { aCell, scanned } from './a-cell.ts';

/** What comes in is scanned at once and found clean, as the malware scanner does it in the cloud. */
const withScanner = (documents: Documents, incoming: string): Documents => ({
  ...documents,
  async put(bucket, id, ...rest) {
    const stored = await documents.put(bucket, id, ...rest);
    if (bucket === 'incoming') await scanned(incoming, id);
    return stored;
  },
});

/**
 * The table of one world, which nobody else writes to. A clock that walks through weeks asks some two hundred shards
 * of the due index at each stop, nearly all of which have never held anything: those are answered without asking.
 */
function onlyWriter(table: Table): Table {
  const everDue = new Set<string>();
  const note = (change: Change) => {
    const due = change.kind === 'put' ? change.item.indexes?.g2 : undefined;
    if (due) everDue.add(due.pk);
  };
  return {
    ...table,
    commit(changes, token) {
      for (const change of changes) note(change);
      return table.commit(changes, token);
    },
    async queryIndex(index, range) {
      if (index === 'g2' && !everDue.has(range.pk)) return { items: [] };
      return table.queryIndex(index, range);
    },
  };
}

/** The emulator's key is as old as this run; the stories sign on days before it, by the clock of their world. */
const withOldKey = (signer: Signer): Signer => ({
  ...signer,
  async keys() {
    const { keys, ...rest } = await signer.keys();
    return { ...rest, keys: keys.map((key) => ({ ...key, utfort_from: '2020-01-01T00:00:00.000Z' })) };
  },
});

/** The AWS adapters on a cell of their own in the emulator, for a world to stand on. */
export async function cloudAdapters() {
  const cell = await aCell();
  const { depsOf } = runtimeIn({
    clock: { now: () => new Date().toISOString() },
    emulated: () => true,
    setting: (name) => cell[name],
  });
  const { table, documents, signer, identityKeys } = depsOf(Object.keys(registry));
  return {
    table: onlyWriter(table),
    documents: withScanner(documents, cell.INCOMING_BUCKET),
    signer: withOldKey(signer),
    identityKeys,
  };
}
