import * as z from 'zod';
import type { Service } from '../../../shared/domain/assignment.ts';
import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Fault } from '../../../shared/domain/result.ts';

/** Why less is granted than before, and what kind of decision it is that is lowered (SoL 2025:400, 14:9). */
export const Decrease = z.strictObject({
  ground: z.enum(['CIRCUMSTANCES_CHANGED', 'CUSTOMERS_WISH', 'RESERVATION']).meta({
    description:
      'CIRCUMSTANCES_CHANGED: much has changed for the customer · CUSTOMERS_WISH · RESERVATION: the decision said that it would be tried anew',
  }),
  decision: z.enum(['STANDING', 'TIMED']).meta({ description: 'Until further notice, or for a time that was set' }),
});
export type Decrease = z.infer<typeof Decrease>;

/** From when a standing decision may be lowered because much has changed: the act's own day (transition, 3). */
const actInForce: LocalDate = '2025-07-01';

const begins = (service: Service, order: Order): LocalDate => service.from ?? order.from;

/** The services of an order on a day. */
const inForceOn = (order: Order, day: LocalDate): readonly Service[] =>
  order.services.filter((service) => begins(service, order) <= day && (!service.to || service.to >= day));

const minutesOf = (services: readonly Service[], code: string): number =>
  services.filter((service) => service.code === code).reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);

/** The services of which less is granted from the day on, as they stood. */
export const loweredBy = (before: Order, after: Order, from: LocalDate): readonly Service[] => {
  const [were, are] = [inForceOn(before, from), inForceOn(after, from)];
  return were.filter(({ code }) => minutesOf(are, code) < minutesOf(were, code));
};

/** What a decrease lacks: its ground, a day that has not been, and a decision that may be lowered on that ground. */
export function decreaseFaults(
  order: Order,
  lowered: readonly Service[],
  { from, decrease }: { readonly from: LocalDate; readonly decrease?: Decrease | undefined },
  at: Instant,
): readonly Fault[] {
  if (lowered.length === 0) return decrease ? [{ at: 'body.decrease', code: 'nothing-lowered' }] : [];
  const isOld = lowered.some((service) => (service.decidedOn ?? begins(service, order)) < actInForce);
  const isChange = decrease?.ground === 'CIRCUMSTANCES_CHANGED' && decrease.decision === 'STANDING';
  return [
    ...(decrease ? [] : [{ at: 'body.decrease', code: 'decrease-without-ground' }]),
    ...(from < dateOf(at) ? [{ at: 'body.from', code: 'decrease-back-in-time' }] : []),
    ...(isChange && isOld ? [{ at: 'body.decrease.ground', code: 'decrease-before-act' }] : []),
  ];
}
