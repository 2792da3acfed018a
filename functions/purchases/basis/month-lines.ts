import { dateOf, firstDay, lastDay, type Month } from '../../../shared/domain/local-time.ts';
import type { Fault, Missing } from '../../../shared/domain/result.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';
import { isBeforeHelp, lastHelpDay } from '../purchase-state.ts';
import type { HeldLine, PurchaseBasis } from './basis.ts';
import { basisLine } from './basis-line.ts';
import type { FittedRows } from './fitting.ts';
import { noticeMinutes } from './notice-minutes.ts';
import type { PerformedRow } from './performed-rows.ts';

/** A purchase with the routine that it is judged by. */
export type BoughtOf = { readonly purchase: Purchase; readonly pack: BuyingPack };

/** Whether help was going on at some time of a month. */
export function isInMonth(purchase: Purchase, month: Month): boolean {
  if (!purchase.begun || dateOf(purchase.begun.visitAt) > lastDay(month)) return false;
  const last = lastHelpDay(purchase);
  return last === null || last >= firstDay(month);
}

/** Whether a visit may be of it at all: one that has begun, or that nobody has ended before it did. */
export const mayHaveVisits = (purchase: Purchase): boolean =>
  purchase.begun !== undefined || (isBeforeHelp(purchase) && purchase.mode === 'PLANNED');

/** One ordering unit's part of what a performer hands in. */
export type UnitsLines = {
  readonly orderingUnitId: string;
  readonly pack: BuyingPack;
  readonly lines: PurchaseBasis['lines'];
  readonly held: readonly HeldNow[];
  /** Whether the file has any row of theirs. */
  readonly hasRows: boolean;
};

/** A line that waits, with what it waits for. */
type HeldNow = HeldLine & { readonly missing: readonly Missing[] };
type Judged = BoughtOf & {
  readonly line?: Omit<PurchaseBasis['lines'][number], 'caseNo' | 'price'>;
  readonly held?: HeldNow;
};

export type MonthLines = {
  readonly units: readonly UnitsLines[];
  /** What asks for a comment that is not given (B-27). */
  readonly missing: readonly Missing[];
  readonly faults: readonly Fault[];
};

const performedOf = (rows: readonly PerformedRow[]): number =>
  rows.filter(({ status }) => status !== 'NOT_PERFORMED').reduce((sum, { minutes }) => sum + minutes, 0);

const heldLine = (purchase: Purchase, rows: readonly PerformedRow[], missing: readonly Missing[]): HeldNow => ({
  ...{ purchaseId: purchase.id, performed: performedOf(rows), rule: missing[0]?.rule ?? '', missing },
});

/**
 * The lines of a month, for each unit that buys: of every purchase that has a row, goes on in the month or costs notice in
 * it. A line that is held until its agreement is signed stands apart and holds no other back (H-30).
 */
export function monthLines(
  bought: readonly BoughtOf[],
  month: Month,
  { byPurchase }: FittedRows,
  comments: Readonly<Record<string, string>>,
): MonthLines {
  const missing: Missing[] = [];
  const faults: Fault[] = [];
  const judged: Judged[] = bought.flatMap(({ purchase, pack }): Judged[] => {
    const rows = byPurchase.get(purchase.id) ?? [];
    const isOf = rows.length > 0 || isInMonth(purchase, month) || noticeMinutes(purchase, month, pack) > 0;
    if (!isOf) return [];
    const line = basisLine(purchase, month, rows, pack, comments[purchase.id]);
    if (line.ok) return [{ purchase, pack, line: line.value }];
    if (line.code === 'basis-held') return [{ purchase, pack, held: heldLine(purchase, rows, line.missing ?? []) }];
    missing.push(...(line.missing ?? []));
    faults.push({ at: `body.comments.${purchase.id}`, code: 'comment-missing' });
    return [];
  });
  const byUnit = Map.groupBy(judged, ({ purchase }) => purchase.orderingUnitId);
  const units = [...byUnit].flatMap(([orderingUnitId, some]): UnitsLines[] => {
    const latest = some.toSorted((one, other) => (one.purchase.requested.at < other.purchase.requested.at ? -1 : 1));
    const pack = latest.at(-1)?.pack;
    const lines = some.flatMap(({ line, purchase: { caseNo } }) => (line ? [{ ...line, caseNo }] : []));
    const hasRows = some.some(({ purchase: { id } }) => (byPurchase.get(id) ?? []).length > 0);
    return pack ? [{ orderingUnitId, pack, lines, held: some.flatMap(({ held }) => held ?? []), hasRows }] : [];
  });
  return { units, missing, faults };
}
