import { setTimeout } from 'node:timers/promises';
import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';

/** How long an account's rate is good for: it is raised by hand, and by SES itself as an account earns it. */
const askedFor = 10 * 60_000;
/** A new account's, and what is kept to while the rate cannot be asked for: too slow harms nobody. */
const slowest = 1;

/**
 * Waits for the next turn, so that this process sends no faster than the account may. Others send too: what SES refuses
 * all the same is sent later. The rate is asked for, never assumed.
 */
export function sendingPace(client: SESClient): () => Promise<void> {
  let rate: { readonly until: number; readonly value: Promise<number> } | undefined;
  let next = 0;

  async function ask(): Promise<number> {
    try {
      const { MaxSendRate = slowest } = await client.send(new GetSendQuotaCommand({}));
      return MaxSendRate > 0 ? MaxSendRate : slowest;
    } catch {
      // Not a letter's failure: it goes at the slowest rate, and the rate is asked for again.
      rate = undefined;
      return slowest;
    }
  }

  return async () => {
    if (!rate || rate.until < Date.now()) rate = { until: Date.now() + askedFor, value: ask() };
    const perSecond = await rate.value;
    const now = Date.now();
    const turn = Math.max(now, next);
    next = turn + 1000 / perSecond;
    if (turn > now) await setTimeout(turn - now);
  };
}
