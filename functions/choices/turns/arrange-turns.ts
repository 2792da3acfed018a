import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { standingOn } from '../../../shared/domain/provider-standing.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { build } from '../../../shared/domain/turn-list.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { turnListStore } from '../turn-list-store.ts';
import { listFaults } from './turn-list-faults.ts';

const Body = z.strictObject({
  providers: z
    .array(z.strictObject({ providerId: SafeId, number: z.int().min(1).max(9_999) }))
    .min(1)
    .max(1_000)
    .meta({ description: 'Every approved provider with its number (L-06, L-07)' }),
  first: SafeId.optional().meta({ description: 'Whose turn it is first; the lowest number when left out' }),
});

/**
 * An officer draws up the turn list in advance, or draws it up again (L-06, S-04). The ledger keeps who did it and
 * when, and what was picked before.
 */
export const arrangeTurns = endpoint({
  summary: 'Draw up the turn list with every approved provider',
  body: Body,
  answer: z.object({ version: z.int(), queue: z.array(z.string()), seq: z.int() }),
  async run({ body, caller, at, ifMatch }, { table }) {
    const on = dateOf(at);
    const routine = await routineOn(table, on);
    if (!routine.ok) return routine;
    if (!routine.value.pack.modules.includes('choices')) return refuse('conflict', 'not-in-routine');
    const stored = await turnListStore(table).find();
    if (ifMatch !== undefined && ifMatch !== (stored?.version ?? 0)) return refuse('conflict', 'stale-version');

    const numbers = body.providers.map(({ providerId, number }) => ({ provider: providerId, number }));
    const approved = (await providerStore(table).all()).map((provider) => ({
      id: provider.id,
      ended: standingOn(provider, on) === 'ENDED',
    }));
    const faults = listFaults(numbers, body.first, approved);
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults);

    const written = build(numbers, body.first, stored?.entity, { at, on, by: caller.userId });
    const version = (stored?.version ?? 0) + 1;
    const { queue, seq } = written.list;
    return done({ version, queue: [...queue], seq }, { version, saves: turnListStore(table).write(written, stored) });
  },
});
