import type { AnswerOf } from '../../../api/contract.ts';
import { useWords } from '../../../app/language.ts';
import { hrefOf } from '../../../app/router.ts';
import { useProviders } from '../../../app/use-providers.ts';
import { ButtonLink } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { SummaryList } from '../../../parts/summary-list.tsx';
import { WhyList } from '../../../parts/why.tsx';
import type { Customer } from '../customer-fields.tsx';
import { Deadlines } from '../deadlines.tsx';
import { isOfAnother, NumberOfAnother } from './number-of-another.tsx';
import { useReceiptWords } from './receipt-words.ts';

export type Placed = Extract<AnswerOf<'POST /orders'>, { readonly deadlines: unknown }>;

/** What was sent, what it now waits for and why, what went out, and what is still to be done. */
export function OrderReceipt({ placed, customer }: { readonly placed: Placed; readonly customer: Customer }) {
  const { orders } = useWords();
  const words = useReceiptWords();
  const nameOf = useProviders();
  const { id, caseNo, providerId, choice, deadlines, told } = placed;
  const taken = placed.warnings.find(isOfAnother);
  const warnings = placed.warnings.filter((one) => one !== taken);
  return (
    <>
      <PageHead title={words.sent} lead={orders.one(caseNo)} />
      <section class="card receipt">
        <SummaryList
          rows={[
            { name: words.number, value: id },
            { name: orders.provider, value: nameOf(providerId) },
            ...(choice ? [{ name: orders.choice, value: orders.how[choice.how] }] : []),
          ]}
        />
        <p>{told ? words[told.way](words.letters[told.letter]) : words.untold}</p>
        <h2>{orders.limits}</h2>
        <Deadlines of={deadlines} open />
      </section>
      {taken && <NumberOfAnother caseNo={caseNo} customer={customer} remark={taken} />}
      {warnings.length === 0 ? undefined : (
        <Notice tone="warning" title={words.remarks}>
          <WhyList steps={warnings} />
        </Notice>
      )}
      <p class="buttons">
        <ButtonLink look="primary" href={hrefOf('/bestallningar/:orderId', { orderId: id })}>
          {words.open}
        </ButtonLink>
        <ButtonLink href="#/bestallningar/ny">{words.another}</ButtonLink>
      </p>
    </>
  );
}
