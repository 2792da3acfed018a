import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { guarded } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { markTurns } from '../../choices/door.ts';

const Body = z
  .strictObject({
    from: LocalDate,
    to: LocalDate.optional().meta({ description: 'Last day of the pause; until it is resumed when left out' }),
    reason: guarded(z.string().trim().min(1).max(200)),
  })
  .refine(({ from, to }) => !to || from <= to, { path: ['to'], error: 'to-before-from' });

/** An administrator pauses a provider: it keeps its customers and gets no new ones; the turn list passes it over (A13). */
export const pauseProvider = endpoint({
  summary: 'Pause a provider: it gets no new customers',
  path: z.object({ providerId: SafeId }),
  body: Body,
  answer: Provider.extend({ version: z.int() }),
  async run({ path: { providerId }, body, caller, at, ifMatch }, deps) {
    const { table } = deps;
    const stored = await providerStore(table).find(providerId);
    if (!stored) return refuse('missing', 'provider-not-found');
    if (ifMatch !== undefined && ifMatch !== stored.version) return refuse('conflict', 'stale-version');
    if (stored.entity.ending) return refuse('conflict', 'provider-ending');
    const next = { ...stored.entity, paused: body };
    const version = stored.version + 1;
    const refs = { from: body.from, ...(body.to ? { to: body.to } : {}) };
    const row = { event: 'provider-paused', providerId, refs };
    return done(
      { ...next, version },
      {
        version,
        saves: [
          providerStore(table).save(next, stored),
          ...(await markTurns(deps, 'PAUSED', providerId, { by: caller.userId, at })),
        ],
        rows: [row],
      },
    );
  },
});
