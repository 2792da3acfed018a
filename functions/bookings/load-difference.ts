import * as z from 'zod';
import type { Deps } from '../../shared/ports/deps.ts';
import { BookingChange, bookingChanges, earlierIds } from './booking-difference.ts';
import type { BookingExport } from './booking-export.ts';
import { exportStore } from './export-store.ts';
import { voucherStore } from './voucher-store.ts';

export const BookingDifference = z
  .object({
    since: z.int(),
    until: z
      .int()
      .meta({ description: 'The export up to which it goes; ask again since this one where there are more' }),
    rowCount: z.int(),
    gone: z.int(),
    new: z.int(),
    changed: z.int(),
    controlOre: z.int().meta({ description: 'What the exports between charge in all' }),
    sumOre: z.int().meta({ description: 'What all changes come to together: nothing' }),
    changes: z.array(BookingChange),
  })
  .meta({ id: 'BookingDifference' });

/** What has been booked since an export, at most `limit` exports on; undefined where there is none of that number. */
export async function differenceSince(
  since: number,
  limit: number,
  { table }: Pick<Deps, 'table'>,
): Promise<{ difference: z.infer<typeof BookingDifference>; exports: readonly BookingExport[] } | undefined> {
  const latest = (await exportStore(table).numbers()).entity.nextExport - 1;
  if (since > latest) return undefined;
  const until = Math.min(latest, since + limit);
  const exports: BookingExport[] = [];
  for (let number = since + 1; number <= until; number += 1) {
    const made = await exportStore(table).find(number);
    if (!made) throw new Error(`export ${number} is not there`);
    exports.push(made);
  }
  const later = await voucherStore(table).findAll(exports.flatMap(({ vouchers }) => vouchers.map(({ id }) => id)));
  const ids = new Set(later.map(({ id }) => id));
  const before = (await voucherStore(table).findAll([...new Set(later.flatMap(earlierIds))])).filter(
    ({ id, exported }) => !ids.has(id) && exported !== undefined && exported.number <= since,
  );
  const changes = bookingChanges(before, later);
  const count = (kind: BookingChange['change']) => changes.filter(({ change }) => change === kind).length;
  return {
    exports,
    difference: {
      ...{ since, until, rowCount: changes.length },
      ...{ gone: count('GONE'), new: count('NEW'), changed: count('CHANGED') },
      controlOre: exports.reduce((sum, { controlOre }) => sum + controlOre, 0),
      sumOre: changes.reduce((sum, { wasOre, nowOre }) => sum + nowOre - wasOre, 0),
      changes: [...changes],
    },
  };
}
