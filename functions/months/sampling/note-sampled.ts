import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { sampleStore } from './sample-store.ts';
import { noted, SampledNote, SampledSaid } from './sampled-note.ts';

/** The officer writes down what the customer and the notes of the visits said of a case in the sample; nothing waits for it. */
export const noteSampled = endpoint({
  summary: 'Note what was found out of a case in the sample',
  path: z.object({ month: Month, providerId: SafeId, caseNo: CaseNumber }),
  body: SampledSaid,
  answer: SampledNote,
  async run({ path: { month, ...of }, body, caller, at, ifMatch }, deps) {
    const store = sampleStore(deps.table);
    const isShown = (await store.find(month))?.entity.seed !== undefined;
    const one = isShown
      ? (await store.drawn(month)).find(
          ({ providerId, caseNo }) => providerId === of.providerId && caseNo === of.caseNo,
        )
      : undefined;
    // Another officer's case is not there.
    if (one?.officerId !== caller.caseload) return refuse('missing', 'case-not-sampled');
    const over = await store.note(month, of);
    if (ifMatch !== undefined && ifMatch !== (over?.entity.version ?? 0)) return refuse('conflict', 'stale-version');
    const next = noted(body, over?.entity, { by: caller.userId, at });
    const { customer, visitNotes } = next;
    const row = { event: 'sample-noted', caseNo: of.caseNo, refs: { month, ...of, customer, visitNotes } };
    return done(next, { version: next.version, saves: [store.saveNote(month, of, next, over)], rows: [row] });
  },
});
