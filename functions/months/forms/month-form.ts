import type { PlannedVisit } from '../../../shared/domain/assignment.ts';
import { type LocalDate, type Month, weekday } from '../../../shared/domain/local-date.ts';
import { serviceInWords } from '../../../shared/packs/service-names.ts';
import { holds, lengthOf, noDays } from '../dry-run/day-set.ts';
import { type CaseInMonth, inForce, type ServiceInMonth, serviceDays } from '../dry-run/granted.ts';

/** A service, and when it is to be done where the order says so. */
type OrderedService = ServiceInMonth & { readonly visits?: readonly PlannedVisit[] | undefined };
export type OrderedCase = Omit<CaseInMonth, 'services'> & { readonly services: readonly OrderedService[] };

/** A row to be filled in: a visit that was ordered, or a service alone, of which the provider knows the visits. */
export type FormRow = {
  readonly code: string;
  readonly visit?: { readonly date: LocalDate; readonly start: string; readonly end: string; readonly minutes: number };
};

/** What is granted of a service, for who fills in the form to choose from. */
type FormService = {
  readonly code: string;
  readonly name: string;
  readonly minutesPerMonth: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

export type FormCase = {
  readonly caseNo: string;
  readonly rows: readonly FormRow[];
  readonly services: readonly FormService[];
  /** The ordered minutes of the visits that are known. */
  readonly ordered: number;
};

/** A provider's month as its two forms begin. It holds case numbers, never customers. */
export type MonthForm = {
  readonly month: Month;
  readonly municipality: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly cases: readonly FormCase[];
};

type Of = Omit<MonthForm, 'cases'> & {
  /** The municipality's own words for its services, where it has any. */
  readonly services?: readonly { readonly code: string; readonly name: string }[] | undefined;
};

/** No month of one provider has so many rows. */
const mostFormRows = 100_000;

const two = (number: number): string => String(number).padStart(2, '0');
const dateIn = (month: Month, day: number): LocalDate => `${month}-${two(day)}`;
const plusTime = (start: string, minutes: number): string => {
  const at = Number(start.slice(0, 2)) * 60 + Number(start.slice(3, 5)) + minutes;
  return `${two(Math.floor(at / 60) % 24)}:${two(at % 60)}`;
};

const daysOf = (service: OrderedService, one: OrderedCase, month: Month): readonly number[] => {
  const days = serviceDays(service, one, month);
  return Array.from({ length: lengthOf(month) }, (_, at) => at + 1).filter((day) => holds(days, day));
};

const visitRows = (service: OrderedService, one: OrderedCase, month: Month): readonly FormRow[] =>
  daysOf(service, one, month).flatMap((day) => {
    const date = dateIn(month, day);
    return (service.visits ?? [])
      .filter((visit) => visit.weekday === weekday(date))
      .map(({ start, minutes }) => ({
        code: service.code,
        visit: { date, start, end: plusTime(start, minutes), minutes },
      }));
  });

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const placeOf = ({ visit, code }: FormRow): string => `${visit?.date ?? ''} ${visit?.start ?? ''} ${code}`;

/** A row a visit where the order says weekdays and times, else an empty one a service. */
function caseForm(one: OrderedCase, { month, services: names }: Of): FormCase {
  const services = one.services.filter((service) => serviceDays(service, one, month) !== noDays);
  const visits = services.flatMap((service) => visitRows(service, one, month));
  const unplanned = new Set(services.filter((service) => !service.visits?.length).map(({ code }) => code));
  return {
    caseNo: one.caseNo,
    rows: [
      ...visits.toSorted((row, other) => compare(placeOf(row), placeOf(other))),
      ...[...unplanned].map((code) => ({ code })),
    ],
    services: services.map((service) => {
      const days = daysOf(service, one, month);
      return {
        code: service.code,
        name: serviceInWords(service.code, names?.find(({ code }) => code === service.code)?.name),
        minutesPerMonth: service.minutesPerMonth,
        from: dateIn(month, days[0] ?? 1),
        to: dateIn(month, days.at(-1) ?? 1),
      };
    }),
    ordered: visits.reduce((sum, { visit }) => sum + (visit?.minutes ?? 0), 0),
  };
}

/** The month's forms as they begin, with the cases that the provider has on any day of it (L-19, L-23); undefined when they are more than any month has. */
export function monthForm(cases: readonly OrderedCase[], of: Of): MonthForm | undefined {
  const { month, municipality, provider } = of;
  const forms = cases
    .filter((one) => inForce(one, month))
    .toSorted((one, other) => compare(one.caseNo, other.caseNo))
    .map((one) => caseForm(one, of));
  const rows = forms.reduce((sum, one) => sum + one.rows.length, 0);
  return rows > mostFormRows ? undefined : { month, municipality, provider, cases: forms };
}
