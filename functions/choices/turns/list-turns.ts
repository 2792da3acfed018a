import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { givenRule } from '../../../shared/packs/own-rules.ts';
import { turnRules } from '../../../shared/packs/turn-rules.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { turnListStore } from '../turn-list-store.ts';
import { unavailable } from '../turn-step.ts';
import { nextIn, picksIn, placesIn, TurnsView } from './turn-view.ts';

/** The turn list: everybody by number, whose turn it is and why, and the dated picks, the newest first (L-06–L-09, S-03). */
export const listTurns = endpoint({
  summary: 'The turn list, whose turn it is, and the picks so far',
  query: z.strictObject({ limit: PageSize, cursor: Cursor }),
  answer: TurnsView,
  async run({ query, caller, at }, { table }) {
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const rules = turnRules(routine.value.pack);
    const stored = await turnListStore(table).find();
    if (!stored)
      return done({ version: 0, drawnUp: false, rules, providers: [], next: null, nextUrgent: null, picks: [] });
    const names = new Map((await providerStore(table).all()).map(({ id, name }) => [id, name]));
    const notNow = await unavailable(table, { minutesPerMonth: 0, at });
    const around = { list: stored.entity, rules, names, notNow };
    const ledger = await turnListStore(table).ledger({ limit: query.limit, after: query.cursor });
    // Whose turn it is, under the routine's own rules.
    const own = (next: ReturnType<typeof nextIn>) =>
      next && { ...next, why: next.why.map((step) => ({ ...step, rule: givenRule(step.rule, routine.value.pack) })) };
    const view = {
      version: stored.version,
      drawnUp: true,
      rules,
      providers: placesIn(around),
      next: own(nextIn('NONCHOICE', around)),
      nextUrgent: own(nextIn('URGENT', around)),
      picks: picksIn(ledger.items, { seesCases: !isProvidersRole(caller.role) }),
    };
    return done({ ...view, ...(ledger.next ? { cursor: ledger.next } : {}) }, { version: stored.version });
  },
});
