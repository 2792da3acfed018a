import type { LocalDate } from '../../shared/domain/local-time.ts';
import type { Voucher, VoucherRow } from './voucher.ts';

/** Who books, by which chart and series. */
export type Bookkeeper = {
  readonly name: string;
  /** Ten digits, however they are written; nothing where it has not been said. */
  readonly orgNo: string | undefined;
  readonly series: string;
  readonly chart: string;
};

/** A voucher with its number in the series. */
type NumberedVoucher = { readonly voucher: Voucher; readonly number: number };

/** All that is handed over at a time. */
export type ToExport = {
  readonly number: number;
  readonly date: LocalDate;
  readonly by: Bookkeeper;
  readonly vouchers: readonly NumberedVoucher[];
};

/** `20261113`. */
export const compact = (date: LocalDate): string => date.replaceAll('-', '');

/** Kronor with two decimals after a sign of its own: `-85386.25`. */
export function inDecimals(ore: number, point: '.' | ','): string {
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

export const voucherRows = ({ vouchers }: ToExport): readonly VoucherRow[] =>
  vouchers.flatMap(({ voucher }) => voucher.rows);

/** What is charged in all. */
export const chargedOre = (made: ToExport): number =>
  voucherRows(made).reduce((sum, { amountOre }) => sum + Math.max(0, amountOre), 0);
