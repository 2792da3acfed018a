import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { controlSumOf } from './fee-edition.ts';
import { asFees, FeeRow, feeCells, feeColumns, feePlace } from './fee-row.ts';

/** A row that is gone, new or changed since an earlier edition: as it was, as it is, or both. */
export const FeeChange = z
  .object({ change: z.enum(['GONE', 'NEW', 'CHANGED']), was: FeeRow.optional(), now: FeeRow.optional() })
  .meta({ id: 'FeeChange' });
export type FeeChange = z.infer<typeof FeeChange>;

export const FeeDifferenceSums = z
  .object({
    since: z.int(),
    gone: z.int(),
    new: z.int(),
    changed: z.int(),
    controlSum: z.int().meta({ description: 'Minutes paid: so much more, or less, than in the edition asked about' }),
  })
  .meta({ id: 'FeeDifference' });

/** Where a change stands among the others: at its row's place. */
export const changePlace = ({ was, now }: FeeChange): string => {
  const row = now ?? was;
  return row ? feePlace(row) : '';
};

const isSame = (one: FeeRow, other: FeeRow): boolean =>
  JSON.stringify(feeCells(one)) === JSON.stringify(feeCells(other));

/** What has become of the rows of an earlier edition, in the order of cases and providers. */
export function feeChanges(before: readonly FeeRow[], after: readonly FeeRow[]): readonly FeeChange[] {
  const [were, are] = [before, after].map((rows) => new Map(rows.map((row) => [feePlace(row), row])));
  return [...new Set([...(were?.keys() ?? []), ...(are?.keys() ?? [])])].toSorted().flatMap((place): FeeChange[] => {
    const [was, now] = [were?.get(place), are?.get(place)];
    if (!was) return now ? [{ change: 'NEW', now }] : [];
    if (!now) return [{ change: 'GONE', was }];
    return isSame(was, now) ? [] : [{ change: 'CHANGED', was, now }];
  });
}

/** How many of each kind, and what the minutes paid change by: earlier sum + this = the later one. */
export function differenceSums(changes: readonly FeeChange[], since: number): z.infer<typeof FeeDifferenceSums> {
  const count = (kind: FeeChange['change']) => changes.filter(({ change }) => change === kind).length;
  const [were, are] = [changes.flatMap(({ was }) => was ?? []), changes.flatMap(({ now }) => now ?? [])];
  return {
    ...{ since, gone: count('GONE'), new: count('NEW'), changed: count('CHANGED') },
    controlSum: controlSumOf(are) - controlSumOf(were),
  };
}

/**
 * The same as a file: a row that has changed stands twice, as it was and as it is. The last row says between which
 * editions, how many of each kind, and what the minutes paid change by.
 */
export function differenceFile(changes: readonly FeeChange[], { since, serial }: { since: number; serial: number }) {
  const sums = differenceSums(changes, since);
  const rows = changes.flatMap(({ change, was, now }) => [
    ...(was ? [{ Ändring: change === 'GONE' ? 'BORT' : 'FÖRE', ...feeCells(was) }] : []),
    ...(now ? [{ Ändring: change === 'NEW' ? 'NY' : 'EFTER', ...feeCells(now) }] : []),
  ]);
  const file = stringify(rows, { header: true, columns: ['Ändring', ...feeColumns], ...asFees });
  // Put together here: a number below zero is no formula.
  const last = ['SUMMA', `${since}–${serial}`, `${sums.gone} bort, ${sums.new} nya, ${sums.changed} ändrade`];
  return `${file}${[...last, '', '', '', sums.controlSum, '', '', '', '', ''].join(';')}\r\n`;
}
