import * as z from 'zod';
import { type Instant, Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { waitsUntil } from '../correcting/correction.ts';
import { monthStore } from '../month-store.ts';
import { Sample } from './commitment.ts';
import { type DrawnCase, placeInSample, sampleStore } from './sample-store.ts';
import { SampledNote } from './sampled-note.ts';

const SampledView = z.object({
  providerId: z.string(),
  caseNo: z.string(),
  officerId: z.string(),
  note: SampledNote.optional().meta({ description: 'What the customer and the notes of the visits said' }),
});

/**
 * A provider is shown what was drawn when it has handed in, and no correction is waited for: until then it could mend
 * just what is looked at.
 */
async function isShownTo(caller: Caller, month: Month, at: Instant, { table }: Deps): Promise<boolean> {
  if (!isProvidersRole(caller.role)) return true;
  const own = caller.providerId === undefined ? undefined : await monthStore(table).find(month, caller.providerId);
  const submission = own?.entity.submission;
  return submission !== undefined && waitsUntil(submission, at) === undefined;
}

/** An officer's own cases, a provider's own; the head and the administrator see all of them. */
const isTheirs = (caller: Caller, { officerId, providerId }: DrawnCase): boolean =>
  isProvidersRole(caller.role)
    ? providerId === caller.providerId
    : caller.role !== 'officer' || officerId === caller.caseload;

/** What was noted is the municipality's; the text of it is for who reads the case's lines. */
function noteFor({ role }: Caller, note: SampledNote | undefined): SampledNote | undefined {
  if (!note || isProvidersRole(role)) return undefined;
  const { comment: _, ...figures } = note;
  return role === 'administrator' ? figures : note;
}

/** A month's random sample: what it is bound to and, once the first working day is over, what it chose. */
export const getSample = endpoint({
  summary: 'The month’s random sample: its commitment, then its seed and cases',
  path: z.object({ month: Month }),
  query: z.strictObject(wholePage),
  answer: z.object({
    ...Sample.shape,
    items: z.array(SampledView),
    next: z.string().optional(),
  }),
  async run({ path: { month }, query, caller, at }, deps) {
    const store = sampleStore(deps.table);
    const sample = (await store.find(month))?.entity;
    if (!sample) return refuse('missing', 'sample-not-found');
    const { seed, drawnAt, ...committed } = sample;
    if (seed === undefined || !(await isShownTo(caller, month, at, deps))) return done({ ...committed, items: [] });
    const notes = await store.notes(month);
    const theirs = (await store.drawn(month)).filter((one) => isTheirs(caller, one));
    const { items, next } = pageOf(theirs.toSorted(byPlace), placeInSample, query);
    return done({
      ...committed,
      ...{ seed, drawnAt },
      items: items.map((one) => ({ ...one, note: noteFor(caller, notes.get(placeInSample(one))) })),
      next,
    });
  },
});

const byPlace = (one: DrawnCase, other: DrawnCase): number => (placeInSample(one) < placeInSample(other) ? -1 : 1);
