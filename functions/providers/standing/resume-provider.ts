import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { markTurns } from '../../choices/door.ts';

/** A paused provider takes new customers again; on the turn list it keeps its place (A13). */
export const resumeProvider = endpoint({
  summary: 'Let a paused provider take new customers again',
  path: z.object({ providerId: SafeId }),
  body: z.strictObject({}),
  answer: Provider.extend({ version: z.int() }),
  async run({ path: { providerId }, caller, at, ifMatch }, deps) {
    const { table } = deps;
    const stored = await providerStore(table).find(providerId);
    if (!stored) return refuse('missing', 'provider-not-found');
    if (ifMatch !== undefined && ifMatch !== stored.version) return refuse('conflict', 'stale-version');
    const { paused, ...next } = stored.entity;
    if (!paused) return refuse('conflict', 'provider-not-paused');
    const version = stored.version + 1;
    const row = { event: 'provider-resumed', providerId };
    return done(
      { ...next, version },
      {
        version,
        saves: [
          providerStore(table).save(next, stored),
          ...(await markTurns(deps, 'RESUMED', providerId, { by: caller.userId, at })),
        ],
        rows: [row],
      },
    );
  },
});
