import { tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { DataTable } from '../../parts/table.tsx';
import { type LineShown, sumOf, unpaidOf } from './lines.ts';
import { DecisionTag, ProposalTag } from './verdict.tsx';
import { WhyLine } from './why-line.tsx';

/** The cases of a month to be read: the times, the proposal, and how each was decided. */
export function ResultTable({
  caption,
  lines,
  isDecided,
  of,
}: {
  readonly caption: string;
  readonly lines: readonly LineShown[];
  readonly isDecided: boolean;
  /** Whose month it is, for whoever may read the reason for each minute. */
  readonly of?: { readonly month: string; readonly providerId: string };
}) {
  const { month } = useWords();
  const { columns } = month;
  const figure = (id: 'granted' | 'performed' | 'absence' | 'unpaid' | 'charged', of: (line: LineShown) => number) => ({
    id,
    name: columns[id],
    figure: true,
    sort: of,
    cell: (line: LineShown) => tight(of(line)),
    foot: tight(sumOf(lines, of)),
  });
  return (
    <DataTable
      caption={caption}
      rows={lines}
      keyOf={({ caseNo }) => caseNo}
      columns={[
        {
          id: 'caseNo',
          name: columns.caseNo,
          sort: ({ caseNo }) => caseNo,
          cell: ({ caseNo }) => caseNo,
          foot: month.sumAll(lines.length),
        },
        figure('granted', ({ granted }) => granted),
        figure('performed', ({ performed }) => performed),
        figure('absence', ({ absence }) => absence),
        figure('unpaid', unpaidOf),
        figure('charged', ({ charged }) => charged),
        { id: 'proposal', name: columns.proposal, cell: ({ proposal }) => <ProposalTag proposal={proposal} /> },
        ...(isDecided
          ? [
              {
                id: 'decision',
                name: columns.decision,
                cell: (line: LineShown) => (
                  <>
                    <DecisionTag line={line} />
                    {line.decision?.comment ? <small class="soft remark">{line.decision.comment}</small> : undefined}
                  </>
                ),
              },
            ]
          : []),
        ...(of
          ? [
              {
                id: 'why',
                name: columns.why,
                cell: ({ caseNo }: LineShown) => <WhyLine path={{ ...of, caseNo }} />,
              },
            ]
          : []),
      ]}
    />
  );
}
