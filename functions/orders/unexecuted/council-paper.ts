import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import type { Quarter } from './quarter.ts';
import { asFile, kindWords } from './waiting-file.ts';
import type { WaitingRow } from './waiting-row.ts';

/** What the council is told: how many decisions, and how long they have waited; no case, and nothing that leads to one. */
export const CouncilRow = z
  .object({
    kind: z.enum(['NOT_EXECUTED', 'NOT_RESUMED']),
    service: z.string(),
    count: z.int(),
    executed: z.int().meta({ description: 'Of those, carried out by the end of the quarter' }),
    postponedByCustomer: z.int(),
    daysLeast: z.int(),
    daysMedian: z.int(),
    daysMost: z.int(),
  })
  .meta({ id: 'CouncilRow' });
export type CouncilRow = z.infer<typeof CouncilRow>;

/** The middle of some days; of an even number the mean of the two, rounded half up. */
function median(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : [sorted[half - 1], sorted[half]];
  return Math.floor((low + high + 1) / 2);
}

export const councilRows = (rows: readonly WaitingRow[]): readonly CouncilRow[] =>
  [...Map.groupBy(rows, ({ kind, service }) => `${kind} ${service}`).entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, some]) => {
      const [first] = some;
      if (!first) return [];
      const days = some.map(({ daysWaited }) => daysWaited).toSorted((one, other) => one - other);
      return [
        {
          ...{ kind: first.kind, service: first.service, count: some.length },
          executed: some.filter(({ executedOn }) => executedOn !== undefined).length,
          postponedByCustomer: some.filter(({ postponedByCustomer }) => postponedByCustomer !== undefined).length,
          ...{ daysLeast: days[0] ?? 0, daysMedian: median(days), daysMost: days.at(-1) ?? 0 },
        },
      ];
    });

const columns = [
  ...['Kvartal', 'Slag', 'Insats', 'Antal beslut', 'Därav verkställda', 'Därav uppskjutna av kunden'],
  ...['Dagar, kortast', 'Dagar, median', 'Dagar, längst'],
];

/** The same as a file. */
export const councilFile = ({ rows, quarter }: { readonly rows: readonly WaitingRow[]; readonly quarter: Quarter }) =>
  stringify(
    [
      columns,
      ...councilRows(rows).map((row) => [
        ...[quarter.name, kindWords[row.kind], row.service, row.count, row.executed, row.postponedByCustomer],
        ...[row.daysLeast, row.daysMedian, row.daysMost],
      ]),
    ],
    asFile,
  );
