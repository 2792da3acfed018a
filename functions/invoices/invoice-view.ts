import * as z from 'zod';
import { LocalDate, Month } from '../../shared/domain/local-time.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import { CodingRow, FiledInvoice, FiledRemark, InvoiceState } from './filed-invoice.ts';
import { nextOfInvoice } from './next-steps.ts';

const { shape } = FiledInvoice;
const Act = z.object({ at: z.string(), by: z.string() });

/** An invoice as it is seen: where it stands, what was found, who did what, and what the caller may do next. */
export const InvoiceView = z
  .object({
    invoiceId: z.string(),
    version: z.int(),
    ...{ providerId: z.string(), month: Month, kind: shape.kind, state: InvoiceState, source: shape.source },
    verdict: z.enum(['ACCEPT', 'RETURN']).meta({ description: 'As `invoice-check` has it' }),
    number: z.string().optional().meta({ description: 'Absent where it may not be repeated' }),
    issueDate: LocalDate.optional(),
    dueDate: LocalDate.optional(),
    minutes: z.int().optional(),
    amountOre: z.int().optional().meta({ description: 'Without tax; positive on a credit note too' }),
    vatOre: z.int().optional(),
    payableOre: z.int().optional(),
    toInvoiceOre: z.int().meta({ description: 'What its statement lets be invoiced' }),
    toInvoiceMinutes: z.int().optional().meta({ description: 'The time of its statement, its adjustments counted in' }),
    credits: z.string().optional().meta({ description: 'The number of the invoice that it credits' }),
    statementSha256: z.string(),
    sha256: z.string().optional().meta({ description: 'Of the file as it was received' }),
    blocking: z.array(FiledRemark),
    warnings: z.array(FiledRemark),
    received: Act,
    looked: z.array(Act).meta({ description: 'Who has looked through what has no text; two are needed' }),
    released: Act.extend({ comment: z.string() }).optional(),
    returned: Act.extend({ comment: z.string().optional() }).optional(),
    secrecy: Act.optional(),
    coding: Act.extend({ rows: z.array(CodingRow) }).optional(),
    attestations: z.array(Act.extend({ recordId: z.string(), sha256: z.string() })),
    needsSecond: z.boolean().meta({ description: 'Another person attests too' }),
    exported: z.object({ number: z.int(), voucher: z.int(), on: LocalDate.optional() }).optional(),
    paid: shape.paid,
    next: z.array(z.string()).meta({ description: 'What the caller may do now, by the names of the ways in' }),
  })
  .meta({ id: 'Invoice' });
export type InvoiceView = z.infer<typeof InvoiceView>;

type SeenBy = {
  readonly version: number;
  readonly caller: Pick<Caller, 'role' | 'userId'>;
  /** Who has decided a line or an adjustment, or signed a report of its month. */
  readonly hands: readonly string[];
  readonly exported?:
    | { readonly number: number; readonly voucher: number; readonly on?: string | undefined }
    | undefined;
  /** Of one that is held: whether what is live of its statement has come to all of it. */
  readonly isMadeUp?: boolean;
};

/** What has become of one whose voucher is in an export, until it is paid. */
export const stateNow = ({ state }: Pick<FiledInvoice, 'state'>, exported: SeenBy['exported']): InvoiceState =>
  exported && state !== 'paid' ? 'exported' : state;

export function invoiceView(
  invoice: FiledInvoice,
  { version, caller, hands, exported, isMadeUp = false }: SeenBy,
): InvoiceView {
  const { id, file, state: _, attestations, numberSum: _sum, sellerId: _seller, keyedBy: _keyed, ...rest } = invoice;
  const { withdrawn: _withdrawn, isPersonal: _personal, ...seen } = rest;
  const state = stateNow(invoice, exported);
  return {
    ...seen,
    ...{ invoiceId: id, version, state, ...(file ? { sha256: file.sha256 } : {}) },
    verdict: invoice.blocking.length === 0 ? 'ACCEPT' : 'RETURN',
    attestations: attestations.map(({ at, by, recordId, sha256 }) => ({ at, by, recordId, sha256 })),
    ...(exported ? { exported } : {}),
    next: nextOfInvoice({ ...invoice, state }, caller, { hands, isMadeUp }),
  };
}
