import type { Order } from '../../shared/domain/order.ts';
import { isOver } from '../../shared/domain/order-end.ts';
import { isProvidersRole, type Role } from '../../shared/domain/roles.ts';
import type { EntryKey } from '../registry.ts';
import type { Arrangement } from './arrangement.ts';
import { hasBegun } from './order.ts';

/** Who looks at an order, and how it is carried out. */
export type Seer = { readonly role: Role; readonly arrangement: Arrangement; readonly hasCeiling: boolean };

type Step = readonly [EntryKey, boolean];

const isRunning = ({ state }: Order): boolean => state === 'started';
const mayClose = ({ state, ending }: Order): boolean => state === 'ending' && ending?.lastDay !== undefined;
/** A wish that nobody has spoken with the customer about yet (L-71). */
const isOnlyWish = ({ ending }: Order): boolean => ending?.cause === 'WISH' && ending.permittedAt === undefined;

const officersSteps = (order: Order, { arrangement }: Seer): readonly Step[] => {
  const { contact, sheet, firstVisit, started, state } = order;
  return [
    ['prepareSheet', arrangement.paper && sheet?.delivered === undefined],
    ['contactProvider', arrangement.event === 'CONTACTED' && contact === undefined],
    ['deliverSheet', contact !== undefined && sheet !== undefined && sheet.delivered === undefined],
    ['executeOrder', firstVisit !== undefined && started === undefined],
    ['deferOrder', !hasBegun(order)],
    ['planHomecoming', state === 'paused'],
    ['resumeOrder', state === 'paused'],
    ['verifyEnd', isOnlyWish(order)],
    ['changeServices', state !== 'ending'],
    ['endOrder', state !== 'ending'],
    ['reportDeath', true],
  ];
};

const providersSteps = (order: Order, { arrangement, hasCeiling }: Seer): readonly Step[] => [
  ['confirmOrder', arrangement.confirmation !== 'NONE' && !order.confirmed && !hasBegun(order)],
  ['rejectOrder', hasCeiling && order.state === 'placed'],
  ['startOrder', !hasBegun(order)],
  ['deferOrder', !hasBegun(order)],
  ['reportNotExecuted', true],
  ['reportNeed', true],
  ['reportDecline', isRunning(order)],
  ['reportHospital', isRunning(order)],
  ['resumeOrder', order.state === 'paused'],
  ['requestEnd', order.state !== 'ending'],
  ['closeOrder', mayClose(order)],
  ['reportDeath', true],
];

/** What the one who looks may do with the order next, by the names of the ways in; in the order that the routine has. */
export function nextSteps(order: Order, seer: Seer): readonly EntryKey[] {
  if (isOver(order)) return [];
  const steps =
    seer.role === 'officer'
      ? officersSteps(order, seer)
      : isProvidersRole(seer.role)
        ? providersSteps(order, seer)
        : [];
  return steps.flatMap(([key, may]) => (may ? [key] : []));
}
