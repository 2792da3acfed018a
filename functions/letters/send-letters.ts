import { eachByItself } from '../../shared/http/each-by-itself.ts';
import { job } from '../../shared/http/job.ts';
import { moveWatermark } from '../../shared/stores/due-index.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { sendOne } from './load-sending.ts';

const atOnce = 200;

/**
 * Sends what waits in the outbox, the oldest first. A letter whose sending failed stays under its lease; when that
 * runs out a person is asked.
 */
export const sendLetters = job(async (at, deps) => {
  const letters = letterStore(deps.table);
  const due = await letters.due(at, atOnce);
  const log = { entry: 'sendLetters', log: deps.log };
  const did = await eachByItself(due, log, (item) => sendOne(letters.read(item), at, deps));
  await moveWatermark(deps.table, 'letters', at);
  return { done: did };
});
