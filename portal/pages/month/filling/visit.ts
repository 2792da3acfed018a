import type { AnswerOf } from '../../../api/contract.ts';

export type CaseToFill = AnswerOf<'GET /months/{month}/filling'>['cases'][number];
export type Filled = Pick<CaseToFill, 'visits' | 'deviations'>;
export type VisitShown = Filled['visits'][number];
export type DeviationShown = Filled['deviations'][number];

/** Of the row and of its first field: what is wrong with it leads there. */
export const visitId = (caseNo: string, index: number): string => `visit-${caseNo}-${index}`;
export const deviationId = (caseNo: string, index: number): string => `fill-${caseNo}-deviation-${index}`;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const two = (number: number): string => String(number).padStart(2, '0');

/** Whole minutes from one time to another, over midnight where it is earlier; null while either is not written. */
export const minutesFrom = ({ start, end }: Pick<VisitShown, 'start' | 'end'>): number | null =>
  start === '' || end === '' ? null : (minuteOf(end) - minuteOf(start) + 1440) % 1440;

function timeAfter(start: string, minutes: number): string {
  const at = (minuteOf(start) + minutes) % 1440;
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

/** What the visit took as far as anyone has said: as it was ordered, else from its times. */
const expected = (visit: VisitShown): number | null => visit.ordered ?? minutesFrom(visit);

/** Performed as ordered; or taken back. */
export const ticked = (visit: VisitShown, isOn: boolean): VisitShown =>
  isOn
    ? { ...visit, status: 'UTFÖRD', performed: visit.performed || expected(visit) }
    : { ...visit, status: '', performed: null };

/** Another outcome: what was not performed has no minutes (L-19). */
export function withStatus(visit: VisitShown, status: VisitShown['status']): VisitShown {
  if (status === 'UTFÖRD') return ticked(visit, true);
  return { ...visit, status, performed: status === '' ? null : 0 };
}

/** Other times: the minutes follow, and of a visit that no order names the ordered ones, too. */
export function withTimes(visit: VisitShown, times: Partial<Pick<VisitShown, 'start' | 'end'>>): VisitShown {
  const next = { ...visit, ...times };
  const took = minutesFrom(next);
  if (took === null) return next;
  return {
    ...next,
    ordered: next.planned === '' ? took : next.ordered,
    performed: next.status === 'UTFÖRD' ? took : next.performed,
  };
}

export const newVisit = (code: string): VisitShown => ({
  ...{ code, date: '', start: '', end: '', ordered: null, performed: null },
  ...{ status: 'UTFÖRD', planned: '' },
});

export const newDeviation = (over: Partial<DeviationShown> = {}): DeviationShown => ({
  ...{ date: '', to: '', start: '', type: '', minutes: null, notice: '', comment: '' },
  ...over,
});

type Weekly = { readonly code: string; readonly weekdays: readonly number[]; readonly start: string; minutes: number };

const daysIn = (month: string): readonly string[] => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length }, (_, at) => `${month}-${two(at + 1)}`);
};
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The visits of a month that come every week, Monday being 1: to be ticked, as those of an order. */
export const weeklyVisits = (month: string, { code, weekdays, start, minutes }: Weekly): readonly VisitShown[] =>
  daysIn(month)
    .filter((date) => weekdays.includes(weekdayOf(date)))
    .map((date) => ({
      ...newVisit(code),
      ...{ date, start, end: timeAfter(start, minutes), ordered: minutes, status: '' },
    }));

const whenOf = ({ date, start }: VisitShown): string => `${date} ${start}`;

/** In the order of their days; what has no day yet stays last. */
export const byDay = (visits: readonly VisitShown[]): VisitShown[] =>
  visits.toSorted((one, other) => {
    if ((one.date === '') !== (other.date === '')) return one.date === '' ? 1 : -1;
    return whenOf(one) < whenOf(other) ? -1 : whenOf(one) > whenOf(other) ? 1 : 0;
  });

/** The deviation that a visit without performance is explained by, and whether one stands there already. */
export function deviationOf(visit: VisitShown, deviations: readonly DeviationShown[]): DeviationShown | undefined {
  const type = visit.status === 'BOMTID' ? 'BOMTID' : visit.status === 'AVBOKAD' ? 'AVSAGD' : undefined;
  if (type === undefined || visit.date === '') return undefined;
  const isSaid = deviations.some(
    ({ date, to, start }) =>
      date <= visit.date && visit.date <= (to || date) && (start === '' || start === visit.start),
  );
  return isSaid ? undefined : newDeviation({ type, date: visit.date, start: visit.start });
}
