import type { Purchase } from '../../functions/purchases/purchase.ts';
import { purchaseStore } from '../../functions/purchases/purchase-store.ts';
import { aRunning } from './a-purchase.ts';
import { aPurchaseWorld, buyers } from './a-purchase-world.ts';
import type { Person } from './a-world.ts';
import { at } from './builders.ts';

const header = 'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status';

/** A row of September's report: a visit of 45 minutes that was ordered and done, but for what is said. */
export const done = (
  day: string,
  over: Partial<Record<'caseNo' | 'code' | 'minutes' | 'status' | 'of', string>> = {},
) => {
  const { caseNo = 'A-1', code = 'OMV', minutes = '45', status = 'UTFÖRD', of = 'E2' } = over;
  // An end that the minutes agree with; nobody was there where none were done.
  const length = Number(minutes) || 45;
  const end = [8 + Math.floor(length / 60), length % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `2026-09;${of};${caseNo};${code};2026-09-${day};08:00;${end};45;${minutes};${status}`;
};

export const aReport = (...rows: readonly string[]): string => [header, ...rows].join('\r\n');

/** Who did the September of aRunning in 27 h 20 min, as E46 has it: 1 640 minutes of 1 680 that were agreed. */
export const e46 = (caseNo = 'A-1', of = 'E2'): readonly string[] => [
  ...Array.from({ length: 16 }, (_, n) => done(String(n + 8).padStart(2, '0'), { caseNo, minutes: '100', of })),
  done('30', { caseNo, minutes: '40', of }),
];

/** A small municipality whose unit E1 buys by a routine, on 1 October 2026, with hours under way since 1 September. */
export async function aBasisWorld(pack: string, given: Parameters<typeof aPurchaseWorld>[1] = {}) {
  const rates = [
    { validFrom: '2026-01-01', orePerHour: 40_000 },
    { validFrom: '2026-01-01', orePerHour: 38_000, purpose: 'PURCHASE' as const, decision: 'KS 2026/7' },
  ];
  const settings = { rates, ...given.settings };
  const world = await aPurchaseWorld(pack, { date: '2026-10-01', clock: '09:00', ...given, settings });
  const hasBought = async (over: Partial<Purchase> = {}): Promise<Purchase> => {
    const purchase = aRunning({
      pack,
      from: '2026-09-01',
      begun: { at: at('2026-09-01 09:00'), by: 'hcm', visitAt: at('2026-09-01 08:00') },
      ...over,
    });
    const store = purchaseStore(world.table);
    await world.put(store.save(purchase, undefined), store.besideCase(purchase));
    return purchase;
  };
  const handIn = (rows: readonly string[], more: Record<string, unknown> = {}, person: Person = buyers.crd) =>
    world.call('handInBasis', person, {
      path: { month: '2026-09' },
      body: { report: { text: aReport(...rows) }, ...more },
    });
  const act = (
    key: 'acceptBasis' | 'returnBasis' | 'sendInternalInvoice' | 'allocateCost' | 'getBasis',
    person: Person,
    basisId: string,
    body: unknown = {},
  ) =>
    world.call(key, person, {
      path: { month: '2026-09', basisId },
      ...(key === 'getBasis' ? {} : { body }),
    });
  return { ...world, hasBought, handIn, act };
}

export type BasisWorld = Awaited<ReturnType<typeof aBasisWorld>>;
