import { invoicedMinutes } from './invoiced-minutes.ts';
import type { Statement } from './statement.ts';
import { hoursAndMinutes, kronor, timeToInvoice } from './statement-words.ts';

const plus = (minutes: number): string => (minutes < 0 ? hoursAndMinutes(minutes) : `+${hoursAndMinutes(minutes)}`);

/** How the time to invoice comes about, where it is not the month's own alone. */
function withAdjustments(statement: Statement): string[] {
  const { totalMinutes, adjustments = [] } = statement;
  if (adjustments.length === 0) return [];
  const adjusted = invoicedMinutes(statement) - totalMinutes;
  return [
    `Tiden är månadens egen, ${hoursAndMinutes(totalMinutes)}, och justeringarna av tidigare månader, ${plus(adjusted)}. Skriv den sammanlagda tiden: det är den som fakturan granskas mot.`,
  ];
}

/** What was below zero the month before is öre alone: the time stands, and the amount is less than the time comes to. */
const withBrought = ({ broughtForwardOre = 0 }: Statement): string[] =>
  broughtForwardOre < 0
    ? [
        `Av beloppet är ${kronor(-broughtForwardOre)} redan avdraget: det fördes över från förra månaden. Avdraget ändrar beloppet men inte tiden.`,
      ]
    : [];

/** What the provider is to write on its invoice, in whole minutes and öre: exactly what the invoice is held against (L-40). */
export function howToInvoice(statement: Statement): string[] {
  const { amountOre, toInvoiceOre = amountOre } = statement;
  const only =
    'Den här sammanställningen är det som får faktureras för månaden. Fakturera först nu när den är skickad (L-38, L-39).';
  if (toInvoiceOre === 0) return [only, 'Det finns inget att fakturera för månaden. Skicka ingen faktura.'];
  return [
    only,
    `Skicka en enda faktura för alla kunders timmar i månaden: ${timeToInvoice(invoicedMinutes(statement))}, ${kronor(toInvoiceOre)} (L-40).`,
    ...withAdjustments(statement),
    ...withBrought(statement),
  ];
}
