import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import type { AnswerOf } from '../../../api/contract.ts';
import { hours, money, shortDate } from '../../../app/format.ts';
import { useSend } from '../../../app/use-send.ts';
import { Button } from '../../../parts/button.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { DateField, TextArea } from '../../../parts/field.tsx';
import { MinutesField, totalMinutes } from '../../../parts/minutes-field.tsx';
import { FailureNotice, Notice } from '../../../parts/notice.tsx';
import { DataTable } from '../../../parts/table.tsx';
import { WhyList } from '../../../parts/why.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import type { PurchaseActWords, PurchaseForm } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type Quote = AnswerOf<'GET /purchases/{purchaseId}/notice'>;
type Policy = Quote['charged']['policy'];
const policies: readonly Policy[] = ['ACTUAL', 'ORDERED'];

/** The earliest day, and what the wished one costs by both readings, in kronor (M-21 to M-23, A38). */
function QuoteShown({ quote, say }: { readonly quote: Quote; readonly say: PurchaseActWords }) {
  const { earliest, short, billing, charged, why } = quote;
  return (
    <div role="status" class="notice-quote">
      <Notice tone={short > 0 ? 'warning' : 'info'} title={say.quoteEarliest(shortDate(earliest, true))}>
        <p>{short > 0 ? say.quoteShort(short) : say.quoteInTime}</p>
      </Notice>
      <DataTable
        caption={say.quoteCaption}
        columns={[
          {
            id: 'policy',
            name: say.policy,
            cell: (policy: Policy) => (
              <>
                {say.policies[policy]}
                {policy === charged.policy ? (
                  <>
                    <br />
                    <small class="soft">{say.charged}</small>
                  </>
                ) : undefined}
              </>
            ),
          },
          { id: 'time', name: say.quoteTime, figure: true, cell: (policy) => hours(billing[policy].minutes) },
          { id: 'cost', name: say.quoteCost, figure: true, cell: (policy) => money(billing[policy].amountOre) },
        ]}
        rows={policies}
        keyOf={(policy) => policy}
      />
      <WhyList steps={why} />
    </div>
  );
}

type Draft = {
  readonly kind: 'END' | 'LESS';
  readonly effective: string;
  readonly hours: string;
  readonly minutes: string;
  readonly reason: string;
};
const initial: Draft = { kind: 'END', effective: '', hours: '', minutes: '', reason: '' };

/** Less from a day on, or nothing: what it costs is shown before anybody can say yes to it. */
export function NoticeAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const { draft, change, path, version, form } = usePurchaseStep<Draft>(work, 'notice', initial);
  const { kind, effective } = draft;
  const left = kind === 'LESS' ? totalMinutes(draft) : 0;
  const wish = `${effective} ${left}`;
  const [quoted, setQuoted] = useState<{ readonly of: string; readonly quote: Quote }>();
  const query = { effective, ...(left ? { minutes: left } : {}) };
  const { run, busy, failure, forget } = useSend((_key: string) =>
    ask('GET /purchases/{purchaseId}/notice', { path, query }),
  );
  async function show() {
    const outcome = await run();
    if (outcome?.ok) setQuoted({ of: wish, quote: outcome.value });
  }
  const quote = quoted?.of === wish ? quoted.quote : undefined;
  const reason = draft.reason.trim();
  const { per, weekdays } = work.one.extent;
  const isWishWhole = effective !== '' && left !== undefined && (kind === 'END' || left > 0);
  return (
    <ActForm
      {...form}
      body={{
        effective,
        ...(kind === 'LESS' ? { after: { minutes: left ?? 0, per, ...(weekdays ? { weekdays } : {}) } } : {}),
        ...(reason === '' ? {} : { reason }),
      }}
      missing={{
        effective: effective === '' && say.effectiveMissing,
        after: kind === 'LESS' && !left && say.extentMissing,
        quote: isWishWhole && !quote && say.quoteMissing,
        reason: quote !== undefined && quote.short > 0 && reason === '' && say.lacking.words(say.reason),
      }}
      act={(key, body) => ask('POST /purchases/{purchaseId}/notice', { path, body }, { key, version })}
      submit={say.titles.giveNotice}
      danger
      check={
        quote && (
          <>
            <QuoteShown quote={quote} say={say} />
            <p>{say.noticeCheck}</p>
          </>
        )
      }
    >
      {(errorFor) => (
        <>
          <p>{say.noticeText}</p>
          <Choices<Draft['kind']>
            id="notice-kind"
            label={say.noticeKind}
            value={kind}
            onValue={(next) => change({ kind: next })}
            options={[
              { value: 'END', text: say.noticeKinds.END },
              {
                value: 'LESS',
                text: say.noticeKinds.LESS,
                more: (
                  <MinutesField
                    id="notice-after"
                    label={`${say.minutesLeft}, ${say.pers[per].toLowerCase()}`}
                    error={errorFor('after')}
                    value={draft}
                    onValue={change}
                  />
                ),
              },
            ]}
          />
          <DateField
            id="notice-effective"
            label={say.effective}
            error={errorFor('effective')}
            value={effective}
            onValue={(next) => {
              forget();
              change({ effective: next });
            }}
          />
          {failure ? <FailureNotice failure={failure} /> : undefined}
          {errorFor('quote') === undefined ? undefined : (
            <p class="ds-validation-message" data-color="danger">
              {errorFor('quote')}
            </p>
          )}
          <p>
            <Button id="notice-quote" busy={busy} onClick={() => (isWishWhole ? show() : undefined)}>
              {say.quote}
            </Button>
          </p>
          {quote ? <QuoteShown quote={quote} say={say} /> : quoted ? <p role="status">{say.quoteAgain}</p> : undefined}
          {quote && quote.short > 0 ? (
            <TextArea
              id="notice-reason"
              label={say.reason}
              hint={say.noNames}
              rows={3}
              error={errorFor('reason')}
              value={draft.reason}
              onValue={(next) => change({ reason: next })}
            />
          ) : undefined}
        </>
      )}
    </ActForm>
  );
}
