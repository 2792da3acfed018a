import { type Change, type Key, tableLimits } from './table.ts';

const keyBytes = { pk: 2048, sk: 1024 } as const;

const keyOf = (change: Change): Key => (change.kind === 'put' ? change.item : change.key);

function assertKey({ pk, sk }: Key): void {
  if (pk === '' || sk === '') throw new RangeError('a key is never empty');
  if (Buffer.byteLength(pk) > keyBytes.pk || Buffer.byteLength(sk) > keyBytes.sk)
    throw new RangeError(`a key holds at most ${keyBytes.pk} and ${keyBytes.sk} bytes`);
}

/**
 * Refuses, as a bug in the caller and before anything is sent, what DynamoDB would refuse. `bodies` are the items'
 * data as they are kept; the room that DynamoDB leaves beyond our limits is for keys and attribute names.
 */
export function assertWithinLimits(changes: readonly Change[], bodies: readonly string[]): void {
  if (changes.length > tableLimits.changes)
    throw new RangeError(`a commit holds at most ${tableLimits.changes} changes`);
  const keys = new Set(changes.map((change) => JSON.stringify([keyOf(change).pk, keyOf(change).sk])));
  if (keys.size < changes.length) throw new RangeError('a commit names each key once');
  for (const change of changes) {
    assertKey(keyOf(change));
    if (change.kind === 'put') for (const key of Object.values(change.item.indexes ?? {})) assertKey(key);
  }
  let total = 0;
  for (const body of bodies) {
    const bytes = Buffer.byteLength(body);
    if (bytes > tableLimits.itemBytes) throw new RangeError(`an item holds at most ${tableLimits.itemBytes} bytes`);
    total += bytes;
  }
  if (total > tableLimits.commitBytes) throw new RangeError(`a commit holds at most ${tableLimits.commitBytes} bytes`);
}
