import * as z from 'zod';
import { guarded } from '../../../shared/domain/free-text.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { type ByteSource, eachRow, readDate } from '../../months/door.ts';
import { invoiceStore } from '../invoice-store.ts';
import { ledgerStore } from '../ledger-store.ts';
import { withExport } from '../load-filed.ts';
import { sellerNumber } from '../reading/invoice.ts';
import { plainNumber } from '../statement-ledger.ts';
import { mostPayments, type Payment, paymentColumns, readPayment } from './payment-rows.ts';

const Plain = guarded(z.string());
const fault = (at: string, code: string): Fault => ({ at: `body.file ${at}`, code });

/** The payments of a file; where anything in it cannot be read, all of that is named and nothing is taken. */
export async function paymentsIn(
  source: ByteSource,
  at: Instant,
): Promise<Result<readonly Payment[], 'bad-payments' | 'too-many-rows'>> {
  const payments: Payment[] = [];
  const faults: Fault[] = [];
  let hasHeader = false;
  let count = 0;
  const shut = await eachRow(source, ({ row, fields }): 'too-many-rows' | 'unreadable' | undefined => {
    if (typeof fields === 'string') {
      faults.push(fault(`row ${row}`, fields));
      return 'unreadable';
    }
    if (!hasHeader) {
      hasHeader = paymentColumns.every((column, index) => fields[index] === column);
      if (!hasHeader) faults.push(fault(`row ${row}`, 'WRONG_HEADER'));
      return hasHeader ? undefined : 'unreadable';
    }
    count += 1;
    if (count > mostPayments) return 'too-many-rows';
    const read = readPayment(row, fields, { readDate, today: dateOf(at) });
    if ('wrong' in read) faults.push(...read.wrong.map(([column, code]) => fault(`row ${row} column ${column}`, code)));
    else if (!Plain.safeParse(read.reference).success)
      faults.push(fault(`row ${row} column Referens`, 'person-id-in-text'));
    else payments.push(read);
    return undefined;
  });
  if (shut === 'too-many-rows') return refuse('invalid', 'too-many-rows', [fault('', 'too-many-rows')]);
  if (!hasHeader && faults.length === 0) faults.push(fault('row 1', 'WRONG_HEADER'));
  return faults.length > 0 ? refuse('invalid', 'bad-payments', faults.slice(0, mostPayments)) : accept(payments);
}

/** The providers by the number that a ledger knows them by; a number may be more than one's. */
export async function sellersByNumber(table: Table): Promise<ReadonlyMap<string, readonly Provider[]>> {
  const all = (await providerStore(table).readable()).items.map(({ entity }) => entity);
  return Map.groupBy(
    all.filter(({ organisationNumber }) => organisationNumber !== undefined),
    ({ organisationNumber = '' }) => sellerNumber(organisationNumber),
  );
}

/** The invoice that a payment is of, as it stands, with its provider; undefined where no live one has the number. */
export async function invoicePaid(
  { number, orgNo }: Payment,
  sellers: ReadonlyMap<string, readonly Provider[]>,
  table: Table,
) {
  const numberSum = await sha256(plainNumber(number));
  for (const provider of sellers.get(orgNo) ?? []) {
    const invoiceId = (await ledgerStore(table).number(provider.id, numberSum))?.entity.invoiceId;
    const found = invoiceId === undefined ? undefined : await invoiceStore(table).find(invoiceId);
    if (found) return { ...(await withExport(found, { table })), provider };
  }
  return undefined;
}
