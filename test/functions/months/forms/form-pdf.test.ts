import { describe, expect, it } from 'vitest';
import { formPdf } from '../../../../functions/months/forms/form-pdf.ts';
import { pageCode } from '../../../../shared/domain/form-code.ts';
import { installedFonts } from '../../../../shared/pdf/load-fonts.ts';
import { aForm, printsOf } from '../../../support/a-form.ts';
import { at } from '../../../support/builders.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const made = async () => {
  const form = aForm();
  const prints = printsOf(form);
  return { prints, bytes: await formPdf(form, prints, at('2026-11-02 08:00'), installedFonts()) };
};

describe('the forms to be printed', () => {
  it('say on each page which it is: in a code, in letters beneath, and to who does not see', async () => {
    const { prints, bytes } = await made();
    const text = pdfText(bytes);
    const raw = Buffer.from(bytes).toString('latin1').replaceAll('\u0000', '');
    for (const { letters, pages } of prints) {
      for (let page = 1; page <= pages; page += 1) {
        expect(text).toContain(await pageCode({ letters, page, pages }));
        const said = `blankett ${letters.slice(0, 4)} ${letters.slice(4)}, sida ${page} av ${pages}`;
        expect(text).toContain(said);
        expect(raw).toContain(`QR-kod: ${said}.`);
      }
    }
    expect(raw.match(/\/S \/Figure/g)).toHaveLength(prints.reduce((sum, { pages }) => sum + pages, 0));
  });

  it('hold the cases, the words that may be written, and where the manager signs; no customer', async () => {
    const text = pdfText((await made()).bytes);
    for (const words of [
      'Tidsrapport oktober 2026',
      'Avvikelseblankett oktober 2026',
      'A-1001',
      'EJ UTFÖRD',
      'UTÖKAT BEHOV',
    ])
      expect(text).toContain(words);
    expect(text.match(/Chefens underskrift/g)).toHaveLength(2);
  });

  it('are the same bytes when the same print is made again', async () => {
    const [one, other] = [await made(), await made()];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });
});
