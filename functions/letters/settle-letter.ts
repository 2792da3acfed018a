import * as z from 'zod';
import { ownerOf } from '../../shared/domain/owner.ts';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { LetterVerdict, settle } from './delivery.ts';

/**
 * A person says what became of a letter that nobody knows of: it arrived, is to be sent again, or people have been
 * informed in another way.
 */
export const settleLetter = endpoint({
  summary: 'Say what became of a letter whose fate is not known',
  path: z.object({ letterId: z.string() }),
  body: z.strictObject({ verdict: LetterVerdict }),
  answer: z.object({ letterId: z.string(), state: z.string() }),
  async run({ path, body, caller, at }, { table }) {
    const letters = letterStore(table);
    const stored = await letters.find(path.letterId);
    const isTheirs = caller.role === 'administrator' || stored?.entity.phones === ownerOf(caller);
    if (!stored || !isTheirs) return refuse('missing', 'letter-not-found');
    const next = settle(stored.entity, body.verdict, at);
    if (!next) return refuse('conflict', 'letter-not-asked');
    return done({ letterId: next.id, state: next.state }, { saves: [letters.save(next, stored)] });
  },
});
