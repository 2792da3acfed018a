import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { meet } from '../../../shared/domain/deadline.ts';
import { guarded, Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { heldMeeting } from '../around/meetings.ts';
import { type LoadedPair, loadPair } from './load-pair.ts';
import { heldOf, isMetBy, mayMeet, PairId } from './pair.ts';
import { pairStore } from './pair-store.ts';
import { PairWithMeetings, pairWithMeetings } from './pair-view.ts';

const minutes = guarded(z.string().trim().max(4000));

/** Those who came are people of the two units, and of both. */
async function areOfBoth(
  participants: readonly string[],
  on: LocalDate,
  { units: { ordering, receiving } }: Pick<LoadedPair, 'units'>,
  { table }: Pick<Deps, 'table'>,
): Promise<Result<undefined, 'participants-missing'>> {
  const held = await Promise.all(participants.map((userId) => membershipStore(table).of(userId)));
  const unitsOf = held.map((all) => all.filter((one) => isInForceOn(one, on)).map(({ unitId }) => unitId));
  const strangers = unitsOf.flatMap((units, n) =>
    units.includes(ordering.id) || units.includes(receiving.id)
      ? []
      : [{ at: `body.participants.${n}`, code: 'participants-missing' }],
  );
  if (strangers.length > 0) return refuse('invalid', 'participants-missing', strangers);
  const isBoth = [ordering.id, receiving.id].every((id) => unitsOf.some((units) => units.includes(id)));
  return isBoth ? accept(undefined) : refuse('invalid', 'participants-missing');
}

/**
 * A meeting was held: who came, of both units, and what was said of the help's quality and of the work environment; one
 * that left a subject out asks for a reason (H-14). It counts in its calendar year (H-13, A43).
 */
export const holdMeeting = endpoint({
  summary: 'Note a meeting of two units that was held',
  path: z.object({ pairId: PairId, meetingId: SafeId }),
  body: z.strictObject({
    on: LocalDate,
    participants: z.array(SafeId).min(1).max(30),
    quality: minutes.default('').meta({ description: 'What was said of the quality of the help' }),
    workEnvironment: minutes.default('').meta({ description: 'What was said of the work environment' }),
    reason: Remark.optional().meta({ description: 'Why a subject was left out' }),
  }),
  answer: PairWithMeetings,
  async run({ path: { pairId, meetingId }, body, caller, at }, deps) {
    const found = await loadPair(pairId, at, deps);
    if (!found.ok) return found;
    const pair = found.value;
    const { ordering, receiving } = pair.units;
    const may = mayMeet({ orderingUnitId: ordering.id, receivingUnitId: receiving.id }, caller);
    if (!may.ok) return may;
    const standing = await pairStore(deps.table).findMeeting(pairId, meetingId);
    if (!standing) return refuse('missing', 'meeting-not-found');
    if (standing.entity.held) return refuse('conflict', 'meeting-held');
    const participants = [...new Set(body.participants)];
    const held = heldMeeting({ ...body, participants }, dateOf(at), pair.pack, body.reason);
    if (!held.ok) return held;
    const came = await areOfBoth(participants, body.on, pair, deps);
    if (!came.ok) return came;
    const meeting = { ...standing.entity, held: { ...body, participants, at, by: caller.userId } };
    const meetings = pair.meetings.map((one) => (one.id === meetingId ? meeting : one));
    const days = heldOf(meetings);
    const moved = pair.deadlines
      .filter(({ entity }) => entity.doneAt === undefined && isMetBy(entity, days))
      .map((over) => ({ next: meet(over.entity, at), over }));
    const deadlines = pair.deadlines.map((one) => moved.find(({ over }) => over === one)?.next ?? one.entity);
    const rule = pair.pack.purchases.meetings?.agenda;
    return done(pairWithMeetings(pair, { ...caller, at }, { meetings, deadlines }), {
      saves: [pairStore(deps.table).saveMeeting(meeting, standing)],
      deadlines: moved,
      rows: [{ event: 'meeting-held', ...(rule ? { rule } : {}), refs: { pairId, meetingId, on: body.on } }],
    });
  },
});
