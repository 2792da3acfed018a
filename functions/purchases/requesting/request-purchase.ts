import { dateOf, instant } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { routineOfUnit } from '../../../shared/stores/routine.ts';
import { catalogueFaults } from '../../orders/door.ts';
import { casesOfPerson, isAnyDead } from '../../people/door.ts';
import { buying } from '../buying-pack.ts';
import { partiesIn, purchaseActor } from '../load-purchase.ts';
import { purchaseEffects, seenPurchase } from '../purchase-act-step.ts';
import { purchaseStore } from '../purchase-store.ts';
import { PurchaseView } from '../purchase-view.ts';
import { askedReceiver } from './load-receiver.ts';
import { groundsIn, PurchaseIn } from './purchase-body.ts';
import { askFor } from './request.ts';

/**
 * A unit asks another, or a provider, for hours for somebody in a case (B-13, H-02, M-02): by the role that its routine
 * names, and on the grounds that the routine asks for. Whoever decides is told, and has a task.
 */
export const requestPurchase = endpoint({
  summary: 'Ask another unit, or a provider, for hours',
  body: PurchaseIn,
  answer: PurchaseView,
  async run({ body, caller, at, language }, deps) {
    const { table } = deps;
    const actor = purchaseActor(caller, at);
    const { orderingUnitId, caseNo } = body;
    if (actor.unitId !== orderingUnitId) return refuse('forbidden', 'not-your-unit');
    const routine = await routineOfUnit(table, orderingUnitId, dateOf(at));
    if (!routine.ok) return routine;
    const { settings } = routine.value;
    const pack = buying(routine.value.pack);
    if (!pack.ok) return pack;
    const receiver = await askedReceiver(body, deps);
    if (!receiver.ok) return receiver;
    const unknown = catalogueFaults(settings.services, body.services, body.from, language);
    if (unknown.length > 0) return refuse('invalid', 'bad-request', unknown);
    if (await isAnyDead(await casesOfPerson(caseNo, deps), deps)) return refuse('conflict', 'customer-dead');
    const { mode, services, extent, from, to = null, linkedOrderId, longTermPlanId } = body;
    const wanted = {
      ...{ mode, orderingUnitId, receiver: receiver.value, caseNo, services, extent, from, to },
      grounds: groundsIn(body.grounds),
      ...(body.arisenAt === undefined ? {} : { arisenAt: instant(body.arisenAt) }),
      ...(linkedOrderId === undefined ? {} : { linkedOrderId }),
      ...(longTermPlanId === undefined
        ? {}
        : { longTermPlan: [{ at, by: caller.userId, side: 'ORDERING' as const, planId: longTermPlanId }] }),
    };
    const asked = askFor(deps.newId('kop'), wanted, actor, pack.value, body.reason);
    if (!asked.ok) return asked;
    const purchase = asked.value;
    const own = {
      stored: { entity: purchase, version: 0 },
      ...{ pack: pack.value, settings, actor, deadlines: [] },
      parties: await partiesIn(purchase, deps),
      facts: { at, consents: [], earlierAcute: [] },
    };
    const isApproved = pack.value.purchases.decision.by.includes('development-leader');
    const tells = [
      isApproved
        ? { kind: 'N34' as const, to: { role: 'development-leader' as const } }
        : { kind: mode === 'ACUTE' ? ('N39' as const) : ('N33' as const), to: { side: 'RECEIVING' as const } },
    ];
    const row = { event: 'purchase-requested', rule: pack.value.purchases.request.rule };
    const purchases = purchaseStore(table);
    const besideCase = { saves: [purchases.besideCase(purchase), purchases.watch(purchase)] };
    const { effects, deadlines } = await purchaseEffects(purchase, own, { row, tells, also: besideCase }, deps);
    return done(seenPurchase(purchase, 1, own, deadlines), { status: 201, version: 1, ...effects });
  },
});
