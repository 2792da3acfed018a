import type { AgreementContent } from '../../../functions/purchases/agreements/agreement-content.ts';
import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { SummaryList } from '../../parts/summary-list.tsx';

/** The agreement that a manager signed, by its document's sum and between whom it is (H-17); or what a paper says. */
export function AgreementSummary({ agreement }: { readonly agreement: AgreementContent }) {
  const { records, shell } = useWords();
  const { agreement: words } = records;
  const roles: Readonly<Record<string, string>> = shell.roles;
  const { use, template, documentSha256, ordering, receiving, purchaseId, paper } = agreement;
  return (
    <SummaryList
      rows={[
        { name: words.use, value: words.uses[use] },
        { name: words.ordering, value: `${ordering.name} (${ordering.id})` },
        { name: words.receiving, value: `${receiving.name} (${receiving.id})` },
        { name: words.purchase, value: purchaseId },
        { name: words.template, value: template },
        { name: words.document, value: <code class="whole">{documentSha256}</code> },
        ...(paper
          ? [
              { name: words.page, value: String(paper.page) },
              ...paper.signatures.map(({ name, role, on }) => ({
                name: words.onPaper,
                value: `${name}, ${roles[role] ?? role}, ${shortDate(on, true)}`,
              })),
              { name: words.readBy, value: `${paper.keyedBy}, ${paper.checkedBy}` },
            ]
          : []),
      ]}
    />
  );
}
