import { type Assignment, decidedDays, overlaps } from '../../../shared/domain/assignment.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { because, withCorrection } from '../corrections.ts';

type Stay = Extract<KnownFact, { kind: 'HOSPITAL' }>;

/** Which stay, by the day of admission as it was told, and the days that are right. */
export type RightDays = {
  readonly admittedOn: LocalDate;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
};

const faulty = <Code extends string>(at: string, code: Code) => refuse('invalid', code, [{ at, code }]);

const inWords = ({ from, to }: Stay): string => `${from}/${to ?? ''}`;

type Corrected = { readonly order: Order; readonly was: Stay; readonly is: Stay };

/**
 * The days of a stay in hospital, admission or home again, put right (L-46, L-58): what is known for the month, the
 * order's own pause, and a note of what it was. A stay that has not ended is ended by the home-coming, not by this.
 */
export function correctedStay(
  order: Order,
  known: readonly KnownFact[],
  { admittedOn, ...days }: RightDays,
  { at, by, reason }: { readonly at: Instant; readonly by: string; readonly reason: string },
): Result<Corrected, 'stay-not-found' | 'order-paused' | 'date-ahead' | 'to-before-from'> {
  const was = known.find((fact): fact is Stay => fact.kind === 'HOSPITAL' && fact.from === admittedOn);
  if (!was) return faulty('body.admittedOn', 'stay-not-found');
  if (!was.to && days.to !== undefined) return refuse('conflict', 'order-paused');
  const is: Stay = { ...was, from: days.from ?? was.from, ...(days.to ? { to: days.to } : {}) };
  const today = dateOf(at);
  if (is.from > today) return faulty('body.from', 'date-ahead');
  if (is.to && is.to > today) return faulty('body.to', 'date-ahead');
  if (is.to && is.to < is.from) return faulty('body.to', 'to-before-from');
  if (inWords(was) === inWords(is)) return accept({ order, was, is });
  const paused = order.pause?.from === was.from ? { pause: { ...order.pause, from: is.from } } : {};
  const note = { at, by, what: 'STAY', was: inWords(was), is: inWords(is), ...because(reason) } as const;
  return accept({
    order: withCorrection({ ...order, ...paused }, note),
    was,
    is,
  });
}

/**
 * What a provider was given, with the days that are right: known to whoever had the case on them, as when it is told, and
 * to nobody else any more. What it does not concern is as it was.
 */
export function withStayCorrected(given: Assignment, was: Stay, is: Stay): Assignment {
  const known = given.known ?? [];
  const isWrong = (fact: KnownFact) => fact.kind === 'HOSPITAL' && inWords(fact) === inWords(was);
  const isKnown = known.some(isWrong);
  const isHere = overlaps(decidedDays(given), { from: is.from, to: is.to ?? null });
  if (!isKnown && !isHere) return given;
  const others = known.filter((fact) => !isWrong(fact) && !(fact.kind === 'HOSPITAL' && inWords(fact) === inWords(is)));
  const next = isHere ? [...others, is] : others;
  return { ...given, known: next };
}
