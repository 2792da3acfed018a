import { dateOf, monthOf, previousMonth } from '../../../shared/domain/local-time.ts';
import type { CheckpointContent } from '../../../shared/domain/verify-folder.ts';
import { job } from '../../../shared/http/job.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { sampleStore } from '../sampling/sample-store.ts';
import { sealNext } from '../signing/signing-step.ts';
import { signingStore } from '../signing/signing-store.ts';

const streamOf = (month: string) => `checkpoints/${month}`;

/**
 * Once a night the service seals the latest record of every stream that has got one since the last time. If somebody
 * cuts the end off a stream afterwards, the checkpoint, in another stream, contradicts them; likewise whoever shows
 * another seed of the month's sample than it was bound to.
 */
export const sealCheckpoint = job(async (at, deps) => {
  const store = signingStore(deps.table);
  const month = monthOf(dateOf(at));
  const latest = [
    ...(await store.records(streamOf(previousMonth(month)))),
    ...(await store.records(streamOf(month))),
  ].at(-1);
  const { items, unreadable } = await store.headsSince(latest?.signedAt);
  // The others are sealed all the same; of a head that cannot be read nothing can be said.
  for (const _ of unreadable)
    deps.log.error('a stream cannot be read', { entry: 'sealCheckpoint', failure: new Error('unreadable head') });
  const heads = items.map(({ entity }) => entity);
  const routine = await routineOn(deps.table, dateOf(at));
  const sample = (await sampleStore(deps.table).find(previousMonth(month)))?.entity;
  const isNew = sample !== undefined && (latest === undefined || sample.committedAt >= latest.signedAt);
  if ((heads.length === 0 && !isNew) || !routine.ok) return { done: 0 };

  const content: CheckpointContent = {
    heads: heads.map(({ sha256, chain }) => ({ stream: chain.stream, seq: chain.seq, sha256 })),
    ...(sample ? { sample: { month: sample.month, commitment: sample.commitment } } : {}),
  };
  const { municipality } = routine.value.settings;
  const signedBy = { ...system, signInLevel: 'none', signedInAt: at };
  const next = {
    kind: 'checkpoint',
    stream: streamOf(month),
    municipality,
    signedBy,
    at,
    intentId: 'none',
    content,
  } as const;
  const { effects } = await sealNext(next, deps);
  // Lost to another night's watch at the same time: that one sealed it.
  return { done: (await committed(effects, { by: system, at }, deps)) ? 1 : 0 };
});
