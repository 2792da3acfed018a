import type { OrderActKey, OrderShown } from '../order-form.ts';

type Code = OrderShown['deadlines'][number]['code'];

/** Offered only while the order waits for it, or as the other answer to what it waits for. */
const steps: readonly OrderActKey[] = [
  ...(['confirmOrder', 'rejectOrder', 'startOrder', 'executeOrder'] as const),
  ...(['contactProvider', 'prepareSheet', 'deliverSheet', 'verifyEnd', 'followUpNotExecuted'] as const),
];
/** May be done for long; a limit says when it is time (L-53, L-55, L-68). */
const limits: Readonly<Partial<Record<OrderActKey, Code>>> = {
  returnDocumentation: 'D15',
  handInCarePlan: 'D16',
  resumeOrder: 'D27',
};

/** Whether a limit stands and nobody has met it. */
const isOpen = ({ deadlines }: OrderShown, wanted: Code): boolean =>
  deadlines.some(({ code, state }) => code === wanted && (state === 'open' || state === 'overdue'));

/** Whether the order waits for a step, or it is one of those that may be taken at any time. */
export function isWaitedFor(act: OrderActKey, order: OrderShown, isProviders: boolean): boolean {
  // Home again is the provider's to tell; the officer tells when that will be.
  if (act === 'planHomecoming') return order.pause !== undefined && order.pause.homecoming === undefined;
  const limit = act === 'resumeOrder' && !isProviders ? undefined : limits[act];
  return limit === undefined ? steps.includes(act) : isOpen(order, limit);
}
