import type { Assignment, Service } from '../../../shared/domain/assignment.ts';
import { type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';

type Care = Pick<Assignment, 'from' | 'to' | 'services'>;
type Granted = { readonly code: string; readonly minutesPerMonth: number };
type Decision = { readonly from: LocalDate; readonly services: readonly Granted[] };

/** What is granted on a day, each code once, in the order of the codes. */
function grantedOn(care: readonly Care[], day: LocalDate): readonly Granted[] {
  const byCode = new Map<string, number>();
  for (const { services, from, to } of care) {
    if (from > day || (to !== null && to < day)) continue;
    for (const { code, minutesPerMonth, from: first, to: last } of services)
      if ((!first || first <= day) && (!last || last >= day))
        byCode.set(code, (byCode.get(code) ?? 0) + minutesPerMonth);
  }
  return [...byCode]
    .map(([code, minutesPerMonth]) => ({ code, minutesPerMonth }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/** Minutes in the words of a row: `LED 300, OMV 1200`. */
const inWords = (granted: readonly Granted[]): string =>
  granted.map(({ code, minutesPerMonth }) => `${code} ${minutesPerMonth}`).join(', ');

/** Whether less is granted of anything: what a decision has its grounds for (SoL 2025:400, 14:9), a file has none. */
const isLess = (were: readonly Granted[], are: readonly Granted[]): boolean =>
  were.some(
    ({ code, minutesPerMonth }) => (are.find((one) => one.code === code)?.minutesPerMonth ?? 0) < minutesPerMonth,
  );

/** The days on which a file itself says that something begins or ends. */
const saidDays = (services: readonly Service[]): readonly LocalDate[] =>
  services.flatMap(({ from, to }) => [...(from ? [from] : []), ...(to ? [plusDays(to, 1)] : [])]);

/**
 * From which days something else is granted than stands: on the days that the file names, and today. What it says
 * without a day holds from today: nothing that was granted before is rewritten by a file that names no day for it.
 */
export function decisionsIn(
  file: Care,
  standing: readonly Care[],
  today: LocalDate,
): readonly (Decision & { readonly was: string; readonly is: string; readonly less: boolean })[] {
  const within = (day: LocalDate) => day >= file.from && (file.to === null || day <= file.to);
  const begins = standing.map(({ from }) => from).toSorted()[0] ?? file.from;
  const ends = standing.map(({ to }) => to);
  const last = ends.includes(null) ? undefined : ends.toSorted().at(-1);
  const days = [...new Set([today > begins ? today : begins, ...saidDays(file.services)])].toSorted();
  const found: (Decision & { was: string; is: string; less: boolean })[] = [];
  let already = false;
  for (const day of days) {
    if (!within(day) || day < begins || (last && day > last)) continue;
    const [were, services] = [grantedOn(standing, day), grantedOn([file], day)];
    const [was, is] = [inWords(were), inWords(services)];
    // After a day that differs every later one is said again, since a decision holds until the next.
    if (was === is && !already) continue;
    already = true;
    const before = found.at(-1);
    if (before?.is !== is) found.push({ from: day, services, was, is, less: isLess(were, services) });
  }
  return found;
}
