import * as z from 'zod';
import { LocalDate } from '../../../shared/domain/local-time.ts';

/** A visit that a customer declined (L-50): its case, its day and, where it is known, the start that it had. */
export const DeclinedVisit = z.object({
  caseNo: z.string(),
  on: LocalDate,
  start: z.string().optional(),
});
export type DeclinedVisit = z.infer<typeof DeclinedVisit>;

/** Told twice: of a day as a whole, or of the same start. */
export const isSameVisit = (one: DeclinedVisit, other: DeclinedVisit): boolean =>
  one.caseNo === other.caseNo && one.on === other.on && one.start === other.start;

/** Whether one that is known may be the very visit: the same start, or a day whose visits nobody has distinguished. */
export const mayBeSameVisit = (one: DeclinedVisit, other: DeclinedVisit): boolean =>
  isSameVisit({ ...one, start: undefined }, { ...other, start: undefined }) &&
  (one.start === undefined || other.start === undefined || one.start === other.start);
