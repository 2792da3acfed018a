import type { InvoiceParties } from '../../functions/invoices/proforma/invoice-parties.ts';
import { invoiceableSumsIn } from '../../functions/invoices/proforma/invoiceable-sums.ts';
import { proForma } from '../../functions/invoices/proforma/pro-forma.ts';
import { aStatement } from './a-statement.ts';

/** Parties as `cases.json` has them. */
export const partiesFile = (seller: object = {}, buyer: object = {}) => ({
  providers: [
    {
      ...{ id: 'P1', orgNo: '556703-7485', street: 'Storgatan 1', postalCode: '793 30', city: 'Exempelby' },
      ...{ bankgiro: '5050-1055', endpoint: { scheme: '0007', id: '5567037485' } },
      ...seller,
    },
  ],
  buyer: {
    ...{ name: 'Exempelkommun', orgNo: '212000-2924', street: 'Fakturaenheten VoO Kundval', postalCode: '793 80' },
    ...{ city: 'Exempelstad', endpoint: { scheme: '0007', id: '2120002924' }, buyerReference: 'VoO Kundval' },
    ...buyer,
  },
});

const { sha256, ...content } = aStatement();

/** The statement of the worked example (E33) as its record, with more in it. */
export const aStatedRecord = (over: object = {}) => ({
  sha256,
  payload: { kind: 'statement', content: { ...content, ...over } },
});

/** The record of a month that adjusts two others, with something left to take off. */
export const anAdjustedRecord = () =>
  aStatedRecord({
    adjustments: [
      { month: '2026-09', caseNo: 'A-1', minutes: -35, amountOre: -22_605, orePerHour: 38_750 },
      { month: '2026-08', caseNo: 'A-2', minutes: 20, amountOre: 12_917, orePerHour: 38_750 },
      { month: '2026-09', caseNo: 'A-3', minutes: 5, amountOre: 3_229, orePerHour: 38_750 },
    ],
    ...{ adjustmentsOre: -6_459, broughtForwardOre: -1_000, toInvoiceOre: 3_237_854 },
  });

/** The pro forma of a record, as its provider sends it: with a number and dates of its own. */
export function sentAs(record: object, parties: InvoiceParties): string {
  const basis = invoiceableSumsIn(record);
  const made = basis && proForma(basis, parties);
  if (!made?.ok) throw new Error('no pro forma');
  return made.value
    .replace(/(<\/cbc:ProfileID>\n<cbc:ID>)[^<]*/, '$1F-2026-117')
    .replace(/<cbc:IssueDate>[^<]*/, '<cbc:IssueDate>2026-11-16')
    .replace(/<cbc:DueDate>[^<]*/, '<cbc:DueDate>2026-12-16');
}
