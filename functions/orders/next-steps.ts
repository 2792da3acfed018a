import type { Instant } from '../../shared/domain/local-time.ts';
import type { Order } from '../../shared/domain/order.ts';
import { isOver } from '../../shared/domain/order-end.ts';
import { isProvidersRole, type Role } from '../../shared/domain/roles.ts';
import type { EntryKey } from '../registry.ts';
import type { Arrangement } from './arrangement.ts';
import { isDead } from './ending/order-death.ts';
import { isClosedByDay, isClosedByDecision } from './ending/unclosed.ts';
import { hasBegun } from './order.ts';
import { hasTakenOver } from './placing/rejection.ts';

/** Who looks at an order, and how it is carried out. */
export type Seer = {
  readonly role: Role;
  readonly arrangement: Arrangement;
  readonly hasCeiling: boolean;
  readonly at: Instant;
};

type Step = readonly [EntryKey, boolean];

const mayClose = ({ state, ending }: Order): boolean => state === 'ending' && ending?.lastDay !== undefined;
/** A wish that nobody has spoken with the customer about yet (L-71). */
const isOnlyWish = ({ ending }: Order): boolean => ending?.cause === 'WISH' && ending.permittedAt === undefined;

/** An end that the officer has decided, with or without a wish for it. */
const isDecided = (order: Order): boolean => !isSettled(order) && order.ending?.lastDay !== undefined;

/** An end that is not the officer's own to move. */
const isSettled = ({ ending }: Order): boolean =>
  ending !== undefined && ending.cause !== 'WISH' && ending.cause !== 'DECISION';

/** A stay that has ended has left no mark on the order: the reports tell of it. */
const mayHaveStayed = (order: Order): boolean => order.pause !== undefined || hasBegun(order);

const mayWithdraw = (order: Order): boolean =>
  !order.confirmed && !hasBegun(order) && order.choice?.how !== 'SWITCHED' && !isSettled(order);

const officersSteps = (order: Order, { arrangement }: Seer): readonly Step[] => {
  const { contact, sheet, firstVisit, started } = order;
  return [
    ['prepareSheet', arrangement.paper && sheet?.delivered === undefined],
    ['contactProvider', arrangement.event === 'CONTACTED' && contact === undefined],
    ['deliverSheet', contact !== undefined && sheet !== undefined && sheet.delivered === undefined],
    ['executeOrder', firstVisit !== undefined && started === undefined],
    ['deferOrder', !hasBegun(order)],
    ['withdrawOrder', mayWithdraw(order)],
    ['followUpNotExecuted', (order.notExecuted?.length ?? 0) > 0],
    ['reportHospital', order.pause === undefined],
    ['correctStay', mayHaveStayed(order)],
    ['planHomecoming', order.pause !== undefined || !hasBegun(order)],
    ['resumeOrder', order.pause !== undefined],
    ['verifyEnd', isOnlyWish(order)],
    ['changeServices', true],
    ['noteDecisionDays', true],
    ['endOrder', !isSettled(order)],
    ['withdrawEnd', isDecided(order)],
    ['reportDeath', true],
  ];
};

const providersSteps = (order: Order, { arrangement, hasCeiling, at }: Seer): readonly Step[] => [
  ['confirmOrder', arrangement.confirmation !== 'NONE' && !order.confirmed && !hasBegun(order)],
  ['rejectOrder', hasCeiling && order.state === 'placed' && !hasTakenOver(order, at)],
  ['startOrder', !hasBegun(order)],
  ['deferOrder', !hasBegun(order)],
  ['reportNotExecuted', true],
  ['reportNeed', true],
  ['reportDecline', true],
  ['reportHospital', order.pause === undefined],
  ['correctStay', mayHaveStayed(order)],
  ['resumeOrder', order.pause !== undefined],
  ['handInCarePlan', order.started !== undefined],
  ['requestEnd', order.state !== 'ending'],
  ['closeOrder', mayClose(order)],
  ['returnDocumentation', mayClose(order) && order.started !== undefined],
  ['reportDeath', true],
];

/** What is still owed when all else is over (L-53). */
const afterwards = ({ state, started }: Order): readonly Step[] => [
  ['returnDocumentation', state === 'closed' && started !== undefined],
];

/** A last day that was wrong may be put right when it has closed the order too (L-72). */
const officersAfterwards = (order: Order): readonly Step[] => [
  ['endOrder', isClosedByDay(order)],
  ['withdrawEnd', isClosedByDecision(order)],
];

/** Of a customer who has died only that may be put right, and what is still owed handed over. */
const afterDeath = (order: Order, isProviders: boolean): readonly Step[] => [
  ...(isProviders ? ([['closeOrder', mayClose(order)]] as const) : []),
  ['returnDocumentation', isProviders && order.started !== undefined],
  ['reportDeath', true],
  ['undoDeath', true],
];

function stepsOf(order: Order, seer: Seer): readonly Step[] {
  const isProviders = isProvidersRole(seer.role);
  if (isDead(order) && (isProviders || seer.role === 'officer')) return afterDeath(order, isProviders);
  if (isOver(order) && seer.role === 'officer') return officersAfterwards(order);
  if (isOver(order)) return isProviders ? afterwards(order) : [];
  if (seer.role === 'officer') return officersSteps(order, seer);
  return isProviders ? providersSteps(order, seer) : [];
}

/** What the one who looks may do with the order next, by the names of the ways in; in the order that the routine has. */
export function nextSteps(order: Order, seer: Seer): readonly EntryKey[] {
  return stepsOf(order, seer).flatMap(([key, may]) => (may ? [key] : []));
}
