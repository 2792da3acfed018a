import type { Order } from '../../shared/domain/order.ts';
import type { EntryKey } from '../registry.ts';

type Step = readonly [EntryKey, boolean];

const isWish = ({ ending }: Order) => ending?.cause === 'WISH' && ending.permittedAt === undefined;
const isSettled = ({ ending }: Order) =>
  ending?.cause === 'DEATH' || ending?.cause === 'SWITCH' || ending?.cause === 'PROVIDER_ENDED';

/** What an officer may do with an order that is under way (L-45, L-57, L-68, L-71, L-72). */
export const officersStepsUnderWay = (order: Order): readonly Step[] => [
  ['changeServices', true],
  ['planHomecoming', order.pause !== undefined],
  ['resumeOrder', order.pause !== undefined],
  ['verifyEnd', isWish(order)],
  ['endOrder', !isSettled(order)],
  ['reportDeath', true],
];

/** What its provider may tell and hand in (L-45, L-50, L-54, L-57, L-58, L-59, L-70), and close (L-72). */
export const providersStepsUnderWay = (order: Order): readonly Step[] => [
  ['reportNeed', true],
  ['reportDecline', true],
  ['reportHospital', order.pause === undefined],
  ['resumeOrder', order.pause !== undefined],
  ['handInCarePlan', order.started !== undefined],
  ['requestEnd', order.ending === undefined],
  ['reportDeath', true],
  ['closeOrder', order.ending?.permittedAt !== undefined],
  ['returnDocumentation', order.ending?.permittedAt !== undefined && order.started !== undefined],
];

/** What is still owed when all else is over (L-53). */
export const providersStepsAfterwards = (order: Order): readonly Step[] => [
  ['returnDocumentation', order.state === 'closed' && order.started !== undefined],
];
