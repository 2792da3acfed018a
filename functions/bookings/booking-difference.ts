import * as z from 'zod';
import type { Voucher } from './voucher.ts';

/** What is booked on an account of one matter, as it was by an earlier export and as it is by a later one. */
export const BookingChange = z
  .object({
    change: z.enum(['GONE', 'NEW', 'CHANGED']).meta({ description: 'GONE: what was booked has been taken back whole' }),
    matter: z.string().meta({ description: 'What it is about: a basis of bought hours, or a provider’s stated month' }),
    account: z.string(),
    dims: z.record(z.string(), z.string()),
    wasOre: z.int(),
    nowOre: z.int(),
  })
  .meta({ id: 'BookingChange' });
export type BookingChange = z.infer<typeof BookingChange>;

const matterOf = ({ of }: Pick<Voucher, 'of'>): string =>
  of.kind === 'purchase-basis' ? of.basisId : `${of.providerId}/${of.month}`;

/**
 * The ids of the vouchers that a matter may have had before this one: a basis that is allocated anew is booked anew as a
 * difference, under the number of its time.
 */
export const earlierIds = ({ of }: Voucher): readonly string[] =>
  of.kind === 'purchase-basis' ? Array.from({ length: of.time - 1 }, (_, n) => `${of.basisId}-${n + 1}`) : [];

type Place = { readonly matter: string; readonly account: string; readonly dims: Readonly<Record<string, string>> };

const sorted = (dims: Place['dims']) => Object.entries(dims).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** By place what the rows come to, with how many rows there are. */
function booked(vouchers: readonly Voucher[]): ReadonlyMap<string, Place & { readonly ore: number }> {
  const found = new Map<string, Place & { ore: number }>();
  for (const voucher of vouchers)
    for (const { account, dims, amountOre } of voucher.rows) {
      const matter = matterOf(voucher);
      const key = JSON.stringify([matter, account, sorted(dims)]);
      found.set(key, { matter, account, dims, ore: (found.get(key)?.ore ?? 0) + amountOre });
    }
  return found;
}

/**
 * What has become of the bookings by vouchers that came `later`, beside those of the same matters `before`. What was
 * booked is never changed: it is booked anew as a difference, and here it is seen what that comes to.
 */
export function bookingChanges(before: readonly Voucher[], later: readonly Voucher[]): readonly BookingChange[] {
  const [were, more] = [booked(before), booked(later)];
  return [...more.keys()].toSorted().flatMap((key): BookingChange[] => {
    const [was, added] = [were.get(key), more.get(key)];
    if (!added || added.ore === 0) return [];
    const { matter, account, dims, ore } = added;
    const wasOre = was?.ore ?? 0;
    const nowOre = wasOre + ore;
    const change = wasOre === 0 ? 'NEW' : nowOre === 0 ? 'GONE' : 'CHANGED';
    return [{ change, matter, account, dims: { ...dims }, wasOre, nowOre }];
  });
}
