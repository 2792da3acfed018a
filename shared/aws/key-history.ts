import { type Instant, plusMinutes } from '../domain/local-time.ts';
import type { PublicKey } from '../domain/public-keys.ts';
import { PublicKeys } from '../domain/public-keys.ts';

/** Where the history is kept, among the records; every version of it stays. */
export const keyHistoryFile = 'signing-keys.json';

/** A request reads its time before its first seal: a new key is in force a little before it is first seen. */
const before = 5;
/** What was deployed before may still be at work when a new key comes: the old one ends a little after. */
const after = 15;

/**
 * The history with the key in it. A key that is not there yet is the one in use from now on, and ends the one before;
 * one that has ended stays ended, so that an older release cannot bring it back.
 */
export function withKey(history: PublicKeys, key: PublicKey, at: Instant): PublicKeys {
  if (history.keys.some(({ kid }) => kid === key.kid)) return history;
  const ended = history.keys.map((old) =>
    old.utfort_to === undefined ? { ...old, utfort_to: plusMinutes(at, after) } : old,
  );
  return PublicKeys.parse({ keys: [...ended, { ...key, utfort_from: plusMinutes(at, -before) }] });
}
