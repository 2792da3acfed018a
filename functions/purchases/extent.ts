import * as z from 'zod';
import {
  daysBetween,
  daysIn,
  firstDay,
  type LocalDate,
  lastDay,
  monthOf,
  nextMonth,
  plusDays,
} from '../../shared/domain/local-time.ts';

/** The days of the week, Monday 1 to Sunday 7, each once. */
const Weekdays = z
  .array(z.int().min(1).max(7))
  .min(1)
  .refine((days) => new Set(days).size === days.length, 'each once');

/**
 * How much is bought: whole minutes a month, or a week, then spread over its weekdays (M-03). A week without weekdays is
 * every day of it.
 */
export const Extent = z
  .strictObject({
    minutes: z.int().min(0).max(99_999),
    per: z.enum(['MONTH', 'WEEK']),
    weekdays: Weekdays.optional(),
  })
  .refine(({ per, weekdays }) => per === 'WEEK' || weekdays === undefined, {
    path: ['weekdays'],
    error: 'weekdays-of-month',
  })
  .meta({ id: 'Extent' });
export type Extent = z.infer<typeof Extent>;

/** From the first to the last day, both included; none when the last lies before the first. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** Monday 1 to Sunday 7; the fourth of January 2021 was a Monday. */
const weekdayOf = (day: LocalDate): number => (((daysBetween('2021-01-04', day) % 7) + 7) % 7) + 1;

/** How many days of the period fall on those weekdays. */
function daysOn(weekdays: readonly number[], { from, to }: Period): number {
  const length = daysBetween(from, to) + 1;
  if (length <= 0) return 0;
  const first = weekdayOf(from);
  const rest = Array.from({ length: length % 7 }, (_, n) => ((first - 1 + n) % 7) + 1);
  return Math.floor(length / 7) * weekdays.length + rest.filter((day) => weekdays.includes(day)).length;
}

/** A sum of fractions that are never rounded on the way. */
type Fraction = { readonly over: bigint; readonly under: bigint };

const plus = (one: Fraction, other: Fraction): Fraction => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
});
const halfUp = ({ over, under }: Fraction): number => Number((2n * over + under) / (2n * under));

/** The months that a period touches, with the part of it that lies in each. */
function* monthsOf({ from, to }: Period): Generator<Period> {
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) {
    const [first, last] = [firstDay(month), lastDay(month)];
    yield { from: from > first ? from : first, to: to < last ? to : last };
  }
}

/** What an extent comes to on the days of a period, not rounded. */
function fractionIn({ minutes, per, weekdays }: Extent, period: Period): Fraction {
  const days = weekdays ?? everyDay;
  let sum: Fraction = { over: 0n, under: 1n };
  if (period.to < period.from) return sum;
  if (per === 'WEEK') return { over: BigInt(minutes) * BigInt(daysOn(days, period)), under: BigInt(days.length) };
  for (const part of monthsOf(period)) {
    const served = BigInt(daysBetween(part.from, part.to) + 1);
    sum = plus(sum, { over: BigInt(minutes) * served, under: BigInt(daysIn(monthOf(part.from))) });
  }
  return sum;
}

/** An extent on the days on which it holds. */
export type ExtentPart = { readonly extent: Extent; readonly period: Period };

/** Minutes that several extents come to, each on its own days, rounded half up once for all of them. */
export const boughtInAll = (parts: readonly ExtentPart[]): number =>
  halfUp(
    parts.reduce<Fraction>((sum, { extent, period }) => plus(sum, fractionIn(extent, period)), { over: 0n, under: 1n }),
  );

/**
 * Minutes that an extent comes to on the days of a period, rounded half up once: a week's minutes by its weekdays that lie
 * in it, a month's by the month's days that do.
 */
export const boughtIn = (extent: Extent, period: Period): number => boughtInAll([{ extent, period }]);

/** Whether one extent is more than another: by its minutes, or over 52 weeks where one is by the week. */
export function isMore(one: Extent, than: Extent): boolean {
  if (one.per === than.per) return one.minutes > than.minutes;
  const year = { from: '2021-01-04', to: plusDays('2021-01-04', 363) };
  return boughtIn(one, year) > boughtIn(than, year);
}

/** The day before, as the end of what goes on until a day. */
export const until = (day: LocalDate): LocalDate => plusDays(day, -1);
