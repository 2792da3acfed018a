import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { Instant, LocalDate, Month } from '../../../shared/domain/local-time.ts';
import { netOf } from '../adjusting/adjustment-rows.ts';

const Minutes = z.int().nonnegative();
const Text = z.string().min(1).max(200);
const Comment = z.string().max(4000);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** How a case of the month was decided; `CHARGED_AS_GRANTED` is the faulty basis of L-44. */
export const StatementDecision = z.enum(['APPROVED', 'ADJUSTED', 'CHARGED_AS_GRANTED', 'REJECTED']);
export type StatementDecision = z.infer<typeof StatementDecision>;

/** One case: minutes throughout, `unpaid` per reason, and who decided it and why. No customer is named. */
export const StatementLine = z.strictObject({
  caseNo: CaseNumber,
  granted: Minutes,
  ordered: Minutes,
  performed: Minutes,
  absence: Minutes,
  charged: Minutes,
  topUp: Minutes,
  unpaid: z.record(z.string().regex(/^[A-Z_]{1,40}$/), Minutes),
  decision: StatementDecision,
  decidedBy: Text,
  comment: Comment.optional(),
  faultCode: Text.optional(),
});
export type StatementLine = z.infer<typeof StatementLine>;

/** A row of a month that was stated before: minutes and öre by which what is paid of it changes, and who decided why. */
const StatementAdjustment = z.strictObject({
  number: Text.meta({ description: '`<month>/<provider>/J<n>`' }),
  month: Month,
  caseNo: CaseNumber,
  minutes: z.int(),
  amountOre: z.int(),
  orePerHour: z.int().nonnegative(),
  reason: Text.meta({ description: 'The facts that reached the case, by code, a space between' }),
  comment: Comment,
  decidedBy: Text,
  refersTo: Sha256.meta({ description: 'The statement that it changes' }),
});

const sumOf = (some: readonly { readonly amountOre: number }[]): number =>
  some.reduce((sum, { amountOre }) => sum + amountOre, 0);

/** What a statement says, before its sums are held against each other; a settlement says the same. */
export const StatementShape = z.strictObject({
  municipality: Text,
  provider: z.strictObject({ id: Text, name: Text }),
  month: Month,
  sentAt: Instant,
  head: z.strictObject({ id: Text, name: Text }),
  officers: z.record(Text, Text).optional().meta({ description: 'What those who decided are called, by id' }),
  orePerHour: z.int().nonnegative(),
  totalMinutes: Minutes,
  amountOre: z.int().nonnegative(),
  dueOn: LocalDate.optional().meta({
    description: 'The day by which the invoice is asked for; for information (D14).',
  }),
  invoiceAddress: Text,
  comment: Comment,
  lines: z.array(StatementLine),
  adjustments: z.array(StatementAdjustment).optional().meta({
    description:
      'Of months stated before. This and the sums after it are absent from what was signed before they were kept',
  }),
  adjustmentsOre: z.int().optional(),
  broughtForwardOre: z.int().max(0).optional().meta({ description: 'Below zero the month before' }),
  toInvoiceOre: z.int().nonnegative().optional(),
  carriedForwardOre: z.int().max(0).optional().meta({ description: 'Below zero: taken off the next month' }),
});

/** What the head signs and sends (L-37, L-38): the only thing that may be invoiced for the month (L-39, L-40). */
export const StatementContent = StatementShape.refine(
  ({ lines, totalMinutes }) => lines.reduce((sum, { charged }) => sum + charged, 0) === totalMinutes,
  {
    path: ['totalMinutes'],
    error: 'the total is not the sum of the lines',
  },
).refine(
  ({ amountOre, adjustments, adjustmentsOre, broughtForwardOre, toInvoiceOre, carriedForwardOre }) => {
    const kept = [adjustments, adjustmentsOre, broughtForwardOre, toInvoiceOre, carriedForwardOre];
    if (kept.every((one) => one === undefined)) return true;
    if (!adjustments || adjustmentsOre === undefined || broughtForwardOre === undefined) return false;
    const net = netOf({ amountOre, adjustmentsOre, broughtForwardOre });
    return (
      adjustmentsOre === sumOf(adjustments) &&
      net.toInvoiceOre === toInvoiceOre &&
      net.carriedForwardOre === carriedForwardOre
    );
  },
  { path: ['toInvoiceOre'], error: 'what is to be invoiced is not the sum of its parts' },
);
export type StatementContent = z.infer<typeof StatementContent>;

/** The statement as it is read: what was signed, with the hash of its record. */
export const Statement = z.intersection(StatementContent, z.object({ sha256: Sha256 }));
export type Statement = StatementContent & {
  readonly sha256: string;
  /** Of a settlement alone: what the provider is to pay back (öre), or zero. */
  readonly claimOre?: number;
};

/** The most minutes of one reason come first; reasons of equal size in the order of their codes. */
export const unpaidReasons = ({ unpaid }: Pick<StatementLine, 'unpaid'>): [reason: string, minutes: number][] =>
  Object.entries(unpaid)
    .filter(([, minutes]) => minutes > 0)
    .toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));

export const unpaidMinutes = ({ unpaid }: Pick<StatementLine, 'unpaid'>): number =>
  Object.values(unpaid).reduce((sum, minutes) => sum + minutes, 0);
