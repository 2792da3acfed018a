import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownLine, shownText } from '../../../../functions/mail/quarantine/shown-text.ts';

describe('somebody else’s text', () => {
  it.each([
    ['what turns the writing round is named', 'fakt\u202Efdp.exe', 'fakt[U+202E]fdp.exe'],
    ['what nobody sees is named', 'J\u200BA\u0000', 'J[U+200B]A[U+0000]'],
    ['letters of a hidden alphabet are named', 'JA\u{E0041}', 'JA[U+E0041]'],
    ['markup is letters', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a line’s end stays, however it is written', 'JA\r\nSTART\rnu\u2028slut', 'JA\nSTART\nnu\nslut'],
    ['signs piled on a letter are no tower', `a${'\u0301'.repeat(40)}b`, `a${'\u0301'.repeat(4)}b`],
    ['å, ä and ö, as one sign or two', 'åäö a\u030Aa\u0308', 'åäö a\u030Aa\u0308'],
  ])('%s', (_, text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  it('ends, and never in the middle of a sign', () => {
    expect(shownText('😀'.repeat(10), 3)).toBe('😀😀😀 …');
    expect(shownLine('Sv:\r\nBcc: x@y.example', 100)).toBe('Sv: Bcc: x@y.example');
  });

  it('holds nothing hidden, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(shownText(text)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 200, seed: 14 },
    );
  });
});
