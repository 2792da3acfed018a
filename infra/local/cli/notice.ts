import { notice } from '../../../functions/purchases/notice-period.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { accept } from '../../../shared/domain/result.ts';
import { calculation } from './answer.ts';

/** The first day that notice given on a day allows, and by how many days a wished one comes too early. */
export const run = calculation('notice', { at: LocalDate, effective: LocalDate }, ({ at, effective }, pack) => {
  const given = notice(at, effective, pack);
  return given.ok ? accept({ earliest: given.value.earliest, short: given.value.short }) : given;
});
