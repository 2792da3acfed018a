import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { accept } from '../../../shared/domain/result.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { arbetsdagar } from '../../../shared/packs/calendars.ts';
import { calculation } from './answer.ts';

/** At most four digits: forty years on is a typing error. */
const Count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

/** The day so many working days on, as L-55 counts them: the start day is day 0. */
export const run = calculation('workdays', { from: LocalDate, add: Count }, ({ from, add }, pack) =>
  accept({ date: addWorkingDays(from, add, arbetsdagar(pack)) }),
);
