import { swedishMonth } from '../../../shared/domain/local-time.ts';
import type { PdfColumn } from '../../../shared/pdf/tagged-pdf.ts';
import { invoicedMinutes } from './invoiced-minutes.ts';
import type { Statement } from './statement.ts';
import { factInWords, hoursAndMinutes, hoursColon, kronor } from './statement-words.ts';

export const adjustmentColumns: readonly PdfColumn[] = [
  { head: 'Nummer', width: 0.26 },
  { head: 'Månad', width: 0.2 },
  { head: 'Ärende', width: 0.16 },
  { head: 'Tid', width: 0.14, align: 'right' },
  { head: 'Belopp', width: 0.24, align: 'right', strong: true },
];

type Part = {
  readonly heading: string;
  readonly text: string;
  readonly rows: readonly string[][];
  readonly sum: string[];
  readonly remarks: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
};

/** Minutes with their sign, as hours and minutes. */
const signed = (minutes: number): string => `${minutes < 0 ? '−' : '+'}${hoursColon(Math.abs(minutes))}`;

/**
 * What a statement says beside its own lines: what is adjusted of earlier months, what was below zero the month before,
 * and what it all comes to. Nothing where there is none of it.
 */
export function adjustmentParts(statement: Statement): readonly Part[] {
  const { adjustments = [], adjustmentsOre = 0, broughtForwardOre = 0, amountOre, officers = {}, claimOre } = statement;
  const { toInvoiceOre = amountOre, carriedForwardOre = 0 } = statement;
  if (adjustments.length === 0 && broughtForwardOre === 0 && carriedForwardOre === 0) return [];
  const money = (label: string, ore: number) => ({ label, value: kronor(ore) });
  return [
    {
      heading: 'Justeringar av tidigare månader',
      text: 'Sådant som blev känt efter att månadens sammanställning skickades. Den tidigare sammanställningen gäller som den är; skillnaden räknas här.',
      rows: adjustments.map((one) => [
        ...[one.number, swedishMonth(one.month), one.caseNo, signed(one.minutes), kronor(one.amountOre)],
      ]),
      sum: [
        'Summa',
        '',
        '',
        signed(adjustments.reduce((sum, { minutes }) => sum + minutes, 0)),
        kronor(adjustmentsOre),
      ],
      remarks: adjustments.map(
        (one) =>
          `${one.number}: ${one.reason.split(' ').map(factInWords).join(', ')}. ${one.comment} Beslutat av ${officers[one.decidedBy] ?? one.decidedBy}.`,
      ),
      facts: [
        ...(claimOre === undefined ? [money('Månadens egna timmar', amountOre)] : []),
        money('Justeringar', adjustmentsOre),
        ...(broughtForwardOre === 0 ? [] : [money('Överfört från förra månaden', broughtForwardOre)]),
        ...(toInvoiceOre > 0
          ? [{ label: 'Tid att fakturera', value: hoursAndMinutes(invoicedMinutes(statement)) }]
          : []),
        money('Att fakturera', toInvoiceOre),
        ...(claimOre ? [money('Att betala tillbaka', claimOre)] : []),
        ...(carriedForwardOre === 0 ? [] : [money('Förs över till nästa månad', carriedForwardOre)]),
      ],
    },
  ];
}
