import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { OrderView, orderView } from '../order-view.ts';
import { loadOrderAndRoutine } from '../steps/load-order-and-routine.ts';
import { acceptsStated } from '../steps/stated-change.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { settleFact } from './settling.ts';
import { deathTaken, stayTaken } from './taking-over-step.ts';
import { toldFactStore } from './told-fact-store.ts';

/**
 * The officer takes over a death or a stay that a form told of: what follows is what follows where it is reported in the
 * system, with the form as its source (A66, L-58, L-59).
 */
export const takeOverFact = endpoint({
  summary: 'Take over what a form told of',
  path: z.object({ orderId: z.string(), factId: z.string() }),
  body: z.strictObject({ acceptsStated }),
  answer: OrderView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await loadOrderAndRoutine(path.orderId, input, deps);
    if (!step.ok) return step;
    const facts = toldFactStore(deps.table);
    const found = await facts.find(path.orderId, path.factId);
    if (!found) return refuse('missing', 'fact-not-found');
    const settled = settleFact(found.entity, { as: 'TAKEN_OVER', at, by: caller.userId });
    if (!settled.ok) return settled;
    const { fact } = found.entity;
    if ((fact.kind === 'DEATH' ? fact.on : (fact.to ?? fact.from)) > dateOf(at))
      return refuse('conflict', 'fact-ahead');
    const taken =
      fact.kind === 'DEATH'
        ? await deathTaken(fact, found.entity, step.value, deps)
        : await stayTaken(fact, found.entity, step.value, deps);
    if (!taken.ok) return taken;
    const { order, deadlines, effects, version } = taken.value;
    const all = together(effects, { saves: [facts.save(settled.value, found)] });
    const accepted = await unlessStated(all, body, step.value, deps);
    if (!accepted.ok) return accepted;
    const view = orderView(order, version, deadlines, step.value);
    return done({ ...view, ...accepted.value.says }, { version, ...accepted.value.effects });
  },
});
