import * as z from 'zod';
import type { Change, Key, Table } from '../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../shared/stores/stored.ts';
import { StatementLedger } from './statement-ledger.ts';

/** Which statement: a month can have its own, and settlements when no other month comes after it. */
type OfStatement = Pick<StatementLedger, 'providerId' | 'month' | 'statementSha256'>;

const ledgerKey = ({ providerId, month, statementSha256 }: OfStatement): Key => ({
  pk: `INVOICED#${providerId}`,
  sk: `LEDGER#${month}#${statementSha256}`,
});
/** By a sum of the number: a key says nothing that somebody has written. */
const numberKey = (providerId: string, numberSum: string): Key => ({
  pk: `INVOICED#${providerId}`,
  sk: `NUMBER#${numberSum}`,
});

/** Which invoice has a number of a provider's now; nobody when that was returned. */
const NumberTaken = z.object({
  invoiceId: z.string().optional(),
  month: z.string(),
  statementSha256: z.string().optional(),
});
export type NumberTaken = z.infer<typeof NumberTaken>;

/** Where it is kept what of a statement is invoiced, and which numbers a provider has used. */
export const ledgerStore = (table: Table) => ({
  async find(of: OfStatement): Promise<Stored<StatementLedger> | undefined> {
    const item = await table.get(ledgerKey(of));
    return item && storedAs(StatementLedger, item);
  },
  /** Over what was read: of two at once one is decided again. */
  save: (next: StatementLedger, over: Stored<StatementLedger> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...ledgerKey(next), data: next },
  }),

  async number(providerId: string, numberSum: string): Promise<Stored<NumberTaken> | undefined> {
    const item = await table.get(numberKey(providerId, numberSum));
    return item && storedAs(NumberTaken, item);
  },
  saveNumber: (
    providerId: string,
    numberSum: string,
    next: NumberTaken,
    over: Stored<NumberTaken> | undefined,
  ): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...numberKey(providerId, numberSum), data: next },
  }),
});
