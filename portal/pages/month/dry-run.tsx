import { useEffect, useRef, useState } from 'preact/hooks';
import { money, monthName, number, tight } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { MonthView } from './lines.ts';
import { unpaidOf } from './lines.ts';
import { en, sv } from './other-month-words.ts';
import { Trail } from './trail.tsx';
import type { FinishedCheck } from './use-check.ts';
import { ProposalTag } from './verdict.tsx';

type FileErrors = NonNullable<MonthView['file']>['errors'];
const first = 50;

/** Everything that is wrong with the files, by file, row and column. */
export function FileErrorTable({ caption, errors }: { readonly caption: string; readonly errors: FileErrors }) {
  const { month, handIn } = useWords();
  const { columns } = month;
  const [isAll, setAll] = useState(false);
  return (
    <>
      <DataTable
        caption={caption}
        rows={isAll ? errors : errors.slice(0, first)}
        keyOf={(error) => `${errors.indexOf(error)}`}
        columns={[
          { id: 'row', name: columns.row, figure: true, cell: ({ row }) => (row === undefined ? '–' : number(row)) },
          { id: 'file', name: columns.file, cell: ({ file }) => handIn.fileNames[file] },
          { id: 'column', name: columns.column, cell: ({ column }) => column ?? '–' },
          { id: 'wrong', name: columns.wrong, cell: ({ message }) => <span lang="sv">{message}</span> },
        ]}
      />
      {isAll || errors.length <= first ? undefined : (
        <p>
          <Button onClick={() => setAll(true)}>{handIn.showAll(errors.length)}</Button>
        </p>
      )}
    </>
  );
}

function Sums({ sums }: { readonly sums: NonNullable<FinishedCheck['sums']> }) {
  const { month, handIn } = useWords();
  const { columns } = month;
  const rows = [{ caseNo: handIn.total, stated: sums.stated, counted: sums.counted }, ...sums.cases];
  type Row = (typeof rows)[number];
  const both = ({ ordered, performed }: { readonly ordered: number; readonly performed: number }) =>
    `${tight(ordered)} / ${tight(performed)}`;
  const isSame = ({ stated, counted }: Row) =>
    stated?.ordered === counted.ordered && stated.performed === counted.performed;
  return (
    <DataTable
      caption={`${handIn.sums}: ${columns.ordered.toLowerCase()} / ${columns.performed.toLowerCase()}`}
      rows={rows}
      keyOf={({ caseNo }) => caseNo}
      columns={[
        { id: 'caseNo', name: columns.caseNo, cell: ({ caseNo }) => caseNo },
        {
          id: 'stated',
          name: handIn.stated,
          figure: true,
          cell: ({ stated }) => (stated ? both(stated) : handIn.noSum),
        },
        { id: 'counted', name: handIn.counted, figure: true, cell: ({ counted }) => both(counted) },
        {
          id: 'same',
          name: handIn.sumsMatch,
          cell: (row) =>
            row.stated === undefined ? undefined : (
              <Tag tone={isSame(row) ? 'success' : 'danger'}>{isSame(row) ? handIn.sumsMatch : handIn.sumsDiffer}</Tag>
            ),
        },
      ]}
    />
  );
}

/** So many rows alike are no slip in a row: the file is another one than was meant. */
const wholeFrom = 10;
const ofWholeFile = ['WRONG_MONTH', 'WRONG_PROVIDER'] as const;

/** What is wrong with the file as a whole, where every row is wrong in the same way. */
const wrongAsWhole = (errors: FileErrors): (typeof ofWholeFile)[number] | undefined =>
  errors.length < wholeFrom ? undefined : ofWholeFile.find((code) => errors.every((error) => error.code === code));

/** What the municipality would decide on the files today: the errors first, then each case with its reasons. */
export function DryRunResult({
  run,
  onPage,
}: {
  readonly run: FinishedCheck;
  /** Of what was filled in on the page: which errors are said at its rows, and what to do about them; there is no file. */
  readonly onPage?: { readonly isSaid: (error: FileErrors[number]) => boolean; readonly text: string };
}) {
  const { month, handIn } = useWords();
  const own = useOwnWords(sv, en);
  const { columns } = month;
  const { errors, warnings, more } = run.file;
  const listed = onPage ? errors.filter((error) => !onPage.isSaid(error)) : errors;
  const otherFile = wrongAsWhole(errors);
  const found = errors.length + (more?.errors ?? 0);
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), [run]);
  const order = { FAULTY: 0, MISMATCH: 1, MATCH: 2 } as const;
  const figure = (id: 'granted' | 'performed' | 'absence' | 'charged') => ({
    id,
    name: columns[id],
    figure: true,
    cell: (one: FinishedCheck['cases'][number]) => tight(one[id]),
  });
  // One thing is wrong: what the rows would come to is of another month.
  if (run.otherMonth !== undefined)
    return (
      <section class="dry-run">
        <h2 ref={top} tabIndex={-1}>
          {own.title(monthName(run.otherMonth))}
        </h2>
        <Notice tone="danger">
          <p>{own.text}</p>
        </Notice>
      </section>
    );
  return (
    <section class="dry-run">
      <h2 ref={top} tabIndex={-1}>
        {found > 0 ? handIn.broken(found) : handIn.whole}
      </h2>
      <Notice tone={errors.length > 0 ? 'danger' : 'success'}>
        {otherFile ? <p>{handIn.otherFile[otherFile]}</p> : undefined}
        <p>{errors.length > 0 ? (onPage?.text ?? handIn.brokenText) : handIn.wholeText}</p>
        {otherFile ? undefined : (
          <p>
            {handIn.amount}: <b>{money(run.total.amountOre)}</b> ({tight(run.total.minutes)})
          </p>
        )}
      </Notice>
      {listed.length > 0 ? <FileErrorTable caption={handIn.broken(listed.length)} errors={listed} /> : undefined}
      {warnings.length > 0 ? (
        <FileErrorTable caption={handIn.warnings(warnings.length)} errors={warnings} />
      ) : undefined}
      {run.sums ? <Sums sums={run.sums} /> : undefined}
      <DataTable
        caption={handIn.perCase}
        rows={run.cases.toSorted((a, b) => order[a.status] - order[b.status])}
        keyOf={({ caseNo }) => caseNo}
        columns={[
          { id: 'caseNo', name: columns.caseNo, cell: ({ caseNo }) => caseNo },
          figure('granted'),
          figure('performed'),
          figure('absence'),
          { id: 'unpaid', name: columns.unpaid, figure: true, cell: (one) => tight(unpaidOf(one)) },
          figure('charged'),
          { id: 'proposal', name: columns.proposal, cell: (one) => <ProposalTag proposal={one} /> },
          {
            id: 'why',
            name: columns.why,
            cell: ({ caseNo, trail }) => (
              <details>
                <summary>
                  {columns.why}
                  <span class="ds-sr-only"> {caseNo}</span>
                </summary>
                <Trail entries={trail} />
              </details>
            ),
          },
        ]}
      />
    </section>
  );
}
