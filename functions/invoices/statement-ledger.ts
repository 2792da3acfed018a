import * as z from 'zod';
import { Month } from '../../shared/domain/local-date.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Invoice } from './reading/invoice.ts';

const LedgerEntry = z.object({
  invoiceId: z.string(),
  kind: z.enum(['INVOICE', 'CREDIT', 'INTERNAL']),
  number: z.string(),
  sellerId: z.string(),
  amountOre: z.int(),
  minutes: z.int().optional(),
  credits: z.string().optional(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

const mostLive = 200;

/**
 * What is live of one statement: the invoices and credit notes that have come in and were not returned. Their sum, the
 * credit notes taken off, is never above what the statement lets be invoiced, nor below nothing (L-40); whoever changes
 * it does so over what was read, so that two at once cannot.
 */
export const StatementLedger = z.object({
  providerId: z.string(),
  month: Month,
  /** Which of the month's it is: its own statement, or a settlement after it. */
  statementSha256: z.string(),
  toInvoiceOre: z.int(),
  live: z.array(LedgerEntry).max(mostLive),
});
export type StatementLedger = z.infer<typeof StatementLedger>;

/** A number as it is the same in any case and spacing. */
export const plainNumber = (number: string): string => number.normalize('NFKC').replace(/\s/gu, '').toLowerCase();

/** Öre: invoices less credit notes. */
export const liveOre = ({ live }: Pick<StatementLedger, 'live'>): number =>
  live.reduce((sum, { kind, amountOre }) => sum + (kind === 'CREDIT' ? -amountOre : amountOre), 0);

type Unfit = 'invoice-above-statement' | 'invoice-credited';

const fits = (next: StatementLedger): Result<StatementLedger, Unfit> => {
  const ore = liveOre(next);
  if (ore > next.toInvoiceOre || next.live.length > mostLive) return refuse('conflict', 'invoice-above-statement');
  return ore < 0 ? refuse('conflict', 'invoice-credited') : accept(next);
};

export const withLive = (ledger: StatementLedger, entry: LedgerEntry): Result<StatementLedger, Unfit> =>
  fits({ ...ledger, live: [...ledger.live, entry] });

/**
 * Without one that is returned. Refused where a credit note of it is live, or where it is a credit note whose place
 * another invoice has taken.
 */
export function withoutLive(ledger: StatementLedger, invoiceId: string): Result<StatementLedger, Unfit> {
  const gone = ledger.live.find((one) => one.invoiceId === invoiceId);
  const isCredited = ledger.live.some(
    ({ kind, credits }) =>
      gone?.kind === 'INVOICE' && kind === 'CREDIT' && plainNumber(credits ?? '') === plainNumber(gone.number),
  );
  if (isCredited) return refuse('conflict', 'invoice-credited');
  return fits({ ...ledger, live: ledger.live.filter((one) => one !== gone) });
}

/** An entry as the rules about earlier invoices read it; of its own month, whatever it said. */
export const earlierInvoice = (
  { kind, number, sellerId, amountOre, minutes, credits }: LedgerEntry,
  month: Month,
): Invoice => ({
  kind: kind === 'CREDIT' ? 'CREDIT' : 'INVOICE',
  ...{ number, sellerId, netOre: amountOre, month },
  ...(minutes === undefined ? {} : { minutes }),
  ...(credits === undefined ? {} : { credits }),
  ...{ currencies: [], stretches: [], otherUnits: [], taxes: [], payees: [], embedded: [], texts: [] },
  places: {
    ...{ number: '', issueDate: '', dueDate: '', seller: '', month: '', minutes: '' },
    ...{ net: '', vat: '', payable: '', credits: '', address: '' },
  },
});
