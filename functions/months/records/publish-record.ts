import * as z from 'zod';
import { jobOn } from '../../../shared/http/job.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { publishOne } from './publish-step.ts';

/**
 * Lays one record among the records as soon as its act is committed, and makes the statement's files. The bell may ring
 * twice or not at all; what nobody rang for is found by `publishRecords`.
 */
export const publishRecord = jobOn(z.object({ recordId: z.string() }), async ({ recordId }, _at, deps) => {
  const waiting = await sealedStore(deps).find(recordId);
  return { done: waiting && (await publishOne(waiting, deps)) ? 1 : 0 };
});
