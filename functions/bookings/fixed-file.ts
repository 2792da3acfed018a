import { inLatin1 } from './code-pages.ts';
import { compact, type ToExport, voucherRows } from './export-lines.ts';

const width = 120;

/** A text in its place: cut where it is longer, spaces after it. */
const text = (value: string, length: number): string =>
  value
    .replaceAll(/[\r\n\t]/g, ' ')
    .slice(0, length)
    .padEnd(length);
const digits = (value: number | string, length: number): string => String(value).padStart(length, '0');
const sign = (ore: number): string => (ore < 0 ? '-' : '+');
const line = (...parts: readonly string[]): string => `${parts.join('').padEnd(width)}\r\n`;

/** A code that has no room would be another's where it is cut: such a file is not made. */
export const tooLongForFixed = (made: ToExport): boolean =>
  voucherRows(made).some(({ account, dims }) =>
    [account, dims['1'] ?? '', dims['6'] ?? ''].some(({ length }) => length > 6),
  );

/**
 * An export in fixed columns of 120 characters, in ISO 8859-1: `00` who and when, `10` each row, `99` how many rows and
 * their sum, which is nothing.
 */
export function fixedFile(made: ToExport): Uint8Array {
  const { number, date, by, vouchers } = made;
  const rows = vouchers.flatMap(({ voucher, number: of }) =>
    voucher.rows.map(({ account, dims, amountOre, minutes, text: words }) =>
      line(
        ...['10', compact(voucher.date), digits(of, 10), text(account, 6)],
        ...[text(dims['1'] ?? '', 6), text(dims['6'] ?? '', 6)],
        ...[sign(amountOre), digits(Math.abs(amountOre), 12), digits(Math.abs(minutes), 9), text(words, 40)],
      ),
    ),
  );
  const sum = voucherRows(made).reduce((all, { amountOre }) => all + amountOre, 0);
  const head = [
    '00',
    compact(date),
    digits(by.orgNo?.replace('-', '') ?? '', 10),
    text(by.name, 30),
    digits(number, 8),
  ];
  const foot = ['99', digits(rows.length, 8), sign(sum), digits(Math.abs(sum), 12)];
  return inLatin1([line(...head), ...rows, line(...foot)].join(''));
}
