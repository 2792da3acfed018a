import { firstDay, type Month, plusDays } from '../../../shared/domain/local-time.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { statedMonths } from '../../../shared/stores/stated-months.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import type { StatementContent } from '../statement/statement.ts';
import { type Adjustment, pricedAdjustments, type StatedAs } from './adjustment.ts';
import { adjustmentNumbers, numberOfAdjustment } from './adjustment-numbers.ts';
import { netOf } from './adjustment-rows.ts';
import { adjustmentStore } from './adjustment-store.ts';

/** What a month's statement says beside its own lines: what is adjusted of earlier months, and what it comes to. */
export type StatedWith = {
  readonly adjustments: readonly (Stored<Adjustment> & { readonly amountOre: number })[];
  readonly says: Required<
    Pick<
      StatementContent,
      'adjustments' | 'adjustmentsOre' | 'broughtForwardOre' | 'toInvoiceOre' | 'carriedForwardOre'
    >
  >;
};

/** Three years back: nothing is put right further than that. */
const daysBack = 36 * 31;

/** What a stated month leaves to be taken off the next; nothing once it is settled. Öre, never above zero. */
export const carriedFrom = ({ statement, settlements = [] }: ProviderMonth): number =>
  settlements.length > 0 ? 0 : (statement?.carriedForwardOre ?? 0);

/** What was below zero in the latest statement before this month's. */
async function broughtForward(month: Month, providerId: string, table: Table): Promise<number> {
  const before = { from: plusDays(firstDay(month), -daysBack), to: plusDays(firstDay(month), -1) };
  const latest = (await statedMonths(table, providerId, before)).toSorted((a, b) => (a.month < b.month ? 1 : -1))[0];
  const found = latest && (await monthStore(table).find(latest.month, providerId))?.entity;
  return found ? carriedFrom(found) : 0;
}

/** Some adjustments of months that are stated, each in öre and numbered on top of what `all` says is stated already. */
export async function pricedRowsOf(
  these: readonly Stored<Adjustment>[],
  all: readonly Stored<Adjustment>[],
  providerId: string,
  table: Table,
): Promise<
  Pick<StatedWith, 'adjustments'> & { readonly says: Pick<StatedWith['says'], 'adjustments' | 'adjustmentsOre'> }
> {
  const stated = new Map<Month, StatedAs>();
  for (const of of new Set(these.map(({ entity }) => entity.month))) {
    const found = (await monthStore(table).find(of, providerId))?.entity;
    if (!found?.statement || found.orePerHour === undefined)
      throw new Error(`${of} ${providerId} is adjusted and not stated`);
    const { minutes, sha256 } = found.statement;
    stated.set(of, { minutes, orePerHour: found.orePerHour, sha256 });
  }
  const statedAs = (of: Month): StatedAs => {
    const one = stated.get(of);
    if (!one) throw new Error(`${of} is not stated`);
    return one;
  };
  const entities = (some: typeof all) => some.map(({ entity }) => entity);
  const numbers = adjustmentNumbers(entities(these), entities(all));
  const numbered = these.map((one) => ({ ...one, entity: { ...one.entity, number: numbers.get(one.entity) } }));
  const priced = pricedAdjustments(entities(numbered), entities(all), statedAs);
  return {
    adjustments: numbered.map((one) => ({
      ...one,
      amountOre: priced.find((row) => row.month === one.entity.month && row.n === one.entity.n)?.amountOre ?? 0,
    })),
    says: {
      adjustments: priced.map((row) => ({
        number: numberOfAdjustment(row, row.number ?? row.n),
        ...{ month: row.month, caseNo: row.caseNo, minutes: row.minutes, amountOre: row.amountOre },
        orePerHour: statedAs(row.month).orePerHour,
        ...{ reason: row.because.join(' '), comment: row.comment, decidedBy: row.decidedBy },
        refersTo: statedAs(row.month).sha256,
      })),
      adjustmentsOre: priced.reduce((sum, row) => sum + row.amountOre, 0),
    },
  };
}

/** Öre of the month's own lines, with what is adjusted and brought forward (contract-month, The statement). */
export async function statedWith(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  amountOre: number,
  table: Table,
): Promise<StatedWith & { readonly turn: readonly Change[] }> {
  const turn = await adjustmentStore(table).turn(providerId);
  const all = await adjustmentStore(table).ofProvider(providerId);
  const these = all.filter(({ entity }) => entity.state === 'reported' && entity.inMonth === month);
  const { adjustments, says } = await pricedRowsOf(these, all, providerId, table);
  const broughtForwardOre = await broughtForward(month, providerId, table);
  const net = netOf({ amountOre, adjustmentsOre: says.adjustmentsOre, broughtForwardOre });
  return { adjustments, turn: adjustments.length > 0 ? [turn] : [], says: { ...says, broughtForwardOre, ...net } };
}
