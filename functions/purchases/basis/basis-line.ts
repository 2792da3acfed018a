import * as z from 'zod';
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
import { noticeMinutes } from './notice-minutes.ts';

/**
 * A visit of the time report: what was done, on which day, for how long; only what was performed pays (A80). A row that
 * stands in the file already is `REPEATED`.
 */
export type PerformedVisit = {
  readonly code: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly status: 'PERFORMED' | 'NOT_PERFORMED' | 'REPEATED';
};

/** Why minutes of a visit are not accepted. */
const basisFaults = ['OTHER_MONTH', 'DUPLICATE', 'NOT_PERFORMED', 'OUTSIDE_PERIOD', 'NOT_ORDERED'] as const;
const BasisFault = z.enum(basisFaults);
type BasisFault = z.infer<typeof BasisFault>;

/** A purchase's line of a month: what was agreed, done, accepted and rejected, in minutes. */
export const BasisLine = z.object({
  purchaseId: z.string(),
  agreed: z.int(),
  performed: z.int(),
  accepted: z.int(),
  rejected: z.partialRecord(BasisFault, z.int()),
  /** Minutes that short notice costs in the month, where the pack charges what was ordered (M-23, A38). */
  notice: z.int().optional(),
  /** Why more was done than was agreed (B-27). */
  comment: z.string().optional(),
});
export type BasisLine = z.infer<typeof BasisLine>;

/** What a line is paid for: what was accepted, and what short notice costs. */
export const chargedMinutes = ({ accepted, notice = 0 }: Pick<BasisLine, 'accepted' | 'notice'>): number =>
  accepted + notice;

/** Whether a day is one of those on which help was given by the purchase. */
export function isOnItsDays(purchase: Purchase, day: LocalDate): boolean {
  const last = lastHelpDay(purchase);
  const first = purchase.begun ? dateOf(purchase.begun.visitAt) : undefined;
  return first !== undefined && first <= day && (last === null || day <= last);
}

/** Whether a service is among those that were ordered (M-15). */
export const isOrdered = ({ services }: Pick<Purchase, 'services'>, code: string): boolean =>
  services.some((service) => service.code === code);

const faultOf = (purchase: Purchase, month: Month, { code, on, status }: PerformedVisit): BasisFault | undefined => {
  if (monthOf(on) !== month) return 'OTHER_MONTH';
  if (status === 'NOT_PERFORMED') return 'NOT_PERFORMED';
  if (status === 'REPEATED') return 'DUPLICATE';
  if (!isOnItsDays(purchase, on)) return 'OUTSIDE_PERIOD';
  return isOrdered(purchase, code) ? undefined : 'NOT_ORDERED';
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
    .filter(({ status }) => status !== 'NOT_PERFORMED')
    .reduce((sum, { minutes }) => sum + minutes, 0);
  const agreed = agreedIn(purchase, month);
  if (accepted > agreed && !comment?.trim()) return lacking('condition-missing', [above(pack)]);
  const notice = noticeMinutes(purchase, month, pack);
  return accept({
    ...{ purchaseId: purchase.id, agreed, performed, accepted, rejected },
    ...(notice > 0 ? { notice } : {}),
    ...(accepted > agreed && comment ? { comment } : {}),
  });
}

const above = ({ purchases }: BuyingPack): Missing => ({
  rule: purchases.basis.above,
  level: 'WRN',
  text: sentence('purchase-above-extent', 'sv'),
});

/** What a line costs, rounded once for the purchase and month (E46). */
export const basisAmount = (line: Pick<BasisLine, 'accepted' | 'notice'>, orePerHour: number): number =>
  amountOre(chargedMinutes(line), orePerHour);

/** The working day of the next month on which a month's basis is handed in (B-26, M-17, A39). */
export const basisDue = (month: Month, pack: BuyingPack): LocalDate =>
  nthWorkingDay(nextMonth(month), pack.params['monthly.dueVardag'], vardagar(pack));
