import * as z from 'zod';
import { Month } from '../../../shared/domain/local-date.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { BasisDraft } from './basis-draft.ts';
import { basisDraftStore } from './basis-draft-store.ts';

/** The report of bought hours that came by mail and waits to be handed in, of the caller's own provider (M-17). */
export const getBasisDraft = endpoint({
  summary: 'The report of bought hours that waits to be handed in',
  path: z.object({ month: Month }),
  answer: z.object({
    month: z.string(),
    waiting: BasisDraft.optional().meta({ description: 'Left out where nothing waits' }),
  }),
  async run({ path: { month }, caller }, deps) {
    const stored = await basisDraftStore(deps.table).find(month, caller.providerId ?? '');
    if (stored?.entity.state !== 'waiting') return done({ month });
    return done({ month, waiting: stored.entity }, { version: stored.version });
  },
});
