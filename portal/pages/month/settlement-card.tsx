import { dateTime, money } from '../../app/format.ts';
import { hrefOf } from '../../app/router.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { activeRole } from '../../sign-in/session.ts';
import type { MonthView } from './lines.ts';
import { RecordLink } from './report-box.tsx';
import { useSettlementWords } from './settlement-words.ts';
import { StatementFiles } from './statement-files.tsx';

type Props = { readonly of: { readonly month: string; readonly providerId: string }; readonly value: MonthView };

type Settled = NonNullable<MonthView['month']['settlements']>[number];

/** To be invoiced, to be paid back, or claimed already. */
function stateOf({ claimOre, toInvoiceOre, claimed }: Settled, say: ReturnType<typeof useSettlementWords>): string {
  if (claimOre === 0) return say.toInvoice(money(toInvoiceOre));
  return claimed ? say.hasClaimed(money(claimOre), dateTime(claimed.at)) : say.claimed(money(claimOre));
}

/** What is settled when no later month comes: to be signed by the head, or as it was signed last. */
export function SettlementCard({ of, value }: Props) {
  const say = useSettlementWords();
  if (activeRole() === 'fee-officer') return null;
  const settled = value.month.settlements?.at(-1);
  return (
    <>
      {settled ? (
        <Notice tone="success" title={say.settledTitle(dateTime(settled.at, true))}>
          <p>{stateOf(settled, say)}</p>
          <RecordLink {...of} recordId={settled.recordId} />
          <StatementFiles of={of} files={['settlement']} text={say.save} />
        </Notice>
      ) : undefined}
      {value.settles ? (
        <Notice tone="warning" title={say.settleTitle}>
          <p>{say.settleText}</p>
          <ButtonLink look="primary" href={hrefOf('/manad/:month/:providerId/slutavrakning', of)}>
            {say.settle}
          </ButtonLink>
        </Notice>
      ) : undefined}
    </>
  );
}
