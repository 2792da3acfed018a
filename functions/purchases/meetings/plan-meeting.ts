import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { loadPair } from './load-pair.ts';
import { mayMeet, PairId } from './pair.ts';
import { yearOpened } from './pair-opening-step.ts';
import { mostMeetings, pairStore } from './pair-store.ts';
import { PairWithMeetings, pairWithMeetings } from './pair-view.ts';

/** A manager of either unit plans a meeting of both (H-13, H-14); the other unit's manager is told. */
export const planMeeting = endpoint({
  summary: 'Plan a meeting of two units',
  path: z.object({ pairId: PairId }),
  body: z.strictObject({ on: LocalDate, agenda: Remark.optional() }),
  answer: PairWithMeetings,
  async run({ path: { pairId }, body, caller, at }, deps) {
    const found = await loadPair(pairId, at, deps);
    if (!found.ok) return found;
    const pair = found.value;
    const { ordering, receiving } = pair.units;
    const may = mayMeet({ orderingUnitId: ordering.id, receivingUnitId: receiving.id }, caller);
    if (!may.ok) return may;
    if (pair.meetings.length >= mostMeetings) return refuse('conflict', 'too-many-meetings');
    const { table } = deps;
    const opened = yearOpened(pairId, { ...pair, at }, deps);
    const planned = { at, by: caller.userId };
    const meeting = { id: deps.newId('mote'), pairId, planned, ...body };
    const isOrdering = caller.unitId === ordering.id;
    const other = {
      unitId: isOrdering ? receiving.id : ordering.id,
      roles: [isOrdering ? ('receiving-manager' as const) : ('ordering-manager' as const)],
    };
    const rule = pair.pack.purchases.meetings?.rule;
    const effects = together(opened.effects, {
      saves: [pairStore(table).saveMeeting(meeting, undefined)],
      letters: await outbox(deps, pair.settings, at).toUnit(other, 'N45', { to: 'tasks', variant: 'planned' }),
      rows: [
        { event: 'meeting-planned', ...(rule ? { rule } : {}), refs: { pairId, meetingId: meeting.id, on: body.on } },
      ],
    });
    const stored = { entity: opened.pair, version: (pair.stored?.version ?? 0) + 1 };
    const deadlines = [
      ...pair.deadlines.map(({ entity }) => entity),
      ...(opened.effects.deadlines ?? []).flatMap(({ next, over }) => (over ? [] : [next])),
    ];
    const meetings = [meeting, ...pair.meetings];
    return done(pairWithMeetings({ ...pair, stored }, { ...caller, at }, { meetings, deadlines }), {
      status: 201,
      ...effects,
    });
  },
});
