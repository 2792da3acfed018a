import * as z from 'zod';
import { CaseNumber, SafeId } from './case-number.ts';
import { KnownFact } from './known-fact.ts';
import { LocalDate, lastDay, monthOf } from './local-time.ts';

/** A visit that is ordered on a weekday and a time; Monday is 1. */
const PlannedVisit = z
  .object({
    weekday: z.int().min(1).max(7),
    start: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM'),
    minutes: z.int().min(1).max(1439),
  })
  .meta({ id: 'PlannedVisit' });
export type PlannedVisit = z.infer<typeof PlannedVisit>;

/** Twelve visits a day, every day of the week. */
const mostVisits = 84;

/** A service that the decision grants, in whole minutes a month, with its own days when it has them (L-11). */
export const Service = z
  .object({
    code: z
      .string()
      .regex(/^[A-Za-zÅÄÖåäö0-9]{2,10}$/, 'two to ten letters and digits')
      .meta({ example: 'OMV' }),
    minutesPerMonth: z.int().min(0).max(99_999).meta({ example: 1200 }),
    from: LocalDate.nullish(),
    to: LocalDate.nullish(),
    visits: z.array(PlannedVisit).max(mostVisits).optional().meta({
      description: 'When it is to be done, where the order says weekdays and times: the month’s forms begin with them',
    }),
    decidedOn: LocalDate.nullish().meta({ description: 'The day of its decision; its first day where it is not said' }),
    postponedByCustomer: LocalDate.nullish().meta({
      description: 'The day on which the customer asked to wait for a provider of their own choice',
    }),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], error: 'to-before-from' })
  .meta({ id: 'Service' });
export type Service = z.infer<typeof Service>;

/** What a provider has been given to do in a case, on which days; `to` is the last day served, null until further notice. */
export const Assignment = z.object({
  caseNo: CaseNumber,
  providerId: SafeId,
  officerId: SafeId,
  services: z.array(Service),
  from: LocalDate,
  to: LocalDate.nullable(),
  /** The order that gave it; absent for what was read in from before the system. */
  orderId: z.string().optional(),
  /** What is known of the customer while the provider has the case, beside what its form says. */
  known: z.array(KnownFact).optional(),
  /** The days on which the provider noticed a greater need that it has reported (L-45). */
  needsToldOn: z.array(LocalDate).optional(),
  /**
   * The customer's death, and the last day as it was decided before it: `to` ends with the day after, but the death
   * does not shrink what was granted until then (L-48, L-49). `toldOn`: the day on which it became known here.
   */
  death: z.object({ on: LocalDate, to: LocalDate.nullable(), toldOn: LocalDate.optional() }).optional(),
});
export type Assignment = z.infer<typeof Assignment>;

/**
 * The last day of care that a month is judged by. A month that had begun when the death was told may have been reported
 * as if the customer lived: it judges those visits as after the death (A27), where a case that is not there would make
 * them unreadable. Later months have nothing of it.
 */
export function judgedUntil({ to, death }: Pick<Assignment, 'to' | 'death'>): LocalDate | null {
  if (!death || to === null) return to;
  const { toldOn = to, to: decided } = death;
  const last = lastDay(monthOf(toldOn > to ? toldOn : to));
  return decided !== null && decided < last ? decided : last;
}

/** The days as they had been decided, which a death does not shorten (A66): what is told of them may be undone. */
export const decidedDays = ({ from, to, death }: Pick<Assignment, 'from' | 'to' | 'death'>) => ({
  from,
  to: death ? death.to : to,
});

/** Whether two assignments in a case would serve the same day: no day may be paid twice. */
export const overlaps = (one: Pick<Assignment, 'from' | 'to'>, other: Pick<Assignment, 'from' | 'to'>): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);

type Given = Pick<Assignment, 'from' | 'to' | 'services'>;

/** The days on which a service is given: those of its own within the whole's. */
function daysOf({ from, to }: Given, service: Service): Pick<Assignment, 'from' | 'to'> {
  const last = service.to && (to === null || service.to < to) ? service.to : to;
  return { from: service.from && service.from > from ? service.from : from, to: last };
}

/** However it is written: nobody is granted OMV and omv. */
const sameCode = (one: string, other: string): boolean => one.toLocaleUpperCase('sv') === other.toLocaleUpperCase('sv');

const hasDays = ({ from, to }: Pick<Assignment, 'from' | 'to'>): boolean => to === null || from <= to;

/**
 * The services that two assignments in a case would both give on some day. Days are exclusive by service, not by case:
 * one provider by day and another at night is ordinary (A74), two for one service never are.
 */
export const sharedServices = (one: Given, other: Given): readonly string[] => [
  ...new Set(
    one.services.flatMap((service) => {
      const days = daysOf(one, service);
      const isShared = other.services.some((theirs) => {
        const their = daysOf(other, theirs);
        return sameCode(theirs.code, service.code) && hasDays(days) && hasDays(their) && overlaps(days, their);
      });
      return isShared ? [service.code] : [];
    }),
  ),
];

/** Whether there is still a day of it on `day` or later. */
export const goesOn = ({ to }: Pick<Assignment, 'to'>, day: LocalDate): boolean => to === null || to >= day;
