import * as z from 'zod';
import { jobOn } from '../../../shared/http/job.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { publish } from './publish-step.ts';

/**
 * Puts one record among the records as soon as its step is committed, and makes the statement's files. The bell may
 * ring twice or not at all; what nobody rang for is found by `publishRecords`.
 */
export const publishRecord = jobOn(z.object({ recordId: z.string() }), async ({ recordId }, at, deps) => {
  const waiting = await sealedStore(deps).find(recordId);
  const isLaid = waiting && (await committed(await publish(waiting, deps), { by: system, at }, deps));
  return { done: isLaid ? 1 : 0 };
});
