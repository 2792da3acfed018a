import { stringify } from 'csv-stringify/sync';
import { invoiceReference } from '../../../shared/domain/invoice-reference.ts';
import { swedishMonth } from '../../../shared/domain/local-time.ts';
import { invoicedMinutes } from './invoiced-minutes.ts';
import type { Statement } from './statement.ts';
import { hoursAndMinutes, plainKronor } from './statement-words.ts';

/** What it is made of, where it is not the month's own alone. */
function partsOf(statement: Statement): Record<string, string | number> {
  const { amountOre, adjustments = [], adjustmentsOre = 0, broughtForwardOre = 0, totalMinutes } = statement;
  if (adjustments.length === 0 && broughtForwardOre === 0) return {};
  return {
    'Varav månadens egna (minuter)': totalMinutes,
    'Varav justeringar (minuter)': invoicedMinutes(statement) - totalMinutes,
    'Varav månadens egna (kr)': plainKronor(amountOre),
    'Varav justeringar (kr)': plainKronor(adjustmentsOre),
    'Varav överfört (kr)': plainKronor(broughtForwardOre),
  };
}

/** What a spreadsheet would take for a formula is text; a number below zero is a number. */
const asText = (row: Readonly<Record<string, string | number | undefined>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const isFormula = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-\d+(?:,\d+)?$/.test(value);
      return [name, isFormula ? `'${value}` : value];
    }),
  );

/**
 * The basis for the month's one invoice (L-40) as a file that a spreadsheet opens: totals only, no case numbers
 * (A47) and no personal data (L-42). The minutes are those that the invoice is held against, and exact; hours with decimals would not always be. Nothing in it is
 * what a spreadsheet takes for something else: a month `2026-10` becomes okt-26, a reference of digits a number.
 */
export function invoiceBasis(statement: Statement): string {
  const [month, year] = swedishMonth(statement.month).split(' ');
  const minutes = invoicedMinutes(statement);
  const row = {
    Utförare: statement.provider.id,
    Namn: statement.provider.name,
    År: year,
    Månad: month,
    Minuter: minutes,
    Timmar: hoursAndMinutes(minutes),
    'Timersättning (kr)': plainKronor(statement.orePerHour),
    'Belopp (kr)': plainKronor(statement.toInvoiceOre ?? statement.amountOre),
    ...partsOf(statement),
    Fakturaadress: statement.invoiceAddress.split(/\s*\n\s*/).join(', '),
    Referens: invoiceReference(statement),
  };
  return stringify([row].map(asText), {
    header: true,
    delimiter: ';',
    record_delimiter: 'windows',
    bom: true,
  });
}
