import { amountOre } from '../money.ts';

/** What a fact may be that reaches a case after its month was stated; rules, parameters and programs are none. */
export type FactKind =
  | 'DEATH'
  | 'HOSPITAL'
  | 'ABSENCE'
  | 'SERVICES'
  | 'CASE_DATES'
  | 'REPORT'
  | 'FORM'
  | 'HANDED_IN'
  | 'DECISION';

/** A case of a stated month as it stood, its earlier adjustments counted in, and as it is now. Whole minutes. */
export type CaseChange = { readonly caseNo: string; readonly was: number; readonly now: number };

/** What a change comes to: minutes, and öre by which what is paid for the whole month changes. */
export type Priced<Change> = Change & { readonly minutes: number; readonly amountOre: number };

const byCase = (one: CaseChange, other: CaseChange): number =>
  one.caseNo < other.caseNo ? -1 : one.caseNo > other.caseNo ? 1 : 0;

/**
 * Rows of an adjustment in the order of their cases, each at the month's own rate and as the difference that it makes to
 * the provider's month: Σ öre of statement and adjustments is that of Σ minutes, whatever the number of rows. What comes
 * to no minutes is no row. `minutesBefore` is the month's, its earlier adjustments counted in.
 */
export function pricedRows<Change extends CaseChange>(
  changes: readonly Change[],
  minutesBefore: number,
  orePerHour: number,
): readonly Priced<Change>[] {
  let before = minutesBefore;
  return changes
    .filter(({ was, now }) => was !== now)
    .toSorted(byCase)
    .map((change) => {
      const minutes = change.now - change.was;
      const ore = amountOre(before + minutes, orePerHour) - amountOre(before, orePerHour);
      before += minutes;
      return { ...change, minutes, amountOre: ore };
    });
}

/** What is invoiced of a month: öre, `carriedForwardOre` never above zero. */
export type Net = { readonly toInvoiceOre: number; readonly carriedForwardOre: number };

/** The month's own, what is adjusted of earlier months, and what was below zero the month before (all öre). */
export function netOf(own: {
  readonly amountOre: number;
  readonly adjustmentsOre: number;
  readonly broughtForwardOre: number;
}): Net {
  const net = own.amountOre + own.adjustmentsOre + own.broughtForwardOre;
  return { toInvoiceOre: Math.max(0, net), carriedForwardOre: Math.min(0, net) };
}
