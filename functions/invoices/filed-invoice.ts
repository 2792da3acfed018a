import * as z from 'zod';
import { guarded } from '../../shared/domain/free-text.ts';
import { Instant, LocalDate, Month } from '../../shared/domain/local-time.ts';

export const InvoiceState = z
  .enum(['received', 'returned', 'held', 'classified', 'coded', 'attested', 'second-attested', 'exported', 'paid'])
  .meta({ id: 'InvoiceState' });
export type InvoiceState = z.infer<typeof InvoiceState>;

const act = { at: Instant, by: z.string() };

/** Something that was found on an invoice: by rule, code and place, in words that never repeat what stands there. */
export const FiledRemark = z
  .object({ rule: z.string(), code: z.string(), at: z.string(), text: z.string() })
  .meta({ id: 'InvoiceRemark' });

/** A row of the coding: how much on which account, and where. Together they are what the invoice is to be paid with. */
export const CodingRow = z
  .strictObject({
    account: z.string().regex(/^\d{3,6}$/),
    dims: z
      .record(
        z.string().regex(/^\d{1,2}$/),
        guarded(
          z
            .string()
            .max(40)
            .regex(/^[\p{L}\p{N}._-]+$/u),
        ),
      )
      .default({}),
    amountOre: z.int().min(-1_000_000_000_000).max(1_000_000_000_000),
  })
  .meta({ id: 'CodingRow' });
export type CodingRow = z.infer<typeof CodingRow>;

/** Somebody who mistypes a payment more often than so is to be stopped. */
export const mostCorrections = 20;

/** A signed attestation; `limitOre`: up to what its attester alone may, where there is a limit. */
const Attestation = z.object({ ...act, recordId: z.string(), sha256: z.string(), limitOre: z.int().optional() });
export type Attestation = z.infer<typeof Attestation>;

/**
 * An invoice or a credit note that has come in, or a municipal provider's own statement that is booked as it is
 * (`INTERNAL`). `amountOre` is without tax, `payableOre` with it; a credit note's figures are positive.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> received: nothing is wrong
 *   [*] --> held: minutes or öre differ, or the account is another
 *   [*] --> returned: anything else is wrong
 *   held --> received: the administrator has telephoned
 *   received --> classified: marked secret (L-41)
 *   classified --> coded: by the head (L-51)
 *   coded --> coded: coded anew
 *   coded --> attested: a signed record
 *   attested --> second_attested: another person, where one is needed (A62)
 *   attested --> exported: in an export to finance
 *   second_attested --> exported
 *   exported --> paid: day and reference
 *   received --> returned
 *   held --> returned
 *   classified --> returned
 *   coded --> returned
 *   attested --> returned: the attestation is withdrawn
 *   second_attested --> returned
 * ```
 */
export const FiledInvoice = z.object({
  id: z.string(),
  providerId: z.string(),
  month: Month,
  kind: z.enum(['INVOICE', 'CREDIT', 'INTERNAL']),
  /** `exported` is never stored: the voucher says it. */
  state: InvoiceState,
  /** A `pdf` has text that was searched; a `scan`, which has none, is looked through by two. */
  source: z.enum(['ubl', 'figures', 'pdf', 'scan', 'statement']),
  /** SHA-256 of the statement that it is for, and the reference that it has by it. */
  statementSha256: z.string(),
  toInvoiceOre: z.int(),
  toInvoiceMinutes: z.int().optional(),
  /** Absent where it is not said, or holds what may not be repeated. */
  number: z.string().optional(),
  numberSum: z.string().optional(),
  sellerId: z.string().optional(),
  issueDate: LocalDate.optional(),
  dueDate: LocalDate.optional(),
  minutes: z.int().optional(),
  amountOre: z.int().optional(),
  vatOre: z.int().optional(),
  payableOre: z.int().optional(),
  /** The number of the invoice that it credits. */
  credits: z.string().optional(),
  file: z.object({ documentId: z.string(), sha256: z.string(), bytes: z.int(), contentType: z.string() }).optional(),
  received: z.object(act),
  /** Whoever keyed figures or paper, and looked through what has no text. */
  keyedBy: z.array(z.string()),
  looked: z.array(z.object(act)),
  blocking: z.array(FiledRemark),
  warnings: z.array(FiledRemark),
  /** Seen by the administrator alone (L-42). */
  isPersonal: z.boolean(),
  released: z.object({ ...act, comment: z.string() }).optional(),
  returned: z.object({ ...act, comment: z.string().optional() }).optional(),
  secrecy: z.object(act).optional(),
  coding: z.object({ ...act, rows: z.array(CodingRow) }).optional(),
  attestations: z.array(Attestation).max(2),
  needsSecond: z.boolean(),
  withdrawn: z.array(Attestation.extend({ withdrawnAt: Instant, withdrawnBy: z.string(), comment: z.string() })),
  paid: z
    .object({
      ...{ ...act, on: LocalDate, reference: z.string() },
      /** What was written before, and why it was mended; the last one last. */
      corrected: z
        .array(z.object({ ...act, on: LocalDate, reference: z.string(), reason: z.string() }))
        .max(mostCorrections)
        .optional(),
    })
    .optional(),
});
export type FiledInvoice = z.infer<typeof FiledInvoice>;

/** Who takes a step with an invoice, and when. */
export type InvoiceActor = { readonly userId: string; readonly at: Instant };

/** The states in which it can be no more than looked at. */
export const isInvoiceOver = ({ state }: Pick<FiledInvoice, 'state'>): boolean =>
  state === 'returned' || state === 'exported' || state === 'paid';

/** Everybody who has had to do with it beside attesting: keyed it, looked it through, or marked it secret (A72). */
export const handsOnInvoice = ({ keyedBy, looked, secrecy }: FiledInvoice): readonly string[] => [
  ...keyedBy,
  ...looked.map(({ by }) => by),
  ...(secrecy ? [secrecy.by] : []),
];

/** Whether nothing more is needed before it is booked. */
export const isWhollyAttested = ({ state, needsSecond }: Pick<FiledInvoice, 'state' | 'needsSecond'>): boolean =>
  state === 'second-attested' || (state === 'attested' && !needsSecond);
