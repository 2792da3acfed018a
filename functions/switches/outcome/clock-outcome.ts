import type * as z from 'zod';
import { type Assignment, goesOn, sharedServices } from '../../../shared/domain/assignment.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import type { CallOffCause, Switch } from '../switch.ts';

/** What of the case decides whether a switch in flight goes on. */
export type SwitchFacts = {
  readonly held: readonly Assignment[];
  readonly given: Assignment | undefined;
  readonly others: readonly Assignment[];
  readonly leavingOrders: readonly Order[];
  readonly joiningOrder: Order | undefined;
  readonly joiningIsOpen: boolean;
};

export type ClockOutcome = { readonly switched: true } | { readonly calledOff: z.infer<typeof CallOffCause> };

/**
 * What the clock makes of a switch in flight, if anything. The customer died or the case ended; the days went to
 * somebody else, or the joining provider would not or could not take them; or the day has come (L-63, S-56).
 */
export function clockOutcome(one: Switch, facts: SwitchFacts, today: LocalDate): ClockOutcome | undefined {
  const { held, given, others, leavingOrders, joiningOrder, joiningIsOpen } = facts;
  const died = [...leavingOrders, ...(joiningOrder ? [joiningOrder] : [])].some(
    ({ ending }) => ending?.cause === 'DEATH',
  );
  const left = [...held, ...(given ? [given] : [])];
  if (died || !left.some((one) => goesOn(one, today))) return { calledOff: 'CASE_ENDED' };
  if (one.moved && (given === undefined || (joiningOrder && isOver(joiningOrder)))) {
    // Whoever serves the case with something else has not taken these days (A74).
    const { before } = one.moved;
    const isTaken = others.some(
      (other) => goesOn(other, today) && before.some(({ assignment }) => sharedServices(other, assignment).length > 0),
    );
    return { calledOff: isTaken ? 'OVERTAKEN' : 'JOINING_CLOSED' };
  }
  if (one.date && one.date.on <= today) return { switched: true };
  return joiningIsOpen || one.moved ? undefined : { calledOff: 'JOINING_CLOSED' };
}
