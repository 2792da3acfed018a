import * as z from 'zod';
import type { Fault } from '../../../shared/domain/result.ts';
import { rowsOnPage } from '../../../shared/pdf/form-room.ts';
import { mostPaperPages, type PrintedForm } from '../forms/paper-pages.ts';
import type { PrintedRows } from '../forms/printed-rows.ts';
import {
  fieldsApart,
  isSumRow,
  isWritten,
  keyedRow,
  type PaperRow,
  printedRow,
  RowValues,
  rowFields,
} from './keyed-row.ts';

const KeyedPage = z.strictObject({
  letters: z.string().max(8).meta({ description: 'Of the print that the page is of' }),
  page: z.int().min(1).max(9999),
  rows: z
    .array(
      z.strictObject({
        line: z.int().min(1).max(rowsOnPage).meta({ description: 'Which row of the page, the first being 1' }),
        values: RowValues.meta({
          description: 'The fields that are not as the print has them; empty: nothing stands there',
        }),
      }),
    )
    .max(rowsOnPage),
});

/** The manager's signature is there, by the form that it stands on. */
const Signatures = z.strictObject({
  report: z.boolean().optional(),
  deviations: z.boolean().optional(),
  signature: z.boolean().optional(),
});

/** What one person reads of a month's paper: of each page the rows that are not as they were printed, and whether it is signed. */
export const Keying = z.strictObject({
  pages: z.array(KeyedPage).max(mostPaperPages),
  signed: Signatures,
});
export type Keying = z.infer<typeof Keying>;

/** A print whose pages lie in the paper, with what is printed on them. */
export type PrintToKey = {
  readonly form: PrintedForm;
  readonly letters: string;
  readonly rows: PrintedRows;
};

/** Where a row stands: on which page of which print. */
export type PaperPlace = { readonly letters: string; readonly page: number; readonly line: number };
type PlacedRow = PaperPlace & {
  readonly form: PrintedForm;
  readonly printed: PaperRow;
  readonly row: PaperRow;
  readonly isKeyed: boolean;
};

const placeKey = ({ letters, page, line }: PaperPlace): string => `${letters}.${page}.${line}`;

/** Every row of the paper as somebody reads it, page by page. */
export function rowsRead(prints: readonly PrintToKey[], { pages }: Keying): readonly PlacedRow[] {
  const keyed = new Map(
    pages.flatMap(({ letters, page, rows }) =>
      rows.map(({ line, values }) => [placeKey({ letters, page, line }), values] as const),
    ),
  );
  return prints.flatMap(({ form, letters, rows }) =>
    rows.flatMap((lines, at) =>
      lines.map((cells, n): PlacedRow => {
        const place = { letters, page: at + 1, line: n + 1 };
        const values = keyed.get(placeKey(place));
        const printed = printedRow(form, cells);
        return { ...place, form, printed, row: keyedRow(form, printed, values), isKeyed: values !== undefined };
      }),
    ),
  );
}

/** What is wrong with a keying, whoever has made it: pages and rows that the paper has not, or that are given twice; and once it is all, signatures that are not said. */
export function* faultsOfKeying(
  prints: readonly PrintToKey[],
  { pages, signed }: Keying,
  isAll: boolean,
): Generator<Fault> {
  const seen = new Set<string>();
  for (const [n, { letters, page, rows }] of pages.entries()) {
    const print = prints.find((one) => one.letters === letters);
    const lines = print?.rows[page - 1];
    const at = `body.pages.${n}`;
    if (!print || !lines) yield { at, code: 'page-not-in-paper' };
    else if (seen.has(`${letters}.${page}`)) yield { at, code: 'page-twice' };
    else {
      const fields: readonly string[] = rowFields[print.form];
      for (const [m, { line, values }] of rows.entries()) {
        if (line > lines.length) yield { at: `${at}.rows.${m}.line`, code: 'row-not-on-page' };
        if (rows.findIndex((row) => row.line === line) !== m) yield { at: `${at}.rows.${m}.line`, code: 'row-twice' };
        for (const field of Object.keys(values))
          if (!fields.includes(field)) yield { at: `${at}.rows.${m}.values.${field}`, code: 'unknown-field' };
      }
    }
    seen.add(`${letters}.${page}`);
  }
  for (const { form } of isAll ? prints : [])
    if (signed[form] === undefined) yield { at: `body.signed.${form}`, code: 'missing-field' };
}

/** The pages that the first person has not gone through yet: a row that nobody has looked at is not as it was printed. */
export function* pagesNotKeyed(prints: readonly PrintToKey[], { pages }: Keying): Generator<Fault> {
  const keyed = new Set(pages.map(({ letters, page }) => `${letters}.${page}`));
  for (const { letters, rows } of prints)
    for (let page = 1; page <= rows.length; page += 1)
      if (!keyed.has(`${letters}.${page}`)) yield { at: `${letters}.${page}`, code: 'page-not-keyed' };
}

/** The rows that another person keys again: all that is not as it was printed, every row of the form that is written on, and the sums. */
export const rowsToKeyAgain = (prints: readonly PrintToKey[], first: Keying): readonly PaperPlace[] =>
  rowsRead(prints, first)
    .filter(({ form, row, printed }) => {
      if (form !== 'report') return isWritten(form, row);
      return isSumRow(row) || isSumRow(printed) || fieldsApart(form, row, printed).length > 0;
    })
    .map(({ letters, page, line }) => ({ letters, page, line }));

/** The rows of those that the second person has left out. */
export function* rowsNotKeyed(wanted: readonly PaperPlace[], { pages }: Keying): Generator<Fault> {
  const keyed = new Set(
    pages.flatMap(({ letters, page, rows }) => rows.map(({ line }) => placeKey({ letters, page, line }))),
  );
  for (const place of wanted) if (!keyed.has(placeKey(place))) yield { at: placeKey(place), code: 'row-not-keyed' };
}

/** A row, or a signature, that two persons have read differently. */
export type KeyingDifference = PaperPlace & {
  readonly form: PrintedForm;
  readonly fields: readonly string[];
  readonly first: PaperRow;
  readonly second: PaperRow;
};

/**
 * Where two persons have read differently. The second's reading holds for the rows that they have keyed: those that they
 * were to key, and any other that they saw to be wrong.
 */
export function differencesOf(
  prints: readonly PrintToKey[],
  first: Keying,
  second: Keying,
): { readonly rows: readonly KeyingDifference[]; readonly signatures: readonly PrintedForm[] } {
  const others = rowsRead(prints, second);
  const rows = rowsRead(prints, first).flatMap((one, n): readonly KeyingDifference[] => {
    const other = others[n];
    if (!other?.isKeyed) return [];
    const { letters, page, line, form } = one;
    const fields = fieldsApart(form, one.row, other.row);
    return fields.length === 0 ? [] : [{ letters, page, line, form, fields, first: one.row, second: other.row }];
  });
  const signatures = prints.map(({ form }) => form).filter((form) => first.signed[form] !== second.signed[form]);
  return { rows, signatures };
}
