import type { attestationContent } from '../../../functions/invoices/attesting/attestation-content.ts';
import { money } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { SummaryList } from '../../parts/summary-list.tsx';

export type AttestationContent = ReturnType<typeof attestationContent>;

/** What a head attested of an invoice (L-51): whose, how much, how it is booked, and the sums of its file and statement. */
export function AttestationSummary({ attestation }: { readonly attestation: AttestationContent }) {
  const { records } = useWords();
  const { provider, month, number, payableOre, coding, fileSha256, statementSha256 } = attestation;
  return (
    <SummaryList
      rows={[
        { name: records.invoiceOf, value: `${provider.name}, ${month}` },
        ...(number === undefined ? [] : [{ name: records.invoiceNumber, value: number }]),
        { name: records.toPay, value: money(payableOre) },
        ...coding.map(({ account, dims, amountOre }) => ({
          name: records.account,
          value: `${[account, ...Object.values(dims)].join(' ')}: ${money(amountOre)}`,
        })),
        ...(fileSha256 === undefined
          ? []
          : [{ name: records.invoiceFile, value: <code class="whole">{fileSha256}</code> }]),
        { name: records.statementSum, value: <code class="whole">{statementSha256}</code> },
      ]}
    />
  );
}
