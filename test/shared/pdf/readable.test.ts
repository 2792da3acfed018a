import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import { readable } from '../../../shared/pdf/readable.ts';
import { typefaceOf } from '../../../shared/pdf/typeface.ts';
import { oddTexts } from '../../support/odd-texts.ts';

const { font, shows } = typefaceOf(installedFonts().regular);
const strong = typefaceOf(installedFonts().strong).font;
const shown = (text: string) => readable(text, shows).text;
/** Line by line, as they are set. */
const everyLetterIsThere = (text: string) =>
  shown(text)
    .split('\n')
    .every((line) => [font, strong].every((face) => face.layout(line, ['tnum']).glyphs.every(({ id }) => id !== 0)));
const everyLetter = fc.string({ unit: 'binary', maxLength: 80 });
const halfLetters = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map((units) => String.fromCharCode(...units));

describe('a text as paper can show it', () => {
  it.each([
    ['Å, ä och ö – 387,50 kr/h', 'Å, ä och ö – 387,50 kr/h'],
    ['A\u030angstro\u0308m', 'Ångström'],
    ['Nguyễn, Łódź, Șerban', 'Nguyễn, Łódź, Șerban'],
    ['Bra 😀👍🏽 👨‍👩‍👧 hej', 'Bra [emoji] [emoji] hej'],
    ['🇸🇪❤️', '[emoji]❤'],
    ['1️⃣ ＡＢ 𝔄', '1 AB A'],
    ['שלום', '????'],
    ['mjukt\u00adbinde\u200bstreck\ufeff', 'mjuktbindestreck'],
    ['ett\u0000två\r\nrad\u2028rad', 'ett två \nrad \nrad'],
    ['halv \ud83d', 'halv ?'],
    ['Hur då?', 'Hur då?'],
  ])('%j is %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['Å ä ö é', false],
    ['Hur då?', false],
    ['Ａ', false],
    ['😀', true],
    ['ש', true],
  ])('of %j something is lacking: %s', (text, lacking) => {
    expect(readable(text, shows).lacking).toBe(lacking);
  });

  it.each(Object.entries(oddTexts))('%s: no letter is an empty box, and it stays as it is', (_name, text) => {
    expect(everyLetterIsThere(text)).toBe(true);
    expect(shown(shown(text))).toBe(shown(text));
  });

  it.each([
    ['letters of every kind', everyLetter],
    ['halves of letters too', halfLetters],
  ])('whatever is written, no letter is an empty box: %s', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(everyLetterIsThere(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
