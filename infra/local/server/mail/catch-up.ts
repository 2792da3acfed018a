import { setTimeout } from 'node:timers/promises';
import type { Machine } from '../../machine.ts';

/** In milliseconds: for how long somebody who looks at a page waits for what has just been done. */
const pagePatience = 10_000;

/**
 * Does what has fallen due, so that whoever looks at the mailbox, or asks for it as data, sees what came of what they just did; of a flood of mail
 * they see what is done so far.
 */
export async function catchUp(machine: Pick<Machine, 'tick'>, patience = pagePatience): Promise<void> {
  const enough = new AbortController();
  try {
    await Promise.race([machine.tick(), setTimeout(patience, undefined, { signal: enough.signal })]);
  } finally {
    enough.abort();
  }
}
