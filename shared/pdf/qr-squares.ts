import { encodeQR } from 'qr';

/** A run of dark squares of a code: where it begins, counted from its upper left corner, and how many they are. */
export type DarkRun = { readonly x: number; readonly y: number; readonly length: number };

/** A text as a QR code of level M: how many squares its side has, and its dark ones, row by row; the quiet edge is not in it. */
export function qrSquares(text: string): { readonly side: number; readonly dark: readonly DarkRun[] } {
  // The library leaves at least one square around it.
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  const dark: DarkRun[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; ) {
      let length = 0;
      while (row[x + length]) length += 1;
      if (length > 0) dark.push({ x, y, length });
      x += Math.max(length, 1);
    }
  }
  return { side: rows.length, dark };
}
