import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import {
  dateOf,
  type Instant,
  instantAt,
  type LocalDate,
  plusDays,
  swedishDateWithYear,
} from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Why } from '../../../shared/domain/why.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { arbetsdagar, endOfLimit, lastDayOfLimit } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

/** How long before its day a provider is reminded of papers. */
const daysBefore = 7;

/** A paper that the provider owes the officer (N26); a short limit is not reminded of before it has begun to run. */
function papers(
  code: 'D15' | 'D16',
  order: Order,
  begun: LocalDate,
  day: LocalDate,
  why: readonly Why[],
  pack: Pack,
): Deadline {
  const { id: orderId, caseNo, providerId, officerId } = order;
  const remindAt = instantAt(plusDays(day, -daysBefore), '08:00');
  return begin(code, {
    subject: { kind: 'order', orderId, caseNo, providerId, officerId },
    dueAt: endOfLimit(day, pack),
    ...(dateOf(remindAt) > begun ? { remindAt } : {}),
    why: [...why],
  });
}

/**
 * An end that was decided so late that the days had gone by: they are counted from the last day served all the same, which is
 * what the rule says (L-53, A20), and the limit is born late.
 */
function toldLate({ ending }: Order, day: LocalDate): readonly Why[] {
  const told = ending?.permittedAt && dateOf(ending.permittedAt);
  if (told === undefined || told <= day) return [];
  const text = `Avslutet meddelades först ${swedishDateWithYear(told)}; dagarna räknas ändå från den sista med insatser.`;
  return [{ rule: 'A20', text }];
}

/** All documentation goes to the officer within 14 days of the last day served (D15, L-53, A20, E37). */
export function documentation(order: Order, lastDay: LocalDate, pack: Pack): Deadline {
  const days = pack.params['documentation.returnDays'];
  const day = lastDayOfLimit(plusDays(lastDay, days), pack);
  const text = `Insatserna upphör ${swedishDateWithYear(lastDay)}; dokumentationen lämnas inom ${days} dagar, senast ${swedishDateWithYear(day)}.`;
  return papers('D15', order, lastDay, day, [{ rule: 'L-53', text }, ...toldLate(order, day)], pack);
}

/** A copy of the care plan goes to the officer within ten arbetsdagar of the start, which is day 0 (D16, L-55, E35). */
export function carePlanCopy(order: Order, startedOn: LocalDate, pack: Pack): Deadline {
  const days = pack.params['carePlan.arbetsdagar'];
  const day = lastDayOfLimit(addWorkingDays(startedOn, days, arbetsdagar(pack)), pack);
  const text = `Insatserna påbörjades ${swedishDateWithYear(startedOn)}; genomförandeplanens kopia lämnas inom ${days} arbetsdagar, senast ${swedishDateWithYear(day)}.`;
  return papers('D16', order, startedOn, day, [{ rule: 'L-55', text }], pack);
}

/** The documentation that is owed from the last day on (L-53), where the services have begun; once returned it stays so. */
export const documentationOwed = (
  order: Order,
  last: LocalDate,
  standing: readonly Deadline[],
  pack: Pack,
): readonly Deadline[] => {
  const isReturned = standing.some(
    ({ code, state, doneAt }) => code === 'D15' && doneAt !== undefined && state !== 'lapsed',
  );
  return order.started === undefined || isReturned || !pack.caseFile ? [] : [documentation(order, last, pack)];
};

/** The end that the documentation was owed by is undone: it was never late, and a later end asks for it anew. */
export const notOwed =
  (at: Instant) =>
  (deadline: Deadline): Deadline =>
    deadline.code === 'D15' && deadline.doneAt === undefined
      ? { ...deadline, state: 'lapsed', doneAt: at, overdueAt: undefined }
      : deadline;
