import { describe, expect, it } from 'vitest';
import { sheetPdf } from '../../../../functions/orders/starting/sheet-pdf.ts';
import { installedFonts } from '../../../../shared/pdf/load-fonts.ts';
import { aSheet } from '../../../support/a-sheet.ts';
import { anOrder } from '../../../support/builders.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const printed = async (over: Parameters<typeof aSheet>[0] = {}) =>
  pdfText(await sheetPdf(aSheet(over), installedFonts()));

describe('the assignment on paper', () => {
  it('says the year of every date', async () => {
    const text = await printed();
    for (const date of ['ons 16 sep 2026', 'mån 28 dec 2026', 'sön 10 jan 2027', 'mån 2 nov 2026 14:30'])
      expect(text).toContain(date);
    expect(text.replaceAll(/\d+ (sep|dec|jan|nov) \d{4}/g, '')).not.toMatch(/\b(sep|dec|jan|nov)\b/);
  });

  it('names the services in words, with their codes; an unknown code stands alone', async () => {
    const services = ['OMV', 'TRY', 'XYZ9', 'constructor'].map((code) => ({ code, minutesPerMonth: 60 }));
    const text = await printed({ order: anOrder({ services }) });
    expect(text).toContain('Omvårdnad (OMV)');
    expect(text).toContain('Trygghetslarm (TRY)');
    expect(text).toContain('XYZ9\n');
    expect(text).toContain('constructor\n');
  });
});
