import { useMemo, useRef } from 'preact/hooks';
import { tight } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/table.tsx';
import { useNameWords } from '../customers/name-words.ts';
import { NameCell } from '../customers/names.tsx';
import type { useNames } from '../customers/use-names.ts';
import { differenceOf, differenceParts } from './difference.ts';
import { en, sv } from './line-words.ts';
import { isMatch, type LineShown, sumOf, unpaidOf } from './lines.ts';
import { DecisionTag, ProposalTag } from './verdict.tsx';

type Row = {
  readonly line: LineShown;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly isUntaken: boolean;
};

type Acts = {
  choose(caseNo: string, how: { readonly byPointer: boolean }): void;
  approve(line: LineShown): void;
  undo(line: LineShown): void;
};

type Props = Acts & {
  readonly lines: readonly LineShown[];
  readonly all: readonly LineShown[];
  /** Cases of which a form tells something that nobody has taken over (A66). */
  readonly untaken: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly busy: ReadonlySet<string>;
  readonly isOpen: boolean;
  readonly empty: string;
  readonly customers: ReturnType<typeof useNames>;
};

const figures = [
  ['granted', ({ granted }: LineShown) => granted],
  ['performed', ({ performed }: LineShown) => performed],
  ['absence', ({ absence }: LineShown) => absence],
  ['unpaid', unpaidOf],
  ['charged', ({ charged }: LineShown) => charged],
] as const;

const same = (one: Row, other: Row): boolean =>
  one.line === other.line &&
  one.isChosen === other.isChosen &&
  one.isBusy === other.isBusy &&
  one.isUntaken === other.isUntaken;

/** The word beneath the figure: beside it, it would push what is decided out of sight. */
function Difference({ of }: { of: Pick<LineShown, 'granted' | 'performed'> }) {
  const [amount, word] = differenceParts(of, useOwnWords(sv, en));
  return (
    <>
      {amount} <small class="difference">{word}</small>
    </>
  );
}

/** Whether the line is ticked off in the list itself: it matches, and nobody has said otherwise. */
const isTicked = (line: LineShown): boolean =>
  isMatch(line) && line.question === undefined && (line.decision?.kind ?? 'APPROVED') === 'APPROVED';

function Verdict({ row: { line, isChosen, isBusy }, isOpen, acts }: { row: Row; isOpen: boolean; acts: Acts }) {
  const { month, reconcile } = useWords();
  // Only the chosen row's controls are on the way of the tab key: two hundred rows are one stop.
  const tabIndex = isChosen ? 0 : -1;
  const named = <span class="ds-sr-only"> {line.caseNo}</span>;
  if (!isOpen) return <DecisionTag line={line} />;
  if (isTicked(line))
    return (
      <label class="tick">
        <input
          class="ds-input"
          type="checkbox"
          tabIndex={tabIndex}
          checked={(line.decision !== undefined) !== isBusy}
          aria-busy={isBusy || undefined}
          onChange={() => (line.decision ? acts.undo(line) : acts.approve(line))}
        />
        <span>
          {line.decision ? month.decisions.APPROVED : reconcile.approve}
          {named}
        </span>
      </label>
    );
  return (
    <span class="decided">
      <DecisionTag line={line} />
      {line.decision ? (
        <button
          type="button"
          class="sorter undo"
          tabIndex={tabIndex}
          aria-busy={isBusy}
          onClick={() => acts.undo(line)}
        >
          {reconcile.undo}
          {named}
        </button>
      ) : undefined}
    </span>
  );
}

/** The officer's cases: the times side by side, what is proposed, what has been decided. The radios are one tab stop. */
export function ReconcileTable({ lines, all, untaken, chosen, busy, isOpen, empty, customers, ...now }: Props) {
  const { month, reconcile } = useWords();
  const words = useNameWords();
  const own = useOwnWords(sv, en);
  const { isShown, names } = customers;
  const acts = useRef<Acts>(now);
  acts.current = now;
  const columns = useMemo((): readonly Column<Row>[] => {
    const choose = (caseNo: string, byPointer: boolean) => acts.current.choose(caseNo, { byPointer });
    return [
      {
        id: 'caseNo',
        name: month.columns.caseNo,
        sort: ({ line }) => line.caseNo,
        cell: ({ line: { caseNo }, isChosen }) => (
          <label class="pick">
            <input
              type="radio"
              name="line"
              checked={isChosen}
              onChange={() => choose(caseNo, false)}
              onClick={({ detail }) => detail > 0 && choose(caseNo, true)}
            />
            <span>{caseNo}</span>
          </label>
        ),
      },
      ...(isShown
        ? [
            {
              id: 'customer',
              name: words.customer,
              sort: ({ line }: Row) => names[line.caseNo]?.name ?? '~',
              cell: ({ line: { caseNo } }: Row) => <NameCell caseNo={caseNo} of={names[caseNo]} />,
            },
          ]
        : []),
      // Beside an open line there is room for fewer; what it was absent stands in the line itself.
      ...figures
        .filter(([id]) => !isOpen || id !== 'absence')
        .map(
          ([id, of]): Column<Row> => ({
            id,
            name: month.columns[id],
            figure: true,
            sort: ({ line }) => of(line),
            cell: ({ line }) => tight(of(line)),
          }),
        ),
      {
        id: 'difference',
        name: own.difference,
        figure: true,
        sort: ({ line }) => differenceOf(line),
        cell: ({ line }) => <Difference of={line} />,
      },
      {
        id: 'proposal',
        name: month.columns.proposal,
        sort: ({ line }) => line.proposal.status,
        cell: ({ line, isUntaken }) => (
          <>
            <ProposalTag proposal={line.proposal} />
            {isUntaken ? <small class="remark">{reconcile.untaken}</small> : undefined}
          </>
        ),
      },
      {
        id: 'decision',
        name: month.columns.decision,
        cell: (row) => <Verdict row={row} isOpen={isOpen} acts={acts.current} />,
      },
    ];
  }, [month, isOpen, isShown, names]);
  const foot = (name: string, some: readonly LineShown[]) => ({
    caseNo: name,
    ...Object.fromEntries(figures.map(([id, of]) => [id, tight(sumOf(some, of))])),
    difference: (
      <Difference of={{ granted: sumOf(some, (one) => one.granted), performed: sumOf(some, (one) => one.performed) }} />
    ),
  });
  return (
    <DataTable
      caption={reconcile.caption}
      captionHidden
      columns={columns}
      rows={lines.map((line) => ({
        line,
        isChosen: line.caseNo === chosen,
        isBusy: busy.has(line.caseNo),
        isUntaken: untaken.has(line.caseNo),
      }))}
      keyOf={({ line }) => line.caseNo}
      same={same}
      rowProps={({ isChosen }) => (isChosen ? { 'aria-current': 'true' } : {})}
      feet={[
        ...(lines.length === all.length ? [] : [foot(month.sumShown(lines.length), lines)]),
        foot(month.sumAll(all.length), all),
      ]}
      empty={empty}
    />
  );
}
