import { decodeQR } from 'qr/decode.js';
import { expect, it } from 'vitest';
import { pageCode } from '../../../shared/domain/form-code.ts';
import { qrSquares } from '../../../shared/pdf/qr-squares.ts';

/** The squares as a picture of eight points each, with a quiet edge. */
function picture({ side, dark }: ReturnType<typeof qrSquares>) {
  const each = 8;
  const long = (side + 8) * each;
  const data = new Uint8Array(long * long * 4).fill(255);
  const isDark = new Set(dark.flatMap(({ x, y, length }) => Array.from({ length }, (_, n) => `${x + n} ${y}`)));
  for (let y = 0; y < long; y += 1)
    for (let x = 0; x < long; x += 1)
      if (isDark.has(`${Math.floor(x / each) - 4} ${Math.floor(y / each) - 4}`))
        data.fill(0, (y * long + x) * 4, (y * long + x) * 4 + 3);
  return { width: long, height: long, data };
}

it('a page’s code is read back from its squares, however many pages', async () => {
  for (const [page, pages] of [
    [1, 1],
    [12, 120],
    [9999, 9999],
  ] as const) {
    const text = await pageCode({ letters: 'ABCDEFGH', page, pages });
    const squares = qrSquares(text);
    // Level M: the version of 25 squares holds it, so that each is over a millimetre on paper.
    expect(squares.side).toBe(25);
    expect(decodeQR(picture(squares))).toBe(text);
  }
});
