import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { filteredPage } from '../../../shared/http/filtered-page.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { sideOf } from '../caller-side.ts';
import { switchStore, type WhoseSwitches } from '../switch-store.ts';
import { SwitchView, switchView } from '../switch-view.ts';
import { asItIsOn } from './load-begun.ts';

const Query = z.strictObject({
  state: z.enum(['in-flight', 'all']).default('in-flight'),
  /** For the head, who has none of their own. */
  providerId: SafeId.optional(),
  officerId: SafeId.optional(),
  /** Of what the list would hold, those of one case. */
  caseNo: CaseNumber.optional(),
  limit: PageSize,
  cursor: Cursor,
});

/** Whose switches a list is of: one's own, or for the head the officer's or the provider's that was asked for. */
function whoseList(caller: Caller, query: z.infer<typeof Query>): WhoseSwitches | undefined {
  if (caller.role === 'officer') return { officerId: caller.caseload };
  if (caller.role !== 'head') return { providerId: caller.providerId ?? '' };
  if (query.providerId) return { providerId: query.providerId };
  return query.officerId ? { officerId: query.officerId } : undefined;
}

/** Switches in flight, or all with those first, by officer and by unit, leaving and joining alike. */
export const listSwitches = endpoint({
  summary: 'List changes of provider, those in flight first',
  query: Query,
  answer: z.object({ items: z.array(SwitchView), next: z.string().optional() }),
  async run({ query, caller, at, language }, deps) {
    const { table } = deps;
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const whose = whoseList(caller, query);
    if (!whose) return refuse('invalid', 'bad-request', [{ at: 'query.providerId', code: 'whose-switches' }]);
    const asked = { limit: query.limit, after: query.cursor };
    const onlyNow = query.state === 'in-flight';
    const page = await filteredPage(
      (part) => switchStore(table).list(whose, onlyNow, part),
      ({ entity }) => query.caseNo === undefined || entity.caseNo === query.caseNo,
      asked,
    );
    const items = await Promise.all(
      page.items.map(async ({ entity, version }) => {
        const side = sideOf(entity, caller);
        const deadlines = await deadlineStore(table).ofSwitch(entity.id);
        // What the index still says of a switch that is somebody else's by now is left out.
        return side
          ? [
              switchView(
                await asItIsOn(entity, at, deps),
                version,
                side,
                deadlines.map((deadline) => deadline.entity),
                { language, pack: routine.value.pack },
              ),
            ]
          : [];
      }),
    );
    return done({ items: items.flat(), next: page.next });
  },
});
