import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { monthName, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { TextArea } from '../../parts/field.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { ActForm } from './act-form.tsx';
import type { ToldProps } from './order-form.ts';

type Told = AnswerOf<'GET /orders/{orderId}/told'>['items'][number];

/** What a form says and the order does not know (A66): the officer takes it over, or says why it is not so. */
function ToldFact({ told, onDone, again }: { readonly told: Told } & Props) {
  const { acts } = useWords();
  const nameOf = useProviders();
  const [reason, setReason] = useState('');
  const { fact, month, providerId, orderId, id: factId } = told;
  const path = { orderId, factId };
  const from = fact.kind === 'DEATH' ? fact.on : fact.from;
  const to = fact.kind === 'HOSPITAL' ? fact.to : undefined;
  const days = to ? `${shortDate(from, true)} – ${shortDate(to, true)}` : shortDate(from, true);
  const around = { onConflict: again, again };
  return (
    <section class="unread" aria-label={acts.kinds[fact.kind]}>
      <h3>{acts.kinds[fact.kind]}</h3>
      <p>{acts.about(days)}</p>
      <p class="soft">{acts.toldIn(monthName(month), nameOf(providerId))}</p>
      <p>{acts.takeOverText}</p>
      <ActForm
        id={`take-${factId}`}
        body={{}}
        act={(key, body) => ask('POST /orders/{orderId}/told/{factId}', { path, body }, { key })}
        onDone={(order, version) => onDone('takeOverFact')(order, version)}
        {...around}
        submit={acts.takeOver}
      />
      <details class="act">
        <summary>{acts.dismiss}</summary>
        <ActForm
          id={`dismiss-${factId}`}
          body={{ reason: reason.trim() }}
          missing={{ reason: reason.trim() === '' && acts.lacking.words(acts.dismissReason) }}
          act={(key, body) => ask('POST /orders/{orderId}/told/{factId}/dismissal', { path, body }, { key })}
          onDone={() => onDone('dismissFact')(undefined, undefined)}
          {...around}
          submit={acts.dismiss}
        >
          {(errorFor) => (
            <TextArea
              id={`dismiss-${factId}-reason`}
              label={acts.dismissReason}
              hint={acts.reasonHint}
              rows={2}
              error={errorFor('reason')}
              value={reason}
              onValue={setReason}
            />
          )}
        </ActForm>
      </details>
    </section>
  );
}

type Props = Omit<ToldProps, 'order'>;

function Asked({ order, onDone, again }: ToldProps) {
  const { acts } = useWords();
  const asking = useAsk('GET /orders/{orderId}/told', { path: { orderId: order.id } });
  const open = (asking.value?.items ?? []).filter(({ settled }) => settled === undefined);
  if (open.length === 0) return null;
  const done: Props['onDone'] = (did) => (next, version) => {
    asking.again();
    onDone(did)(next, version);
  };
  return (
    <>
      <h3>{acts.told}</h3>
      {open.map((told) => (
        <ToldFact key={told.id} told={told} onDone={done} again={again} />
      ))}
    </>
  );
}

/** Shown to the order's officer, who decides what becomes of it. */
export const ToldFacts = (props: ToldProps) => (activeRole() === 'officer' ? <Asked {...props} /> : null);
