import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { Instant, LocalDate, Month } from '../../../shared/domain/local-time.ts';

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

/** What the head signs and sends (L-37, L-38): the only thing that may be invoiced for the month (L-39, L-40). */
export const StatementContent = z
  .strictObject({
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
  })
  .refine(({ lines, totalMinutes }) => lines.reduce((sum, { charged }) => sum + charged, 0) === totalMinutes, {
    path: ['totalMinutes'],
    error: 'the total is not the sum of the lines',
  });
export type StatementContent = z.infer<typeof StatementContent>;

/** The statement as it is read: what was signed, with the hash of its record. */
export const Statement = z.intersection(StatementContent, z.object({ sha256: Sha256 }));
export type Statement = StatementContent & { readonly sha256: string };

/** The most minutes of one reason come first; reasons of equal size in the order of their codes. */
export const unpaidReasons = ({ unpaid }: Pick<StatementLine, 'unpaid'>): [reason: string, minutes: number][] =>
  Object.entries(unpaid)
    .filter(([, minutes]) => minutes > 0)
    .toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));

export const unpaidMinutes = ({ unpaid }: Pick<StatementLine, 'unpaid'>): number =>
  Object.values(unpaid).reduce((sum, minutes) => sum + minutes, 0);
