import * as z from 'zod';
import { deviationTypes, visitStatuses } from '../../../shared/domain/file-columns.ts';
import { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { FormCase, FormRow } from '../forms/month-form.ts';

/** Twelve visits a day, and as many again that came beside. */
const mostVisitsOfCase = 750;
const mostDeviationsOfCase = 100;

const emptyOr = (pattern: RegExp) => z.string().regex(pattern);
const Day = z.union([z.literal(''), LocalDate]);
const Time = emptyOr(/^$|^(?:[01]\d|2[0-3]):[0-5]\d$/);
const Minutes = z.int().min(0).max(99_999).nullable();

/** A visit as it is being filled in: what nobody has written yet is empty, or null. */
const VisitToFill = z
  .strictObject({
    code: emptyOr(/^$|^[A-Za-zÅÄÖåäö0-9]{2,10}$/),
    date: Day,
    start: Time,
    end: Time,
    ordered: Minutes,
    performed: Minutes,
    status: z.enum(['', ...visitStatuses]),
    planned: Time.meta({ description: 'When the order says that it begins; empty for one that was not ordered' }),
  })
  .meta({ id: 'VisitToFill' });
type VisitToFill = z.infer<typeof VisitToFill>;

const DeviationToFill = z
  .strictObject({
    date: Day,
    to: Day,
    start: Time,
    type: z.enum(['', ...deviationTypes]),
    minutes: Minutes,
    notice: z.string().max(20),
    comment: z.string().max(500),
  })
  .meta({ id: 'DeviationToFill' });

/** What a provider has filled in of a case's month so far. It is handed in by nobody's signature yet. */
export const FilledIn = z
  .strictObject({
    visits: z.array(VisitToFill).max(mostVisitsOfCase),
    deviations: z.array(DeviationToFill).max(mostDeviationsOfCase),
  })
  .meta({ id: 'FilledIn' });
export type FilledIn = z.infer<typeof FilledIn>;

/** One case's month on the page where it is filled in, as it is kept. */
export const Filling = FilledIn.extend({ caseNo: z.string(), by: z.string(), savedAt: Instant });
export type Filling = z.infer<typeof Filling>;

const visitOf = ({ code, visit }: FormRow): VisitToFill => ({
  code,
  date: visit?.date ?? '',
  start: visit?.start ?? '',
  end: visit?.end ?? '',
  ordered: visit?.minutes ?? null,
  performed: null,
  status: '',
  planned: visit?.start ?? '',
});

/** A case as its month begins: the visits of the order, ready to be ticked; of a service without any, nothing yet. */
export const begun = ({ rows }: Pick<FormCase, 'rows'>): FilledIn => ({
  visits: rows.filter(({ visit }) => visit !== undefined).map(visitOf),
  deviations: [],
});

const placeOf = ({ date, planned, code }: VisitToFill): string => `${date} ${planned} ${code}`;
const whenOf = ({ date, start, code }: VisitToFill): string => `${date} ${start} ${code}`;

/**
 * What was filled in, with the order as it is now: a visit that has been ordered since is there to be ticked, and one
 * that is ordered no more is there only if somebody has said what came of it. A planned visit is known by its day,
 * service and ordered start.
 */
export function goneOn({ visits, deviations }: FilledIn, form: Pick<FormCase, 'rows'>): FilledIn {
  const ordered = Map.groupBy(begun(form).visits, placeOf);
  const kept = visits.flatMap((visit) => {
    if (visit.planned === '' || ordered.get(placeOf(visit))?.pop()) return [visit];
    return visit.status === '' ? [] : [{ ...visit, planned: '' }];
  });
  const fresh = [...ordered.values()].flat();
  const inOrder = (one: VisitToFill, other: VisitToFill) => (whenOf(one) < whenOf(other) ? -1 : 1);
  return { visits: fresh.length === 0 ? kept : [...kept, ...fresh].toSorted(inOrder), deviations };
}
