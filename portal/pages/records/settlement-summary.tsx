import type { SettlementContent } from '../../../functions/months/settling/settlement.ts';
import { money } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { useSettlementWords } from '../month/settlement-words.ts';
import { timeSaid } from '../month/time-said.ts';
import { StatementAdjustments } from './statement-adjustments.tsx';
import { minutesToInvoice } from './statement-parts.ts';

/** What a settlement comes to: no hours of its own, the adjustments, and what may be invoiced or is claimed back. */
export function SettlementSummary({ settlement }: { readonly settlement: SettlementContent }) {
  const { signing } = useWords();
  const { owed } = useSettlementWords();
  const { provider, adjustmentsOre, broughtForwardOre, toInvoiceOre, claimOre, invoiceAddress, comment } = settlement;
  const minutes = minutesToInvoice(settlement);
  return (
    <>
      <SummaryList
        rows={[
          { name: signing.provider, value: provider.name },
          { name: signing.adjustments, value: money(adjustmentsOre) },
          ...(broughtForwardOre === 0 ? [] : [{ name: signing.broughtForward, value: money(broughtForwardOre) }]),
          ...(toInvoiceOre === 0 ? [] : [{ name: signing.timeToInvoice, value: timeSaid(minutes) }]),
          { name: signing.toInvoice, value: <b>{money(toInvoiceOre)}</b> },
          ...(claimOre === 0 ? [] : [{ name: owed, value: <b>{money(claimOre)}</b> }]),
          { name: signing.address, value: invoiceAddress },
          { name: signing.comment, value: comment || signing.noComment },
        ]}
      />
      <StatementAdjustments statement={settlement} of={undefined} />
    </>
  );
}
