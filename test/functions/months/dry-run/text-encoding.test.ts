import { describe, expect, it } from 'vitest';
import { notDecodable, utf8Chunks } from '../../../../functions/months/dry-run/text-encoding.ts';

async function textOf(bytes: Uint8Array, size: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  const chunks = function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  };
  for await (const piece of utf8Chunks({ chunks })) {
    if (typeof piece === 'string') return Buffer.concat(pieces).toString() + piece;
    pieces.push(piece.slice());
  }
  return Buffer.concat(pieces).toString();
}

const text = 'Månad;Utförare\r\n2026-10;Äldre\n';
const late = ';;\n'.repeat(3000);

describe.each([1, 2, 3, 1000])('in pieces of %i bytes', (size) => {
  it.each([
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with its first letter late', Buffer.from(`  ${text}`), `  ${text}`],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`), `\ufeff${text}`],
    ['UTF-16LE', Buffer.from(text, 'utf16le'), text],
    ['UTF-16LE with BOM', Buffer.from(`\ufeff${text}`, 'utf16le'), `\ufeff${text}`],
    ['windows-1252', Buffer.from(text, 'latin1'), text],
    [
      'windows-1252 with a dash of its own',
      Buffer.concat([Buffer.from('Månad ', 'latin1'), Buffer.of(0x96, 0x80)]),
      'Månad –€',
    ],
    ['windows-1252 after a long beginning', Buffer.from(`${late}Å`, 'latin1'), `${late}Å`],
    ['UTF-16LE that begins with an invisible letter', Buffer.from(`\u200b${text}`, 'utf16le'), `\u200b${text}`],
    ['UTF-16LE with a letter of two units', Buffer.from(`${text}\u{1d11e}`, 'utf16le'), `${text}\u{1d11e}`],
    ['ASCII', Buffer.from('abc'), 'abc'],
    ['nothing', Buffer.alloc(0), ''],
    ['UTF-16BE', Buffer.of(0xfe, 0xff, 0, 0x4d), notDecodable],
    ['a byte without a letter in windows-1252', Buffer.from('Månad\nx\x8dy', 'latin1'), `Månad\nx${notDecodable}`],
    [
      'UTF-16LE with half a letter',
      Buffer.from(text, 'utf16le').subarray(0, -1),
      `${text.slice(0, -1)}${notDecodable}`,
    ],
    ['UTF-16LE with half a pair', Buffer.from('Månad\n\ud834x', 'utf16le'), `Månad\n${notDecodable}`],
    ['UTF-16BE without BOM', Buffer.of(0, 0x4d, 0, 0xe5), notDecodable],
    ['a workbook', Buffer.from('PK\x03\x04 and more', 'latin1'), 'WORKBOOK'],
    ['an old workbook', Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'WORKBOOK'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['a picture', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'NO_TEXT'],
  ])('%s', async (_encoding, bytes, expected) => {
    expect(await textOf(bytes, size)).toBe(expected);
  });
});
