import type { LocalDate, Month } from '../../../shared/domain/local-time.ts';
import { dateOf, monthOf, nextMonth } from '../../../shared/domain/local-time.ts';
import { accept, type Missing, type Result } from '../../../shared/domain/result.ts';
import { nthWorkingDay } from '../../../shared/domain/working-days.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import { amountOre } from '../../months/door.ts';
import { heldBasis } from '../acute/held-basis.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';
import type { Purchase } from '../purchase.ts';
import { lastHelpDay } from '../purchase-state.ts';
import { agreedIn } from '../running/extent-on.ts';

/** A visit of the time report: what was done, on which day, for how long; only what was performed pays (A80). */
export type PerformedVisit = {
  readonly code: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly status: 'PERFORMED' | 'NOT_PERFORMED';
};

/** Why minutes of a visit are not accepted. */
type BasisFault = 'NOT_PERFORMED' | 'NOT_ORDERED' | 'OUTSIDE_PERIOD' | 'OTHER_MONTH';

/** A purchase's line of a month: what was agreed, done, accepted and rejected, in minutes. */
export type BasisLine = {
  readonly purchaseId: string;
  readonly agreed: number;
  readonly performed: number;
  readonly accepted: number;
  readonly rejected: Readonly<Partial<Record<BasisFault, number>>>;
};

const faultOf = (purchase: Purchase, month: Month, { code, on, status }: PerformedVisit): BasisFault | undefined => {
  if (monthOf(on) !== month) return 'OTHER_MONTH';
  if (status === 'NOT_PERFORMED') return 'NOT_PERFORMED';
  const last = lastHelpDay(purchase);
  const first = purchase.begun ? dateOf(purchase.begun.visitAt) : undefined;
  if (first === undefined || on < first || (last !== null && on > last)) return 'OUTSIDE_PERIOD';
  return purchase.services.some((service) => service.code === code) ? undefined : 'NOT_ORDERED';
};

/**
 * What a month's report comes to for one purchase. What was not ordered is rejected (M-15), as is what lies outside the
 * days; what was not performed pays nothing, and nothing is topped up (A80). Time above the agreed is paid with a comment
 * (B-27). The basis of acute help waits for the agreement that is signed afterwards (H-30).
 */
export function basisLine(
  purchase: Purchase,
  month: Month,
  visits: readonly PerformedVisit[],
  pack: BuyingPack,
  comment?: string,
): Result<BasisLine, 'basis-held' | 'condition-missing'> {
  const held = heldBasis(purchase, pack);
  if (held.length > 0) return lacking('basis-held', held);
  const rejected: Partial<Record<BasisFault, number>> = {};
  let accepted = 0;
  for (const visit of visits) {
    const fault = faultOf(purchase, month, visit);
    if (fault) rejected[fault] = (rejected[fault] ?? 0) + visit.minutes;
    else accepted += visit.minutes;
  }
  const performed = visits
    .filter(({ status }) => status === 'PERFORMED')
    .reduce((sum, { minutes }) => sum + minutes, 0);
  const agreed = agreedIn(purchase, month);
  if (accepted > agreed && !comment?.trim()) return lacking('condition-missing', [above(pack)]);
  return accept({ purchaseId: purchase.id, agreed, performed, accepted, rejected });
}

const above = ({ purchases }: BuyingPack): Missing => ({
  rule: purchases.basis.above,
  level: 'WRN',
  text: sentence('purchase-above-extent', 'sv'),
});

/** What accepted minutes cost, rounded once for the purchase and month (E46). */
export const basisAmount = ({ accepted }: Pick<BasisLine, 'accepted'>, orePerHour: number): number =>
  amountOre(accepted, orePerHour);

/** The working day of the next month on which a month's basis is handed in (B-26, M-17, A39). */
export const basisDue = (month: Month, pack: BuyingPack): LocalDate =>
  nthWorkingDay(nextMonth(month), pack.params['monthly.dueVardag'], vardagar(pack));
