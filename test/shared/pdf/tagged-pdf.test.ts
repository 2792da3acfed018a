import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import { taggedPdf } from '../../../shared/pdf/tagged-pdf.ts';
import { typefaceOf } from '../../../shared/pdf/typeface.ts';
import { oddTexts } from '../../support/odd-texts.ts';
import { pdfText } from '../../support/pdf-text.ts';

const created = new Date('2026-11-13T09:00:00Z');
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

function set(text: string, title = 'Prov'): Uint8Array {
  const pdf = taggedPdf({ title, author: title, subject: title, created }, installedFonts());
  pdf.heading(1, title);
  pdf.paragraph(text);
  pdf.facts([{ label: 'Vad', value: text }]);
  pdf.table([{ head: 'Vad', width: 1 }], [[text]], ['Summa']);
  return pdf.bytes('Foten');
}

/** The glyphs of every text that is shown, four letters each. */
function glyphsOf(bytes: Uint8Array): readonly string[] {
  const raw = latin1(bytes);
  return [...raw.matchAll(/\nstream\n([\s\S]*?)\nendstream/g)].flatMap(([, packed = '']) => {
    if (!packed.startsWith('x')) return [];
    const content = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    const shown = [...content.matchAll(/\[(<[^\]]*)\] TJ/g)].map(([, list = '']) => list);
    return shown.flatMap((list) => [...list.matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []));
  });
}

describe('what is set', () => {
  it.each(Object.entries(oddTexts))('has no empty box in %s', (_name, text) => {
    const glyphs = glyphsOf(set(text));
    expect(glyphs.length).toBeGreaterThan(20);
    expect(glyphs).not.toContain('0000');
  });

  it('has no empty box, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(glyphsOf(set(text))).not.toContain('0000');
      }),
      { numRuns: 40 },
    );
  });

  it('can be copied and heard, though its letters were parts of others in a document before', () => {
    const { regular, strong } = installedFonts();
    const fonts = { regular: Uint8Array.from(regular), strong: Uint8Array.from(strong) };
    const textOf = (text: string) => {
      const pdf = taggedPdf({ title: 'Prov', author: 'Prov', subject: 'Prov', created }, fonts);
      pdf.paragraph(text);
      return pdfText(pdf.bytes('Prov'));
    };
    expect(textOf('ÅÄÖÉ')).toContain('ÅÄÖÉ');
    expect(textOf('AOE')).toContain('AOE');
  });

  it('says at its end that letters were lacking, only when they were', () => {
    expect(pdfText(set('Bra 😀'))).toContain('Tecken som inte kan visas på papper');
    expect(pdfText(set('Bra'))).not.toContain('Tecken som inte kan visas på papper');
  });
});

describe('what it says of itself', () => {
  it('declares PDF/UA-1, without a list of letters that would be wrong', () => {
    const raw = latin1(set('Åäö'));
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).not.toContain('/CIDSet');
  });

  it('names a title with signs of markup as it is', () => {
    const raw = Buffer.from(set('x', 'Omsorg & Omvårdnad <AB>')).toString('utf8');
    expect(raw).toContain('<rdf:li xml:lang="x-default">Omsorg &amp; Omvårdnad &lt;AB&gt;</rdf:li>');
    expect(raw).not.toMatch(/Omsorg & Omvårdnad <AB><\/rdf/);
  });
});

describe('how it is set', () => {
  it('lays out each text once, however often it stands there', () => {
    const { font } = typefaceOf(installedFonts().regular);
    const lay = font.layout;
    let laid = 0;
    font.layout = (...args) => {
      laid += 1;
      return lay.apply(font, args);
    };
    const rows = (count: number) => {
      laid = 0;
      const pdf = taggedPdf({ title: 'Prov', author: 'Prov', subject: 'Prov', created }, installedFonts());
      const cells = Array.from({ length: count }, (_, index) => ['A-1001', `${index % 7}:00`]);
      pdf.table(
        [
          { head: 'Ärende', width: 0.5 },
          { head: 'Tid', width: 0.5, align: 'right' },
        ],
        cells,
        ['Summa', ''],
      );
      pdf.bytes('');
      return laid;
    };
    try {
      expect(rows(30)).toBe(rows(10));
    } finally {
      font.layout = lay;
    }
  });
});
