import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { endPaper } from './end-paper-step.ts';
import { ended } from './paper.ts';
import { paperStore } from './paper-store.ts';
import { PaperState, paperState } from './paper-view.ts';
import { underWay } from './readers.ts';

/**
 * The administrator takes a paper back before it is handed in, whoever it waits for: it was filed by mistake, or the month
 * comes in another way. The scans stay, and what was keyed of them goes on if they are filed again.
 */
export const withdrawPaper = endpoint({
  summary: 'Take back a month’s paper that is not handed in',
  path: z.object({ month: Month, providerId: SafeId, paperId: SafeId }),
  body: z.strictObject({ reason: Remark.meta({ description: 'Why; stands in the journal' }) }),
  answer: PaperState,
  async run({ path, body: { reason }, caller, at }, deps) {
    const stored = await paperStore(deps.table).find(path, path.paperId);
    if (!stored) return refuse('missing', 'paper-not-found');
    const may = underWay(stored.entity);
    if (!may.ok) return may;
    const next = ended(stored.entity, 'withdrawn', { by: caller.userId, at, reason });
    const withdrawn = await endPaper(stored, next, at, deps);
    return withdrawn.ok ? done(paperState(withdrawn.value.paper), withdrawn.value.effects) : withdrawn;
  },
});
