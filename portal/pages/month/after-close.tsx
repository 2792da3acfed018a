import { dateTime } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { en, sv } from './filed-words.ts';
import type { MonthView } from './lines.ts';
import { RecordLink } from './report-box.tsx';
import { SettlementCard } from './settlement-card.tsx';

type Props = { readonly of: { readonly month: string; readonly providerId: string }; readonly value: MonthView };

/** That files came too late to be taken in, why, and what happens now (A30); and what was settled when no month came after. */
export function AfterClose({ of, value }: Props) {
  const words = useOwnWords(sv, en);
  const { handIn } = useWords();
  const { filed, state, settlements } = value.month;
  return (
    <>
      {filed ? (
        <Notice tone="warning" title={words.title}>
          <p>{words[state === 'stated' ? 'statement-sent' : 'report-signed']}</p>
          <SummaryList
            rows={[
              { name: words.received, value: dateTime(filed.receivedAt, true) },
              { name: handIn.version(filed.version), value: <RecordLink {...of} recordId={filed.recordId} /> },
              { name: words.errors, value: `${filed.errorCount}` },
            ]}
          />
        </Notice>
      ) : undefined}
      {settlements ? <SettlementCard of={of} value={value} /> : undefined}
    </>
  );
}
