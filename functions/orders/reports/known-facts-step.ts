import type { Assignment } from '../../../shared/domain/assignment.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { assigned } from '../care-step.ts';

/**
 * What is reported of an order's customer is kept with what its provider was given, where the month's dry run finds it.
 */
async function keeping({ id, caseNo }: Order, next: (given: Assignment) => Assignment, deps: Deps): Promise<Effects> {
  const ofCase = await assignmentStore(deps.table).storedOfCase(caseNo);
  const given = ofCase.find(({ entity }) => entity.orderId === id);
  return given ? { saves: assigned(deps).change(next(given.entity), given) } : {};
}

/** A stay in hospital, which nobody is paid for (L-46, L-58). */
export const keepingStay = (order: Order, stay: { from: LocalDate; to?: LocalDate | undefined }, deps: Deps) => {
  const fact: KnownFact = { kind: 'HOSPITAL', from: stay.from, to: stay.to ?? null };
  return keeping(order, (given) => ({ ...given, known: [...(given.known ?? []), fact] }), deps);
};

/** Home again: the open stay ended on that day (L-68). */
export const keepingHome = (order: Order, on: LocalDate, deps: Deps) => {
  const ended = (fact: KnownFact): KnownFact =>
    fact.kind === 'HOSPITAL' && !fact.to && fact.from <= on ? { ...fact, to: on } : fact;
  return keeping(order, (given) => ({ ...given, ...(given.known ? { known: given.known.map(ended) } : {}) }), deps);
};

/** A greater need: more than granted in that month does not come as a surprise (L-45). */
export const keepingNeed = (order: Order, on: LocalDate, deps: Deps) =>
  keeping(order, (given) => ({ ...given, needsToldOn: [...new Set([...(given.needsToldOn ?? []), on])] }), deps);
