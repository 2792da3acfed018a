import * as z from 'zod';
import { DeadlineView, deadlineView } from '../../../shared/domain/deadline-view.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { asksForReview, reviewAfter, reviewedLast } from './review.ts';

/** The routine has been reviewed, as it is every year (S-60); the next year begins to run. */
export const recordReview = endpoint({
  summary: 'Write down that the routine has been reviewed',
  body: z.strictObject({ reviewedOn: LocalDate }),
  answer: z.object({ reviewedOn: LocalDate, next: DeadlineView }),
  async run({ body, at }, { table }) {
    const { reviewedOn } = body;
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const { pack } = routine.value;
    if (!asksForReview(pack)) return refuse('conflict', 'not-in-routine');
    const faulty = (code: 'date-ahead' | 'review-known') => refuse('invalid', code, [{ at: 'body.reviewedOn', code }]);
    if (reviewedOn > dateOf(at)) return faulty('date-ahead');
    const settings = await settingsStore(table).find();
    if (!settings) return refuse('conflict', 'not-set-up');
    if (reviewedOn <= reviewedLast(pack, settings.entity.reviewedOn)) return faulty('review-known');

    const waiting = (await deadlineStore(table).ofRoutine()).find(({ entity }) => entity.code === 'D41');
    const next = reviewAfter(pack, reviewedOn);
    const refs = { pack: pack.name, reviewedOn, late: waiting !== undefined && at > waiting.entity.dueAt };
    const row = { event: 'routine-reviewed', refs };
    return done(
      { reviewedOn, next: deadlineView(next) },
      {
        status: 201,
        saves: [settingsStore(table).save({ ...settings.entity, reviewedOn }, settings)],
        deadlines: [{ next, ...(waiting ? { over: waiting } : {}) }],
        rows: ownRows([row], pack),
      },
    );
  },
});
