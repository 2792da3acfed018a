import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Tel } from '../customers/tel.tsx';
import { SettleLetter, type Verdict } from './settle-letter.tsx';
import { useLetterWords } from './use-letter-words.ts';

type Of = { readonly letter: AnswerOf<'GET /letters/{letterId}'> };

/** Whom to phone: the provider by its numbers, and never a person. */
function Whom({ letter: { provider } }: Of) {
  const words = useLetterWords();
  if (provider === undefined) return null;
  const { name, phones } = provider;
  return (
    <>
      <p>{name}</p>
      {phones.length === 0 ? <p class="soft">{words.noPhone}</p> : undefined}
      {phones.map((phone) => (
        <p key={phone}>
          <Tel number={phone} />
        </p>
      ))}
    </>
  );
}

function Facts({ letter }: Of) {
  const words = useLetterWords();
  const { provider, to, state, caseNo, orderId, queuedAt } = letter;
  return (
    <SummaryList
      rows={[
        ...(provider === undefined ? [] : [{ name: words.provider, value: <Whom letter={letter} /> }]),
        ...(caseNo === undefined
          ? []
          : [
              {
                name: words.case,
                value: (
                  <a class="ds-link" href={hrefOf('/arenden/:caseNo', { caseNo })}>
                    {caseNo}
                  </a>
                ),
              },
            ]),
        ...(orderId === undefined
          ? []
          : [
              {
                name: words.order,
                value: (
                  <a class="ds-link" href={hrefOf('/bestallningar/:orderId', { orderId })}>
                    {words.toOrder}
                  </a>
                ),
              },
            ]),
        { name: state === 'blocked' ? words.wasTo : words.to, value: <span class="written">{to}</span> },
        { name: words.when, value: dateTime(queuedAt) },
      ]}
    />
  );
}

function Said({ letter: { subject, text } }: Of) {
  const words = useLetterWords();
  return (
    <section class="card">
      <h2>{words.said}</h2>
      <p>
        <b>{subject}</b>
      </p>
      {text === undefined ? (
        <p class="soft">{words.hidden}</p>
      ) : (
        <blockquote class="mail-text written">{text.trimEnd()}</blockquote>
      )}
    </section>
  );
}

/** A mail of the municipality's own that did not arrive: whom to phone, about what, and what came of it (S-23). */
export function ReturnedPage({ params: { letterId } }: PageProps<'/epost/ut/:letterId'>) {
  const words = useLetterWords();
  const [verdict, setVerdict] = useState<Verdict>();
  const asking = useAsk('GET /letters/{letterId}', { path: { letterId } });
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/uppgifter">
          {words.back}
        </a>
      </p>
      <PageHead title={asking.value?.title ?? words.said} />
      <Loaded of={asking}>
        {(letter) => (
          <div class="sides">
            <div>
              <Notice tone="warning" title={words.why}>
                {letter.why.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </Notice>
              <section class="card">
                <h2>{words.whom}</h2>
                <Facts letter={letter} />
              </section>
              <Said letter={letter} />
            </div>
            <div>
              {verdict === undefined ? (
                <SettleLetter letter={letter} onDone={setVerdict} again={asking.again} />
              ) : (
                <Notice tone="success" title={words.settled[verdict]} aloud />
              )}
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
