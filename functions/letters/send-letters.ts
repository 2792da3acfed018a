import { job } from '../../shared/http/job.ts';
import { moveWatermark } from '../../shared/stores/due-index.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { sendOne } from './load-sending.ts';

const atOnce = 200;

/** Sends what waits in the outbox, the oldest first. A letter that cannot be sent now does not stop the others. */
export const sendLetters = job(async (at, deps) => {
  let did = 0;
  for (const stored of await letterStore(deps.table).due(at, atOnce)) {
    try {
      if (await sendOne(stored, at, deps)) did += 1;
    } catch (failure) {
      // It stays under its lease; when that runs out a person is asked.
      deps.log.error('a letter was not sent', { entry: 'sendLetters', failure });
    }
  }
  await moveWatermark(deps.table, 'letters', at);
  return { done: did };
});
