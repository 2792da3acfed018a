import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixedFile } from '../../../functions/bookings/fixed-file.ts';
import { sieFile } from '../../../functions/bookings/sie-file.ts';
import { statementVoucher } from '../../../functions/bookings/statement-voucher.ts';
import { fixedFaults, sieFaults } from '../../support/booking-checker.ts';
import { at } from '../../support/builders.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/sie/${name}.si`, import.meta.url));

describe('a stated month as finance books it (L-51)', () => {
  const stated = {
    month: '2026-10',
    provider: { id: 'P1', name: 'Omsorg AB' },
    sha256: 'a'.repeat(64),
    minutes: 12_345,
    ore: 8_538_625,
  };
  const places = { account: '4642', dims: { 1: '7110', 6: '5210' }, debt: '2440' };
  const voucher = statementVoucher(stated, places, { date: '2026-11-13', at: at('2026-11-13 09:00') });
  const made = {
    number: 1,
    date: '2026-11-13',
    by: { name: 'Leksands kommun', orgNo: '212000-2924', series: 'H', chart: 'KBAS2026' },
    vouchers: [{ voucher, number: 1 }],
  };

  it('is the file that is known to be right, byte for byte', () => {
    expect(Buffer.from(sieFile(made)).equals(fixture('ok'))).toBe(true);
  });

  it('holds before a checker that refuses files that are known to be wrong, and a wrong width', () => {
    expect(sieFaults(sieFile(made))).toEqual([]);
    expect(sieFaults(fixture('ok'))).toEqual([]);
    expect(sieFaults(fixture('unbalanced'))).toEqual(['sum 1']);
    expect(sieFaults(fixture('latin1'))).toContain('code page');
    expect(sieFaults(fixture('broken'))).toContain('brace');
    const fixed = Buffer.from(fixedFile(made));
    expect(fixedFaults(fixed)).toEqual([]);
    expect(fixedFaults(Buffer.concat([fixed.subarray(0, 60), fixed.subarray(61)]))).toContain('width 119 in 1');
    expect(
      fixedFaults(Buffer.from(fixed.toString('latin1').replace('+000008538625', '+000008538624'), 'latin1')),
    ).toEqual(['sum']);
  });
});
