import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { Print } from './print.ts';
import { printStore } from './print-store.ts';

/** Which month of which provider the letters on a printed page name: nothing of who is in it. */
export const getPrint = endpoint({
  summary: 'What the letters on a printed page name',
  path: z.object({ letters: z.string().regex(/^[A-Z2-7]{8}$/) }),
  answer: Print.pick({ letters: true, month: true, providerId: true, form: true, pages: true }).extend({
    providerName: z.string(),
  }),
  async run({ path }, deps) {
    const print = await printStore(deps.table).find(path.letters);
    if (!print) return refuse('missing', 'print-not-found');
    const { letters, month, providerId, form, pages } = print;
    const providerName = (await providerStore(deps.table).find(providerId))?.entity.name ?? providerId;
    return done({ letters, month, providerId, form, pages, providerName });
  },
});
