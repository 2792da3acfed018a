import { useOwnWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { DataTable } from '../../parts/table.tsx';
import type { PaperShown } from './keyed.ts';
import { en, sv } from './paper-words.ts';

type Apart = { readonly key: string; readonly where: string; readonly first: string; readonly second: string };

/** Where the two have read differently, with what each has read; nothing of the rest. */
export function Differences({
  of,
  isFirst,
}: {
  readonly of: NonNullable<PaperShown['differences']>;
  readonly isFirst: boolean;
}) {
  const words = useOwnWords(sv, en);
  const names: Readonly<Record<string, string>> = words.fields;
  const rows: readonly Apart[] = [
    ...of.rows.flatMap((row) =>
      row.fields.map((field): Apart => {
        const said = (values: Readonly<Record<string, string | undefined>>) => values[field] || words.empty;
        const where = `${words.place1(words.forms[row.form], row.page, row.line)}: ${names[field] ?? field}`;
        return {
          key: `${row.letters}.${row.page}.${row.line}.${field}`,
          where,
          first: said(row.first),
          second: said(row.second),
        };
      }),
    ),
    ...of.signatures.map(
      (form): Apart => ({ key: form, where: words.signed(words.forms[form]), first: '', second: '' }),
    ),
  ];
  return (
    <Notice tone="warning" title={words.differences}>
      <p>{isFirst ? words.differencesKey : words.differencesConfirm}</p>
      <DataTable
        caption={words.differences}
        captionHidden
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { id: 'where', name: words.row, cell: ({ where }) => where },
          { id: 'first', name: words.first, cell: ({ first }) => first },
          { id: 'second', name: words.second, cell: ({ second }) => second },
        ]}
      />
    </Notice>
  );
}
