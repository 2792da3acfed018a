import * as z from 'zod';
import { noticeCost } from '../../../functions/purchases/notice-cost.ts';
import { notice } from '../../../functions/purchases/notice-period.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, refuse } from '../../../shared/domain/result.ts';
import { calculation } from './answer.ts';

/** Days of the week as they are written on a command line: `1-5`, `1,3,5`, `6-7,1`. */
const WeekdaysIn = z
  .string()
  .regex(/^[1-7](?:-[1-7])?(?:,[1-7](?:-[1-7])?)*$/)
  .transform((text) =>
    text.split(',').flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, n) => from + n);
    }),
  )
  .refine((days) => days.length > 0 && new Set(days).size === days.length);

const whole = (most: number) =>
  z
    .string()
    .regex(/^(?:0|[1-9]\d{0,8})$/)
    .transform(Number)
    .refine((value) => value <= most);

const flags = {
  at: LocalDate,
  effective: LocalDate,
  weekly: whole(99_999).optional(),
  weekdays: WeekdaysIn.optional(),
  rate: whole(10_000_000).optional(),
};

/**
 * The first day that notice given on a day allows, by how many days a wished one comes too early, and, of an extent, what
 * that costs.
 */
export const run = calculation('notice', flags, ({ at, effective, weekly, weekdays, rate }, pack) => {
  const given = notice(at, effective, pack);
  if (!given.ok) return given;
  const { earliest, short } = given.value;
  const extent = [weekly, weekdays, rate].filter((one) => one !== undefined);
  if (extent.length === 0) return accept({ earliest, short });
  if (weekly === undefined || weekdays === undefined || rate === undefined)
    return refuse('invalid', 'extent-incomplete');
  const before = { minutes: weekly, per: 'WEEK' as const, weekdays };
  return accept({ earliest, short, ...noticeCost(effective, given.value, { before, orePerHour: rate }, pack) });
});
