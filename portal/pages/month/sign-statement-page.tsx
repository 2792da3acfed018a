import type { StatementContent } from '../../../functions/months/statement/statement.ts';
import { ask } from '../../api/client.ts';
import { hours, money, monthName, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { Signing } from './signing.tsx';
import { useStatementComment } from './statement-page.tsx';

function StatementSummary({ statement }: { readonly statement: StatementContent }) {
  const { month } = useWords();
  const { signing, columns, handIn } = month;
  const { lines, provider, totalMinutes, orePerHour, amountOre, invoiceAddress, comment } = statement;
  const notApproved = lines.filter(({ decision, unpaid }) => decision !== 'APPROVED' || Object.keys(unpaid).length > 0);
  return (
    <>
      <SummaryList
        rows={[
          { name: signing.provider, value: provider.name },
          { name: signing.cases, value: lines.length },
          { name: signing.charged, value: hours(totalMinutes) },
          { name: signing.rate, value: money(orePerHour) },
          { name: signing.amount, value: <b>{money(amountOre)}</b> },
          { name: signing.address, value: invoiceAddress },
          { name: signing.comment, value: comment || signing.noComment },
        ]}
      />
      {notApproved.length === 0 ? (
        <p>{handIn.noNotApproved}</p>
      ) : (
        <Table
          caption={handIn.notApproved}
          rows={notApproved}
          keyOf={({ caseNo }) => caseNo}
          columns={[
            { id: 'caseNo', name: columns.caseNo, cell: ({ caseNo }) => caseNo },
            { id: 'granted', name: columns.granted, figure: true, cell: ({ granted }) => tight(granted) },
            { id: 'charged', name: columns.charged, figure: true, cell: ({ charged }) => tight(charged) },
            {
              id: 'unpaid',
              name: columns.unpaid,
              cell: ({ unpaid }) =>
                Object.entries(unpaid)
                  .map(([code, minutes]) => `${month.reasons[code] ?? code} ${tight(minutes)}`)
                  .join(', '),
            },
            { id: 'decision', name: columns.decision, cell: ({ decision }) => month.decisions[decision] },
            {
              id: 'comment',
              name: signing.comment,
              cell: (line) =>
                [line.faultCode && (month.faults[line.faultCode] ?? line.faultCode), line.comment]
                  .filter(Boolean)
                  .join('. '),
            },
          ]}
        />
      )}
    </>
  );
}

/** The head's statement before and after it is signed and sent (L-37, L-38). */
export function SignStatementPage({ params }: PageProps<'/manad/:month/:providerId/underlag'>) {
  const { month: words } = useWords();
  const nameOf = useProviders();
  const [{ comment }, , forget] = useStatementComment(params);
  const path = params;
  return (
    <Signing
      title={words.signing.statement}
      lead={`${nameOf(params.providerId)}, ${monthName(params.month)}`}
      of={params}
      back={hrefOf('/manad/:month/:providerId', params)}
      intend={(deed) =>
        ask(
          'POST /months/{month}/providers/{providerId}/statement/intent',
          { path, body: comment ? { comment } : {} },
          { deed },
        )
      }
      seal={async (deed, intentId) => {
        const outcome = await ask(
          'POST /months/{month}/providers/{providerId}/statement',
          { path, body: { intentId } },
          { deed },
        );
        return outcome.ok
          ? { ...outcome, value: { ...outcome.value.record, at: outcome.value.record.signedAt } }
          : outcome;
      }}
      // What the intent of a statement holds has been through this schema.
      what={({ content }) => <StatementSummary statement={content as StatementContent} />}
      onSealed={forget}
    />
  );
}
