import { monthDates } from '../../../functions/months/opening/month-dates.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { accept } from '../../../shared/domain/result.ts';
import { calculation } from './answer.ts';

/** The days on which a month's submission, signed report and statement are due (24:00). */
export const run = calculation('deadlines', { month: Month }, ({ month }, pack) => {
  const dates = monthDates(month, pack);
  return dates.ok ? accept({ pack: pack.name, month, ...dates.value }) : dates;
});
