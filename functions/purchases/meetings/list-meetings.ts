import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { loadPair } from './load-pair.ts';
import { PairId } from './pair.ts';
import { PairWithMeetings, pairWithMeetings } from './pair-view.ts';

/** The meetings of two units, planned and held, with what is left of the year (H-13, H-14). */
export const listMeetings = endpoint({
  summary: 'The meetings of two units',
  path: z.object({ pairId: PairId }),
  answer: PairWithMeetings,
  async run({ path: { pairId }, caller, at }, deps) {
    const found = await loadPair(pairId, at, deps);
    if (!found.ok) return found;
    const { units, meetings, deadlines } = found.value;
    const isTheirs = [units.ordering.id, units.receiving.id].some((id) => id === caller.unitId);
    if (!isTheirs && caller.role !== 'area-head') return refuse('missing', 'pair-not-found');
    const standing = deadlines.map(({ entity }) => entity);
    return done(pairWithMeetings(found.value, { ...caller, at }, { meetings, deadlines: standing }));
  },
});
