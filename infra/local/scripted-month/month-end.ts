import { closesFrom, correctionDates } from '../../../functions/months/correcting/correction-dates.ts';
import {
  dateOf,
  type Instant,
  instantAt,
  type LocalDate,
  nextMonth,
  plusDays,
} from '../../../shared/domain/local-time.ts';
import { nthWorkingDay } from '../../../shared/domain/working-days.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import type { Machine } from '../machine.ts';
import type { Actors } from './actors.ts';
import { closeSilent, handInFiles, type MonthToEnd, reportOn, type SignedFile, stateAll } from './month-acts.ts';
import type { Cast } from './set-up.ts';
import { runTimed, type TimedStep } from './timed.ts';

/** The working day on which what was wrong is handed in corrected; never before it was handed in. */
const correctedOn = 3;

type Handing = Pick<MonthToEnd, 'month' | 'dates' | 'pack'>;

const third = ({ month, pack, dates }: Handing): LocalDate => {
  const day = nthWorkingDay(nextMonth(month), correctedOn, vardagar(pack));
  return day > dates.submission ? day : dates.submission;
};

/** When the officers report: on the fifth working day, and never while a correction is waited for. */
const reportedOn = ({ month, pack, dates }: Handing): LocalDate => {
  const fourth = correctionDates(month, pack).on;
  return dates.report > fourth ? dates.report : plusDays(fourth, 1);
};

/** When the month is stated, by the script. */
export const statedAt = ({ dates }: Pick<MonthToEnd, 'dates'>): Instant => instantAt(dates.statement, '09:00');

/**
 * The rest of the month by its dates: handed in on the first working day and corrected on the third, reported on the
 * fifth — on the sixth where it was never handed in —, stated on the tenth. What is signed is told to `keep`.
 */
export function monthEndSteps(
  people: Actors,
  cast: Cast,
  about: MonthToEnd,
  keep: (signed: readonly SignedFile[]) => void,
): readonly TimedStep[] {
  const { month, dates, files, silent, pack } = about;
  const corrected = [...files].flatMap(([providerId, theirs]) =>
    theirs.corrected ? [{ providerId, theirs: theirs.corrected }] : [],
  );
  const reported = reportedOn(about);
  const from = dateOf(closesFrom(month, pack));
  const step = (at: Instant, act: () => Promise<void>): TimedStep => ({ at, act });
  return [
    step(instantAt(dates.submission, '09:00'), async () => {
      for (const [providerId, theirs] of files) await handInFiles(people, cast, month, providerId, theirs);
    }),
    ...(corrected.length === 0
      ? []
      : [
          step(instantAt(third(about), '15:00'), async () => {
            for (const { providerId, theirs } of corrected) await handInFiles(people, cast, month, providerId, theirs);
          }),
        ]),
    step(instantAt(reported, '09:00'), async () => keep(await reportOn(files.keys(), people, about))),
    ...(silent.length === 0
      ? []
      : [
          step(instantAt(from > reported ? from : reported, '10:00'), async () => {
            await closeSilent(people, about);
            keep(await reportOn(silent, people, about));
          }),
        ]),
    step(statedAt(about), async () => keep(await stateAll(people, cast, about))),
    step(instantAt(dates.statement, '12:00'), async () => undefined),
  ];
}

/** The rest of one month, step by step. */
export async function endMonth(
  machine: Machine,
  people: Actors,
  cast: Cast,
  about: MonthToEnd,
): Promise<readonly SignedFile[]> {
  const signed: SignedFile[] = [];
  await runTimed(
    machine,
    monthEndSteps(people, cast, about, (some) => signed.push(...some)),
  );
  return signed;
}
