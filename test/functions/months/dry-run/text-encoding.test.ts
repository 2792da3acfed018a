import { describe, expect, it } from 'vitest';
import { notDecodable, utf8Chunks } from '../../../../functions/months/dry-run/text-encoding.ts';

async function textOf(bytes: Uint8Array, size: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  const chunks = function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  };
  for await (const piece of utf8Chunks({ chunks })) {
    if (piece === notDecodable) return notDecodable;
    pieces.push(piece.slice());
  }
  return Buffer.concat(pieces).toString();
}

const text = 'Månad;Utförare\r\n2026-10;Äldre\n';

describe.each([1, 2, 3, 1000])('in pieces of %i bytes', (size) => {
  it.each([
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with its first letter late', Buffer.from(`  ${text}`), `  ${text}`],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`), text],
    ['UTF-16LE', Buffer.from(text, 'utf16le'), text],
    ['UTF-16LE with BOM', Buffer.from(`\ufeff${text}`, 'utf16le'), text],
    ['windows-1252', Buffer.from(text, 'latin1'), text],
    [
      'windows-1252 with a dash of its own',
      Buffer.concat([Buffer.from('Månad ', 'latin1'), Buffer.of(0x96, 0x80)]),
      'Månad –€',
    ],
    ['ASCII', Buffer.from('abc'), 'abc'],
    ['nothing', Buffer.alloc(0), ''],
    ['UTF-16BE', Buffer.of(0xfe, 0xff, 0, 0x4d), notDecodable],
    ['UTF-16LE with half a letter', Buffer.from(text, 'utf16le').subarray(0, -1), notDecodable],
  ])('%s', async (_encoding, bytes, expected) => {
    expect(await textOf(bytes, size)).toBe(expected);
  });
});
