import type { AgreementContent } from '../../../functions/purchases/agreements/agreement-content.ts';
import { useWords } from '../../app/language.ts';
import { SummaryList } from '../../parts/summary-list.tsx';

/** The agreement that a manager signed, by its document's sum and between whom it is (H-17); or who signed on paper. */
export function AgreementSummary({ agreement }: { readonly agreement: AgreementContent }) {
  const { records } = useWords();
  return (
    <SummaryList
      rows={[
        { name: records.between, value: `${agreement.ordering.name} – ${agreement.receiving.name}` },
        { name: records.kinds.agreement, value: <code class="whole">{agreement.documentSha256}</code> },
        ...(agreement.paper?.signatures ?? []).map(({ name, on }) => ({
          name: records.signer,
          value: `${name} ${on}`,
        })),
      ]}
    />
  );
}
