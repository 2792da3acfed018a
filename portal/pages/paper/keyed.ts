import type { AnswerOf, Asked } from '../../api/contract.ts';

export type PaperShown = AnswerOf<'GET /months/{month}/providers/{providerId}/paper/{paperId}'>;
export type ScannedSheet = PaperShown['sheets'][number];
type Body = NonNullable<Asked<'POST /months/{month}/providers/{providerId}/paper/{paperId}/confirmation'>['body']>;
type FormName = ScannedSheet['form'];

/** What one person has keyed so far: rows by their place, the pages gone through, the signatures. */
export type Kept = {
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly seen: readonly string[];
  readonly signed: Readonly<Partial<Record<FormName, boolean>>>;
};

export const sheetKey = ({ letters, page }: Pick<ScannedSheet, 'letters' | 'page'>): string => `${letters}.${page}`;
export const rowKey = (sheet: Pick<ScannedSheet, 'letters' | 'page'>, line: number): string =>
  `${sheetKey(sheet)}.${line}`;

/** What has been keyed before, as it was kept. */
export const keptOf = ({ yours }: PaperShown): Kept => ({
  rows: Object.fromEntries(
    (yours?.pages ?? []).flatMap((page) =>
      page.rows.map(({ line, values }) => [rowKey(page, line), values as Record<string, string>] as const),
    ),
  ),
  seen: (yours?.pages ?? []).map(sheetKey),
  signed: yours?.signed ?? {},
});

/** What is sent: the rows that somebody has keyed, on the pages that were gone through. */
export const keyedBody = (sheets: readonly ScannedSheet[], { rows, seen, signed }: Kept, isAll: boolean): Body => ({
  pages: sheets
    .map((sheet) => ({
      letters: sheet.letters,
      page: sheet.page,
      rows: sheet.rows.flatMap((_, at) => {
        const values = rows[rowKey(sheet, at + 1)];
        return values ? [{ line: at + 1, values }] : [];
      }),
    }))
    .filter((page) => isAll || page.rows.length > 0 || seen.includes(sheetKey(page))),
  signed,
});

/** The fields of a form in the order of its columns, by what its rows have. */
export const columnsOfSheet = ({ rows }: ScannedSheet): readonly string[] => Object.keys(rows[0] ?? {});
