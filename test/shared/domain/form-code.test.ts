import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageCode, printLetters, readPageCode } from '../../../shared/domain/form-code.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Base32 by whole bits, in another way than the code's own. */
const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
};
const checked = (said: string): string => `${said}.${base32(createHash('sha256').update(said).digest()).slice(0, 4)}`;

describe('the code of a printed page', () => {
  it('ends in the first four letters of base32 of the SHA-256 of what precedes', async () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBO'.slice(0, 9));
    expect(await pageCode({ letters: 'ABCDEFGH', page: 2, pages: 11 })).toBe(checked('UTF1.ABCDEFGH.2.11'));
  });

  it('has eight letters of five bytes of chance', () => {
    expect(printLetters(Buffer.from('fooba'))).toBe('MZXW6YTB');
    expect(printLetters(Buffer.from([255, 255, 255, 255, 255, 9]))).toBe('77777777');
    expect(printLetters(new Uint8Array(5))).toBe('AAAAAAAA');
  });

  it('is read back, whatever its letters and page', async () => {
    const page = fc.record({
      letters: fc.uint8Array({ minLength: 5, maxLength: 5 }).map(printLetters),
      page: fc.integer({ min: 1, max: 9999 }),
      more: fc.integer({ min: 0, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(page, async ({ letters, page: number, more }) => {
        const one = { letters, page: number, pages: Math.min(number + more, 9999) };
        expect(await readPageCode(await pageCode(one))).toEqual(one);
      }),
    );
  });

  it('is read as people type it, too', async () => {
    const code = await pageCode({ letters: 'ABCDEFGH', page: 1, pages: 3 });
    const typed = ` ${code.slice(0, 9)} ${code.slice(9).toLowerCase()}\n`;
    expect(await readPageCode(typed)).toEqual({ letters: 'ABCDEFGH', page: 1, pages: 3 });
  });

  it('is refused when any letter of it is another', async () => {
    const code = await pageCode({ letters: 'QRSTUV23', page: 4, pages: 12 });
    for (const at of [5, 8, 12, 14, 16, 17, 20, 22]) {
      const other = code[at] === '7' ? '6' : '7';
      expect(await readPageCode(code.slice(0, at) + other + code.slice(at + 1)), `${at}`).toBe('WRONG_CHECK');
    }
  });

  it.each([
    ['page 0', 'UTF1.ABCDEFGH.0.3'],
    ['a page beyond the last', 'UTF1.ABCDEFGH.4.3'],
    ['no pages', 'UTF1.ABCDEFGH.0.0'],
    ['a number with a zero before it', 'UTF1.ABCDEFGH.01.3'],
    ['more pages than any print has', 'UTF1.ABCDEFGH.1.10000'],
  ])('names no page with %s, though its check is right', async (_, said) => {
    expect(await readPageCode(checked(said))).toBe('NO_SUCH_PAGE');
  });

  it.each([
    '',
    'https://example.se/',
    'UTF1.ABCDEFGH.1.3',
    checked('UTF2.ABCDEFGH.1.3'),
    checked('UTF1.ABCDEFG.1.3'),
    checked('UTF1.ABCDEFG1.1.3'),
    checked('UTF1.ABCDEFGH.-1.3'),
    `${checked('UTF1.ABCDEFGH.1.3')}X`,
    'UTF1.'.repeat(100_000),
  ])('is no other text: %.30s', async (text) => {
    expect(await readPageCode(text)).toBe('NOT_A_CODE');
  });
});
