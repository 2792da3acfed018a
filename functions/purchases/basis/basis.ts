import * as z from 'zod';
import { Month } from '../../../shared/domain/local-date.ts';
import { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import { CostRow } from './allocation.ts';
import { BasisLine, basisAmount, chargedMinutes } from './basis-line.ts';

const act = { at: Instant, by: z.string() };

/** What an hour of a line costs, as it was when the basis was accepted, and what says so. */
const LinePrice = z.object({
  orePerHour: z.int(),
  by: z.enum(['RATE', 'AGREEMENT']),
  /** The council's decision, by its reference. */
  decision: z.string().optional(),
});

/** A line that waits: what was done stands in the file, and is taken in when it is handed in with its agreement signed (H-30). */
const HeldLine = z.object({ purchaseId: z.string(), performed: z.int(), rule: z.string() });
export type HeldLine = z.infer<typeof HeldLine>;

/** The most purchases that one basis is of. */
export const mostLines = 500;

/** A private performer's invoice of a basis, as it was keyed. */
export const KeyedInvoice = z.object({
  number: z.string(),
  amountOre: z.int(),
  date: LocalDate,
});
export type KeyedInvoice = z.infer<typeof KeyedInvoice>;

/**
 * The basis of one month's bought hours, of one performer to one ordering unit.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> handed_in: by the performer (B-26, M-17)
 *   handed_in --> handed_in: again, in its place
 *   handed_in --> returned: with a reason
 *   returned --> handed_in
 *   handed_in --> accepted: its prices are fixed
 *   accepted --> invoiced: the internal invoice is sent (B-29), or a private performer's is keyed
 *   invoiced --> allocated: the cost is in its places (B-30)
 *   accepted --> allocated: where no invoice is asked for
 *   allocated --> handed_in: again, as a correction of what was accepted
 * ```
 */
export const PurchaseBasis = z.object({
  id: z.string(),
  month: Month,
  /** The routine of the ordering unit. */
  pack: z.string(),
  orderingUnitId: z.string(),
  /** Who performs, and as what. */
  receiver: z.object({ id: z.string(), isUnit: z.boolean(), kind: z.enum(['municipal', 'private']) }),
  state: z.enum(['handed-in', 'returned', 'accepted', 'invoiced', 'allocated']),
  /** Which time it was handed in. */
  time: z.int().min(1),
  handedIn: z.object({ ...act, documentId: z.string(), sha256: z.string(), form: z.string() }),
  lines: z.array(BasisLine.extend({ caseNo: z.string(), price: LinePrice.optional() })).max(mostLines),
  held: z.array(HeldLine).max(mostLines),
  returned: z.object({ ...act, reason: z.string() }).optional(),
  accepted: z.object(act).optional(),
  invoiced: z.object({ ...act, amountOre: z.int(), minutes: z.int(), keyed: KeyedInvoice.optional() }).optional(),
  allocated: z.object({ ...act, rows: z.array(CostRow), minutes: z.int() }).optional(),
  /** What was accepted before this one was handed in, which this corrects. */
  corrects: z.object({ time: z.int(), minutes: z.int(), amountOre: z.int().optional() }).optional(),
  /** What has been booked in all, that the next booking is the difference to. */
  booked: z.array(CostRow),
  bookedMinutes: z.int(),
  /** What a private performer has invoiced in all for the month. */
  invoicedOre: z.int(),
});
export type PurchaseBasis = z.infer<typeof PurchaseBasis>;

/** The minutes that a basis is paid for. */
export const minutesOf = ({ lines }: Pick<PurchaseBasis, 'lines'>): number =>
  lines.reduce((sum, line) => sum + chargedMinutes(line), 0);

/** What a basis costs: each purchase rounded once; undefined before its prices are fixed. */
export function costOf({ lines }: Pick<PurchaseBasis, 'lines'>): number | undefined {
  let sum = 0;
  for (const line of lines) {
    if (!line.price) return undefined;
    sum += basisAmount(line, line.price.orePerHour);
  }
  return sum;
}
