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

/** Kept with the others; an open stay that it lies across ends where it does. */
function withStay(known: readonly KnownFact[], stay: Stay): KnownFact[] {
  const { to } = stay;
  const ended = known.map((fact) =>
    fact.kind === 'HOSPITAL' && !fact.to && to && fact.from <= to ? { ...fact, to } : fact,
  );
  const isThere = ended.some((fact) => fact.kind === 'HOSPITAL' && fact.from === stay.from && fact.to === stay.to);
  return isThere ? ended : [...ended, { kind: 'HOSPITAL', ...stay }];
}
type Stay = { readonly from: LocalDate; readonly to: LocalDate | null };

/** A stay that a form told of, whatever is known of it already (A66). */
export const keepingTold = (order: Order, stay: Stay, deps: Deps) =>
  keeping(order, (given) => ({ ...given, known: withStay(given.known ?? [], stay) }), deps);

/** A death, of an order that had ended before it was known: its last days are paid by it, and none is cut. */
export const keepingDeath = (order: Order, on: LocalDate, deps: Deps) =>
  keeping(order, (given) => ({ ...given, known: [...(given.known ?? []), { kind: 'DEATH', on }] }), deps);

/** A greater need: more than granted in that month does not come as a surprise (L-45). */
export const keepingNeed = (order: Order, on: LocalDate, deps: Deps) =>
  keeping(order, (given) => ({ ...given, needsToldOn: [...new Set([...(given.needsToldOn ?? []), on])] }), deps);
