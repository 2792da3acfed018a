import { eachByItself } from '../../shared/http/each-by-itself.ts';
import { job } from '../../shared/http/job.ts';
import { moveWatermark } from '../../shared/stores/due-index.ts';
import { sealedStore } from '../../shared/stores/sealed-store.ts';
import { publishOne } from './signing/load-publishing.ts';

const atOnce = 200;

/** Lays every record that was committed, and that nobody rang for, among the records; the oldest first. */
export const publishRecords = job(async (at, deps) => {
  const sealed = sealedStore(deps);
  const due = await sealed.due(at, atOnce);
  const log = { entry: 'publishRecords', log: deps.log };
  const did = await eachByItself(due, log, (item) => publishOne(sealed.read(item), deps));
  await moveWatermark(deps.table, 'records', at);
  return { done: did };
});
