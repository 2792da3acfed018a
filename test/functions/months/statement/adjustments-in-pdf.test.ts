import { describe, expect, it } from 'vitest';
import { adjustmentParts } from '../../../../functions/months/statement/adjustments-in-pdf.ts';
import { invoiceBasis } from '../../../../functions/months/statement/invoice-basis.ts';
import { statementPdf } from '../../../../functions/months/statement/statement-pdf.ts';
import { installedFonts } from '../../../../shared/pdf/load-fonts.ts';
import { aStatement } from '../../../support/a-statement.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const adjustment = {
  number: '2026-09/P1/J1',
  month: '2026-09',
  caseNo: 'A-1',
  minutes: -35,
  amountOre: -22_605,
  orePerHour: 38_750,
  reason: 'DEATH',
  comment: 'Blev känt i oktober',
  decidedBy: 'O1',
  refersTo: 'a'.repeat(64),
};
const own = aStatement();
const net = own.amountOre - 22_605;
const adjusted = {
  ...own,
  adjustments: [adjustment],
  adjustmentsOre: -22_605,
  broughtForwardOre: 0,
  toInvoiceOre: Math.max(0, net),
  carriedForwardOre: Math.min(0, net),
};

describe('what a statement says of earlier months', () => {
  it('is nothing where there is nothing to say', () => {
    expect(adjustmentParts(own)).toEqual([]);
    expect(
      adjustmentParts({
        ...adjusted,
        adjustments: [],
        adjustmentsOre: 0,
        toInvoiceOre: own.amountOre,
        carriedForwardOre: 0,
      }),
    ).toEqual([]);
    expect(invoiceBasis(own)).not.toContain('justeringar');
  });

  it('stands on paper: each row with its reason, who decided it, and what it all comes to', async () => {
    const text = await pdfText(await statementPdf(adjusted, installedFonts()));
    for (const part of [
      'Justeringar av tidigare månader',
      '2026-09/P1/J1',
      '−0:35',
      '−226,05',
      'insatsen hade upphört',
      'Blev känt i oktober',
      'Att fakturera',
    ])
      expect(text).toContain(part);
    // Nobody outside is told of what.
    expect(text.toLowerCase()).not.toContain('avliden');
  });

  it('stands in the basis of the invoice, which is of the net', () => {
    const basis = invoiceBasis(adjusted);
    expect(basis).toContain('Varav justeringar (kr)');
    expect(basis).toContain('-226,05');
  });

  it('says that nothing is to be invoiced where it comes to nothing', async () => {
    const below = {
      ...adjusted,
      adjustments: [{ ...adjustment, amountOre: -own.amountOre - 100 }],
      adjustmentsOre: -own.amountOre - 100,
      toInvoiceOre: 0,
      carriedForwardOre: -100,
    };
    const text = await pdfText(await statementPdf(below, installedFonts()));
    expect(text).toContain('inget att fakturera');
    expect(text).toContain('Förs över till nästa månad');
  });
});
