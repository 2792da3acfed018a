import { setTimeout } from 'node:timers/promises';

/** How long to be patient with a service that has too much to do: full jitter, doubling, so that callers spread out. */
export type Patience = { readonly attempts: number; readonly firstWait: number; readonly longestWait: number };

const patience: Patience = { attempts: 6, firstWait: 40, longestWait: 1000 };

/**
 * Tries again while `passes` says that the failure is one that passes by itself. What still fails after the last
 * attempt is thrown as it is.
 */
export async function retry<T>(
  work: () => Promise<T>,
  passes: (failure: unknown) => boolean,
  { attempts, firstWait, longestWait }: Patience = patience,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (failure) {
      if (attempt >= attempts || !passes(failure)) throw failure;
      await setTimeout(Math.random() * Math.min(longestWait, firstWait * 2 ** (attempt - 1)));
    }
  }
}
