import { useState } from 'preact/hooks';
import { longDate, monthName } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Differences } from './differences.tsx';
import type { PaperShown } from './keyed.ts';
import { KeyingForm } from './keying-form.tsx';
import { PaperStanding, Readers } from './paper-standing.tsx';
import { en, sv } from './paper-words.ts';
import { WithdrawPaper } from './withdraw-paper.tsx';

type Of = { readonly month: string; readonly providerId: string; readonly paperId: string };

/** What the paper waits for, and the form of it for whose turn it is. Who has keyed it all opens it again by themselves. */
function Turn({ of, shown, onDone }: { readonly of: Of; readonly shown: PaperShown; readonly onDone: () => void }) {
  const words = useOwnWords(sv, en);
  const [isOpen, setOpen] = useState(false);
  // The state that the page was opened in has not just come about.
  const [first] = useState(shown.paper.state);
  const { may, differences, isStated, paper } = shown;
  const isDone = may === 'key' && paper.state === 'keyed';
  const isWaiting = shown.readers !== undefined;
  const form = may && (!isDone || isOpen);
  return (
    <>
      {form ? undefined : <PaperStanding of={shown} isNew={paper.state !== first} />}
      {isWaiting && isStated ? <p>{words.stated}</p> : undefined}
      {isWaiting && paper.state !== 'differs' ? <Readers of={shown} /> : undefined}
      {differences ? <Differences of={differences} isFirst={may === 'key'} /> : undefined}
      {isDone && !isOpen ? <Button onClick={() => setOpen(true)}>{words.mendFirst}</Button> : undefined}
      {form ? (
        <KeyingForm
          key={`${paper.state} ${may}`}
          of={of}
          shown={shown}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      ) : undefined}
      {isWaiting && activeRole() === 'administrator' ? <WithdrawPaper of={of} onDone={onDone} /> : undefined}
    </>
  );
}

/** A month's paper: to be keyed, to be read after another, or where it stands. */
export function KeyPaper({ of }: { readonly of: Of }) {
  const words = useOwnWords(sv, en);
  const nameOf = useProviders();
  const asking = useAsk('GET /months/{month}/providers/{providerId}/paper/{paperId}', { path: of });
  const { value } = asking;
  const isToSign = value?.paper.forms.includes('signature');
  const keyLead = isToSign ? words.signatureKeyLead : words.keyLead;
  const confirmLead = isToSign ? words.signatureConfirmLead : words.confirmLead;
  const isToKey = value?.may === 'key' && value.paper.state !== 'keyed';
  const lead = isToKey ? keyLead : value?.may === 'confirm' ? confirmLead : undefined;
  return (
    <>
      <PageHead title={words.titleOf(monthName(of.month))} lead={lead ?? nameOf(of.providerId)} />
      <Loaded of={asking}>
        {(shown) => (
          <>
            <p>
              {nameOf(of.providerId)}. {words.opens(longDate(shown.paper.arrivedOn))}: {words.states[shown.paper.state]}
              .
            </p>
            <Turn of={of} shown={shown} onDone={asking.again} />
          </>
        )}
      </Loaded>
    </>
  );
}
