import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { hours, money } from '../../app/format.ts';
import type { useWords } from '../../app/language.ts';
import type { SummaryRow } from '../../parts/summary-list.tsx';
import type { MonthView } from './lines.ts';
import { timeSaid } from './time-said.ts';

type Stated = NonNullable<MonthView['month']['statement']>;

/**
 * What a sent statement comes to: the month's own time and, where earlier months are adjusted in it, the time that is to
 * stand on the invoice; then how much is invoiced, and by which reference (L-40).
 */
export function statedRows(statement: Stated, words: ReturnType<typeof useWords>['handIn']): readonly SummaryRow[] {
  const { minutes, invoicedMinutes = minutes, amountOre, toInvoiceOre = amountOre } = statement;
  const isAdjusted = invoicedMinutes !== minutes || toInvoiceOre !== amountOre;
  return [
    { name: words.minutes, value: hours(minutes) },
    ...(isAdjusted && toInvoiceOre > 0
      ? [{ name: words.timeToInvoice, value: <b>{timeSaid(invoicedMinutes)}</b> }]
      : []),
    { name: isAdjusted ? words.moneyToInvoice : words.money, value: <b>{money(toInvoiceOre)}</b> },
    { name: words.reference, value: <code>{invoiceReference(statement)}</code> },
  ];
}
