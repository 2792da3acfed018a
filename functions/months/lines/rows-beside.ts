import * as z from 'zod';

const Said = z.object({
  row: z.int().meta({ description: 'The line of the file, or the row of the sheet' }),
  start: z.string(),
  end: z.string(),
  ordered: z.int().optional().meta({ description: 'Ordered minutes as the file says them' }),
  performed: z.int().optional().meta({ description: 'Performed minutes; absent where the file has no whole number' }),
  status: z.string(),
});
const Ordered = z.object({ start: z.string(), end: z.string(), minutes: z.int() });

/** One visit: what the file said of it beside what the order knows. One of the two may be missing. */
export const RowBeside = z
  .object({ date: z.string(), code: z.string(), said: Said.optional(), ordered: Ordered.optional() })
  .meta({ id: 'RowBeside' });
export type RowBeside = z.infer<typeof RowBeside>;

type Visit = { readonly date: string; readonly code: string };
export type SaidVisit = Visit & { readonly said: z.infer<typeof Said> };
export type OrderedVisit = Visit & { readonly ordered: z.infer<typeof Ordered> };

/** Minutes after midnight; a time that cannot be read is as far away as any can be. */
function minuteOf(time: string): number {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  return hour === undefined ? Number.POSITIVE_INFINITY : Number(hour) * 60 + Number(minute);
}

const placeOf = ({ date, code }: Visit): string => `${date} ${code}`;
const byTime = (one: RowBeside, other: RowBeside): number => {
  const when = ({ date, said, ordered }: RowBeside) => `${date} ${said?.start ?? ordered?.start ?? ''}`;
  return when(one) < when(other) ? -1 : when(one) > when(other) ? 1 : 0;
};

/**
 * Each row of the file beside the ordered visit of its day and service: the one that begins at the same time, else the
 * nearest that no other row has. A row without such a visit stands alone, and so does a visit that no row is about.
 */
export function rowsBeside(said: readonly SaidVisit[], ordered: readonly OrderedVisit[]): readonly RowBeside[] {
  const left = Map.groupBy(ordered, placeOf);
  const taken = new Map<SaidVisit, OrderedVisit>();
  const take = (row: SaidVisit, furthest: number) => {
    const visits = left.get(placeOf(row)) ?? [];
    const far = (visit: OrderedVisit) => Math.abs(minuteOf(visit.ordered.start) - minuteOf(row.said.start));
    const [nearest] = visits.toSorted((one, other) => far(one) - far(other));
    if (!nearest || !(far(nearest) <= furthest)) return;
    taken.set(row, nearest);
    visits.splice(visits.indexOf(nearest), 1);
  };
  for (const row of said) take(row, 0);
  for (const row of said) if (!taken.has(row)) take(row, 24 * 60);
  const rows = said.map((row) => {
    const visit = taken.get(row);
    return visit ? { ...row, ordered: visit.ordered } : row;
  });
  return [...rows, ...[...left.values()].flat()].toSorted(byTime);
}

/** Per service, where the order says no weekdays and times: what is granted, and what the file says was performed. */
export const ServiceBeside = z
  .object({ code: z.string(), name: z.string(), granted: z.int(), performed: z.int() })
  .meta({ id: 'ServiceBeside' });
type ServiceBeside = z.infer<typeof ServiceBeside>;

type Granted = Pick<ServiceBeside, 'code' | 'name'> & { readonly minutesPerMonth: number };

/** Every service that is granted or said to be performed, by its code. */
export function servicesBeside(said: readonly SaidVisit[], granted: readonly Granted[]): readonly ServiceBeside[] {
  const codes = [...new Set([...granted, ...said].map(({ code }) => code))].sort();
  return codes.map((code) => {
    const theirs = granted.filter((one) => one.code === code);
    return {
      ...{ code, name: theirs[0]?.name ?? code },
      granted: theirs.reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0),
      performed: said.filter((row) => row.code === code).reduce((sum, row) => sum + (row.said.performed ?? 0), 0),
    };
  });
}
