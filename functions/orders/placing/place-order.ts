import * as z from 'zod';
import { dateOf, type Instant, instant } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { WarningStep } from '../../../shared/domain/why.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { together } from '../../../shared/steps/effects.ts';
import { fileForm } from '../../../shared/steps/file-uploads.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { isAnyDead, type WrittenIn, writingIn } from '../../people/door.ts';
import { arrangementOf } from '../arrangement.ts';
import { giveCare } from '../care-step.ts';
import { notifyNurses } from '../nurses-step.ts';
import { OrderView, orderView } from '../order-view.ts';
import { stayUntil } from '../reports/hospital.ts';
import { whileCaseAlive } from '../steps/alive-step.ts';
import { unlessStated } from '../steps/stated-guard-step.ts';
import { remarks } from './choice.ts';
import { orderOf } from './new-order.ts';
import { Notified, notificationOf } from './notification.ts';
import { OrderIn, ownFieldsOf } from './order-body.ts';
import { placingOf } from './placing-step.ts';
import { placingRows } from './registration.ts';
import { roomRemarks } from './room-step.ts';

const Warnings = z.array(WarningStep).meta({
  description:
    'What the routine asks for and nobody has said yet; number-of-another: the number is somebody else’s (A73)',
});
const Placed = z.object({ ...OrderView.shape, warnings: Warnings, told: Notified.optional() });
/** What the night patrol needs to know of the urgent order that it has given (S-17). */
const Given = OrderView.pick({ id: true, caseNo: true, providerId: true, urgent: true, placedAt: true, startBy: true })
  .extend({ provider: z.object({ name: z.string(), phone: z.string().optional() }), warnings: Warnings })
  .meta({ id: 'UrgentOrder' });

type Asked = {
  readonly body: OrderIn;
  readonly caller: Caller;
  readonly at: Instant;
  readonly language: string;
};

/** The customer who is taken in with the order, if any is. */
const customerOf = async ({ body, caller, at, language }: Asked, deps: Deps): Promise<WrittenIn> => {
  const { caseNo, customer, samePerson } = body;
  return customer
    ? writingIn({ caseNo, customer, samePerson, caller, at, language }, deps)
    : { saves: [], warnings: [], others: [], isProtected: false };
};

/**
 * An officer orders the decided services from the provider that the customer has chosen or whose turn it is (L-10, L-11,
 * S-08, S-22), in a case that is theirs or with the customer whom they take in; the night patrol gives urgent ones only,
 * in cases that are known (S-17).
 */
export const placeOrder = endpoint({
  summary: 'Place an order with a provider',
  body: OrderIn,
  answer: z.union([Placed, Given]),
  async run(input, deps) {
    const { body, caller, at, language } = input;
    const { table } = deps;
    const isPatrol = caller.role === 'night-patrol';
    if (isPatrol && !body.urgent) return refuse('forbidden', 'only-urgent');
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const { pack, settings } = routine.value;
    if (!pack.modules.includes('orders')) return refuse('conflict', 'not-in-routine');

    const known = await caseStore(table).find(body.caseNo);
    if (isPatrol && !known) return refuse('missing', 'case-not-found');
    const officerId = isPatrol && known ? known.entity.officerId : caller.caseload;
    if (known && known.entity.officerId !== officerId)
      return refuse('forbidden', 'not-your-case', [{ at: 'body.caseNo', code: 'not-your-case' }]);
    const alive = await whileCaseAlive(body.caseNo, deps);
    if (!alive.ok) return alive;
    const orderId = deps.newId('B');
    const days = { from: body.from ?? dateOf(at), to: body.to ?? null };
    const earlier = await assignmentStore(table).ofCase(body.caseNo);
    const placing = await placingOf(
      input,
      { orderId, isKnown: known !== undefined, earlier, days, pack, catalogue: settings.services },
      deps,
    );
    if (!placing.ok) return placing;

    const { provider, choice } = placing.value;
    const arrangement = arrangementOf(pack, provider.kind);
    if (!arrangement.ok) return arrangement;
    const { caseNo, services } = body;
    const phonedAt = body.phonedAt ? instant(body.phonedAt) : undefined;
    // Whoever gives an urgent order by phone has told of it; the night patrol always does (S-17, A69).
    const isHeard = arrangement.value.event === 'CONTACTED' && (isPatrol || phonedAt !== undefined);
    const assignment = { caseNo, providerId: provider.id, officerId, services, ...days };
    const about = {
      ...{ id: orderId, kind: provider.kind, placedAt: at, urgent: body.urgent ?? false, choice },
      ...(body.neededBy ? { neededBy: instant(body.neededBy) } : {}),
      ...ownFieldsOf(body, pack),
      ...(body.homecoming ? { pause: stayUntil(instant(body.homecoming), { at, by: caller.userId }) } : {}),
      ...(isHeard ? { heard: { at: phonedAt ?? at, by: caller.userId, from: 'CALL' as const } } : {}),
    };
    const made = orderOf({ ...assignment, ...about }, pack);
    if (!made.ok) return made;
    const { order, deadlines } = made.value;
    const filed = await fileForm(body.choice?.formDocumentId, 'body.choice.formDocumentId', caller, deps);
    if (!filed.ok) return filed;

    const receiving = { ...routine.value, provider, arrangement: arrangement.value, givenBy: caller.role, at };
    const news = { caseNo, provider, refs: { orderId, providerId: provider.id } };
    const rows = placingRows(order, body, { role: caller.role, phonedAt }, arrangement.value);
    const written = await customerOf(input, deps);
    // The number may be somebody's who has died: nobody gets help in another case than the one it was told in (A73).
    if (await isAnyDead(written.others, deps)) return refuse('conflict', 'customer-dead');
    const room = await roomRemarks(order, deps);
    const warnings = [...remarks(body, choice.how, arrangement.value), ...room, ...written.warnings];
    const identities = identityStore(table, deps.identityKeys);
    const isProtected = written.isProtected || (await identities.isProtected(caseNo));
    const { name, phone } = provider;
    const effects = together(
      await giveCare(made.value, receiving, rows, deps),
      {
        saves: [
          // Saved again though nothing in it changed: two officers who order at once meet here.
          caseStore(table).save({ caseNo, officerId }, known),
          ...written.saves,
        ],
      },
      placing.value.effects,
      order.healthCareEnrolled ? await notifyNurses(news, receiving, deps) : {},
    );
    const taken = await unlessStated(effects, body, { pack, at }, deps);
    if (!taken.ok) return taken;
    const answer = isPatrol
      ? { ...order, provider: { name, ...(phone ? { phone } : {}) }, warnings }
      : {
          ...orderView(order, 1, deadlines, { ...receiving, caller, language }),
          warnings,
          told: notificationOf(order, provider, arrangement.value, isProtected),
        };
    return done({ ...answer, ...taken.value.says }, { status: 201, version: 1, ...taken.value.effects });
  },
});
