import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { asideStore } from '../../../shared/stores/aside-store.ts';

/**
 * A person says what is to become of something that could not be read: it has been mended and is to be read again, or
 * people have been informed in another way. Either way it is kept whole, in its own place.
 */
export const settleAside = endpoint({
  summary: 'Say what is to become of something that could not be read',
  path: z.object({ asideId: z.string() }),
  body: z.strictObject({ verdict: z.enum(['try-again', 'drop']) }),
  answer: z.object({ asideId: z.string(), verdict: z.string() }),
  async run({ path: { asideId }, body: { verdict }, at }, { table }) {
    const asides = asideStore(table);
    const found = await asides.find(asideId);
    if (!found) return refuse('missing', 'aside-not-found');
    const change = verdict === 'drop' ? asides.leave(found) : asides.tryAgain(found, at);
    return done({ asideId, verdict }, { saves: [change] });
  },
});
