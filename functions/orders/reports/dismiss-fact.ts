import * as z from 'zod';
import { meet } from '../../../shared/domain/deadline.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { ownOrder } from '../steps/load-order.ts';
import { isAboutFact, settleFact } from './settling.ts';
import { ToldFact } from './told-fact.ts';
import { toldFactStore } from './told-fact-store.ts';

/** The officer says that what a form told of is not so, and why; the same form again makes no new task of it (A66). */
export const dismissFact = endpoint({
  summary: 'Say that what a form told of is not so',
  path: z.object({ orderId: z.string(), factId: z.string() }),
  body: z.strictObject({ reason: Remark }),
  answer: ToldFact,
  async run({ path, body, caller, at }, deps) {
    const own = await ownOrder(path.orderId, { caller }, deps);
    if (!own.ok) return own;
    const facts = toldFactStore(deps.table);
    const found = await facts.find(path.orderId, path.factId);
    if (!found) return refuse('missing', 'fact-not-found');
    const settled = settleFact(found.entity, { as: 'DISMISSED', at, by: caller.userId, reason: body.reason });
    if (!settled.ok) return settled;
    const { caseNo, orderId, id: factId } = settled.value;
    const moves = isAboutFact(factId, (deadline) => meet(deadline, at));
    return done(settled.value, {
      saves: [facts.save(settled.value, found)],
      deadlines: deadlinesAfter(own.value.deadlines, { moves }, at).moved,
      rows: [{ event: 'fact-dismissed', caseNo, refs: { orderId, factId } }],
    });
  },
});
