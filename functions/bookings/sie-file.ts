import { inPc8 } from './code-pages.ts';
import { compact, inDecimals, type ToExport } from './export-lines.ts';

/** A text of SIE: quoted, on one line, its own quotes and backslashes marked. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll(/[\r\n\t]/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;

const objects = (dims: Readonly<Record<string, string>>): string =>
  `{${Object.entries(dims)
    .filter(([, value]) => value !== '')
    .flatMap(([dim, value]) => [quoted(dim), quoted(value)])
    .join(' ')}}`;

/** `212000-2924`. */
const withDash = (orgNo: string): string => orgNo.replace('-', '').replace(/^(\d{6})(\d{4})$/, '$1-$2');

/** An export as SIE 4I: transactions to be read in, in CP437, each voucher coming to nothing. */
export function sieFile({ date, by, vouchers }: ToExport): Uint8Array {
  const lines = [
    ...['#FLAGGA 0', '#PROGRAM "Utfört" "0.1"', '#FORMAT PC8', `#GEN ${compact(date)}`, '#SIETYP 4'],
    `#FNAMN ${quoted(by.name)}`,
    ...(by.orgNo === undefined ? [] : [`#ORGNR ${withDash(by.orgNo)}`]),
    `#KPTYP ${quoted(by.chart)}`,
    '#DIM 1 "Ansvar"',
    ...vouchers.flatMap(({ voucher, number }) => [
      `#VER ${quoted(by.series)} ${quoted(String(number))} ${compact(voucher.date)} ${quoted(voucher.text)}`,
      '{',
      ...voucher.rows.map(
        ({ account, dims, amountOre, text }) =>
          `   #TRANS ${account} ${objects(dims)} ${inDecimals(amountOre, '.')} ${compact(voucher.date)} ${quoted(text)}`,
      ),
      '}',
    ]),
  ];
  return inPc8(lines.map((line) => `${line}\r\n`).join(''));
}
