import * as z from 'zod';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { LetterVerdict, settle } from './delivery.ts';
import { ownLetter } from './load-own-letter.ts';

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
    const own = await ownLetter(path.letterId, caller, table);
    if (!own.ok) return own;
    const next = settle(own.value.entity, body.verdict, at);
    if (!next) return refuse('conflict', 'letter-not-asked');
    return done({ letterId: next.id, state: next.state }, { saves: [letterStore(table).save(next, own.value)] });
  },
});
