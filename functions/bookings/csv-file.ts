import { stringify } from 'csv-stringify/sync';
import { chargedOre, inDecimals, type ToExport, voucherRows } from './export-lines.ts';

const columns = [
  ...['Löpnummer', 'Verifikation', 'Datum', 'Konto', 'Ansvar', 'Verksamhet'],
  ...['Debet', 'Kredit', 'Minuter', 'Text'],
];

/**
 * An export as a spreadsheet reads it: BOM, CRLF, nothing that is taken for a formula, and charged and credited in a
 * column each. The last row has how many rows there are, and what they come to on either side.
 */
export function csvFile(made: ToExport): Uint8Array {
  const rows = made.vouchers.flatMap(({ voucher, number }) =>
    voucher.rows.map(({ account, dims, amountOre, minutes, text }) => [
      ...[String(made.number), `${made.by.series} ${number}`, voucher.date, account, dims['1'] ?? '', dims['6'] ?? ''],
      ...[amountOre > 0 ? inDecimals(amountOre, ',') : '', amountOre < 0 ? inDecimals(-amountOre, ',') : ''],
      ...[String(Math.abs(minutes)), text],
    ]),
  );
  const sum = inDecimals(chargedOre(made), ',');
  const last = [String(made.number), 'SUMMA', '', '', '', '', sum, sum, '', `${voucherRows(made).length} rader`];
  return Buffer.from(
    stringify([columns, ...rows, last], {
      ...{ delimiter: ';', record_delimiter: 'windows', bom: true, escape_formulas: true },
    }),
  );
}
