const [space, quote, slash, equals, less, greater, ampersand] = [0x20, 0x22, 0x2f, 0x3d, 0x3c, 0x3e, 0x26];
const [letterR, letterS, letterT, letterC] = [0x72, 0x73, 0x74, 0x63];
const value = '<v>';
const end = '</v></c>';

/**
 * The quick way through a cell that is written as nearly all are: `<c r="B2" s="1" t="s"><v>12</v></c>`. It is read where
 * it lies. Any other cell, right or wrong, is left to the careful reader; both ways give the same of every cell that this
 * one takes.
 */
export class PlainCell {
  column = 0;
  type: string | undefined;
  written = '';

  /** Reads the cell that begins at `from` and gives the place behind it, or −1. */
  read(xml: string, from: number): number {
    if (xml.charCodeAt(from + 1) !== letterC || xml.charCodeAt(from + 2) !== space) return -1;
    this.column = -1;
    this.type = undefined;
    let at = from + 2;
    while (xml.charCodeAt(at) === space) {
      const name = xml.charCodeAt(at + 1);
      if (xml.charCodeAt(at + 2) !== equals || xml.charCodeAt(at + 3) !== quote) return -1;
      const close = xml.indexOf('"', at + 4);
      if (close < 0) return -1;
      if (name === letterR) this.column = columnAt(xml, at + 4);
      else if (name === letterT) this.type = xml.slice(at + 4, close);
      else if (name !== letterS) return -1;
      at = close + 1;
    }
    if (this.column < 0 || xml.charCodeAt(at) !== greater || !xml.startsWith(value, at + 1)) return -1;
    const begin = at + 1 + value.length;
    for (at = begin; xml.charCodeAt(at) !== less; at += 1) {
      if (at >= xml.length || xml.charCodeAt(at) === ampersand) return -1;
    }
    if (xml.charCodeAt(at + 1) !== slash || !xml.startsWith(end, at)) return -1;
    this.written = xml.slice(begin, at);
    return at + end.length;
  }
}

/** The column of `BC12`, from 0; −1 where no letters are, or more than any sheet has. */
export function columnAt(reference: string, from = 0): number {
  let column = 0;
  let at = from;
  for (; at < from + 4; at += 1) {
    const letter = reference.charCodeAt(at) - 0x40;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return at === from ? -1 : column - 1;
}
