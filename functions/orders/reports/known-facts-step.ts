import { type Assignment, decidedDays, overlaps } from '../../../shared/domain/assignment.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { assigned } from '../care-step.ts';

/**
 * What is reported of a customer is kept with what providers were given, where each one's month finds it: with the order's
 * own, or with everybody's in the case, since a customer who is away is away from all of them (A66, A71). Only what
 * becomes another is written.
 */
async function keeping(
  { caseNo }: Order,
  isAbout: (given: Assignment) => boolean,
  next: (given: Assignment) => Assignment,
  deps: Deps,
): Promise<Effects> {
  const ofCase = await assignmentStore(deps.table).storedOfCase(caseNo);
  const saves = ofCase.flatMap((given) => {
    const kept = isAbout(given.entity) ? next(given.entity) : given.entity;
    return kept === given.entity ? [] : assigned(deps).change(kept, given);
  });
  return { saves };
}

type Stay = { readonly from: LocalDate; readonly to?: LocalDate | undefined };

const isStay = (fact: KnownFact, { from, to }: Stay): boolean =>
  fact.kind === 'HOSPITAL' && fact.from === from && (fact.to ?? undefined) === to;

/** Whether the month knows of the stay already: said again, it is written once. */
export async function isKnownStay({ id, caseNo }: Order, stay: Stay, deps: Deps): Promise<boolean> {
  const ofCase = await assignmentStore(deps.table).ofCase(caseNo);
  return ofCase.some(({ orderId, known = [] }) => orderId === id && known.some((fact) => isStay(fact, stay)));
}

/** A stay in hospital, which nobody is paid for (L-46, L-58), at every provider of the case whose days it concerns. */
export const keepingStay = (order: Order, stay: Stay, deps: Deps) => {
  const fact: KnownFact = { kind: 'HOSPITAL', from: stay.from, to: stay.to ?? null };
  const days = { from: stay.from, to: stay.to ?? null };
  const kept = (given: Assignment): Assignment =>
    given.known?.some((known) => isStay(known, stay)) ? given : { ...given, known: [...(given.known ?? []), fact] };
  return keeping(order, (given) => overlaps(decidedDays(given), days), kept, deps);
};

/** Home again: the open stay ended on that day (L-68), for every provider of the case. */
export const keepingHome = (order: Order, on: LocalDate, deps: Deps) => {
  const ended = (fact: KnownFact): KnownFact =>
    fact.kind === 'HOSPITAL' && !fact.to && fact.from <= on ? { ...fact, to: on } : fact;
  const isAbout = ({ known }: Assignment) => known?.some((fact) => ended(fact) !== fact) === true;
  return keeping(order, isAbout, (given) => ({ ...given, known: (given.known ?? []).map(ended) }), deps);
};

/** Kept with the others; an open stay that it lies across ends where it does. */
function withStay(known: readonly KnownFact[], stay: ToldStay): KnownFact[] {
  const { to } = stay;
  const ended = known.map((fact) =>
    fact.kind === 'HOSPITAL' && !fact.to && to && fact.from <= to ? { ...fact, to } : fact,
  );
  const isThere = ended.some((fact) => fact.kind === 'HOSPITAL' && fact.from === stay.from && fact.to === stay.to);
  return isThere ? ended : [...ended, { kind: 'HOSPITAL', ...stay }];
}
type ToldStay = { readonly from: LocalDate; readonly to: LocalDate | null };

/** A stay that a form told of, whatever is known of it already (A66). */
export const keepingTold = (order: Order, stay: ToldStay, deps: Deps) =>
  keeping(
    order,
    (given) => overlaps(decidedDays(given), stay),
    (given) => ({ ...given, known: withStay(given.known ?? [], stay) }),
    deps,
  );

/** A death in a case of which nothing goes on, nor did then: nothing is cut, and nobody is given more. */
export const keepingDeath = (order: Order, on: LocalDate, deps: Deps) =>
  keeping(
    order,
    ({ orderId }) => orderId === order.id,
    (given) => ({ ...given, known: [...(given.known ?? []), { kind: 'DEATH', on }] }),
    deps,
  );

/** A greater need: more than granted in that month does not come as a surprise (L-45). */
export const keepingNeed = (order: Order, on: LocalDate, deps: Deps) =>
  keeping(
    order,
    ({ orderId }) => orderId === order.id,
    (given) => ({ ...given, needsToldOn: [...new Set([...(given.needsToldOn ?? []), on])] }),
    deps,
  );
