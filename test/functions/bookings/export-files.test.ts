import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../functions/bookings/csv-file.ts';
import type { ToExport } from '../../../functions/bookings/export-lines.ts';
import { fixedFile, tooLongForFixed } from '../../../functions/bookings/fixed-file.ts';
import { sieFile } from '../../../functions/bookings/sie-file.ts';
import { balanced, type Voucher } from '../../../functions/bookings/voucher.ts';
import { at } from '../../support/builders.ts';

const row = (account: string, amountOre: number, text: string, dims: Record<string, string> = {}) => ({
  ...{ account, dims, amountOre, minutes: 12_345, text },
});
const voucher = (over: Partial<Voucher> = {}): Voucher => ({
  id: 'utforda-1-1',
  of: { kind: 'purchase-basis', basisId: 'utforda-1', time: 1, month: '2026-10', purchaseIds: ['kop-1'] },
  date: '2026-11-13',
  text: 'Hemtjänst oktober 2026 Omsorg AB',
  rows: [row('4642', 8_538_625, '12345 minuter', { 1: '7110', 6: '5210' }), row('2440', -8_538_625, 'Omsorg AB')],
  queuedAt: at('2026-11-13 09:00'),
  ...over,
});
const anExport = (...vouchers: readonly Voucher[]): ToExport => ({
  number: 7,
  date: '2026-11-13',
  by: { name: 'Leksands kommun', orgNo: '212000-2924', series: 'H', chart: 'KBAS2026' },
  vouchers: vouchers.map((one, n) => ({ voucher: one, number: n + 1 })),
});
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('SIE 4I', () => {
  it('is the file that is known to be right, byte for byte', () => {
    const ok = readFileSync(new URL('../../fixtures/sie/ok.si', import.meta.url));
    expect(Buffer.from(sieFile(anExport(voucher()))).equals(ok)).toBe(true);
  });

  it('keeps quotes and line breaks inside their text, and writes a question mark for what CP437 lacks', () => {
    const text = latin(sieFile(anExport(voucher({ text: 'a "b" \\ c\r\n#TRANS 1 – €' }))));
    expect(text).toContain('"a \\"b\\" \\\\ c  #TRANS 1 ? ?"');
    expect(text.match(/^#TRANS/gm)).toBeNull();
  });
});

describe('fixed columns', () => {
  it('are 120 characters a row, each in its place, in ISO 8859-1', () => {
    const lines = latin(fixedFile(anExport(voucher({ text: 'x' })))).split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.map(({ length }) => length)).toEqual([120, 120, 120, 120]);
    expect(lines[0]).toBe('00202611132120002924Leksands kommun               00000007'.padEnd(120));
    expect(lines[1]).toBe(
      `102026111300000000014642  7110  5210  +000008538625000012345${'12345 minuter'.padEnd(40).padEnd(60)}`,
    );
    expect(lines[2]).toBe(
      `10202611130000000001${'2440'.padEnd(18)}-000008538625000012345${'Omsorg AB'.padEnd(60)}`.padEnd(120),
    );
    expect(lines[3]).toBe('9900000002+000000000000'.padEnd(120));
  });

  it('what the code page lacks is a question mark, and a place that has no room is not cut', () => {
    const bytes = fixedFile(anExport(voucher({ rows: [row('4642', 1, 'Åsa – €'), row('2440', -1, '')] })));
    expect(latin(bytes)).toContain('Åsa ? ?');
    const long = voucher({ rows: [row('4642', 1, '', { 1: '7110123' }), row('2440', -1, '')] });
    expect(tooLongForFixed(anExport(long))).toBe(true);
    expect(tooLongForFixed(anExport(voucher()))).toBe(false);
  });
});

describe('CSV', () => {
  it('has BOM and CRLF, no formula, and the sums of both sides last', () => {
    const text = Buffer.from(
      csvFile(anExport(voucher({ rows: [row('4642', 1_05, '=1+1'), row('2440', -1_05, '@x')] }))),
    ).toString();
    expect(text.startsWith('\ufeffLöpnummer;')).toBe(true);
    const lines = text.trimEnd().split('\r\n').slice(1);
    expect(lines).toEqual([
      "7;H 1;2026-11-13;4642;;;1,05;;12345;'=1+1",
      "7;H 1;2026-11-13;2440;;;;1,05;12345;'@x",
      '7;SUMMA;;;;;1,05;1,05;;2 rader',
    ]);
  });
});

it('a voucher that does not come to nothing is never queued', () => {
  expect(() => balanced(voucher({ rows: [row('4642', 2, ''), row('2440', -1, '')] }))).toThrow('leaves 1 öre');
});
