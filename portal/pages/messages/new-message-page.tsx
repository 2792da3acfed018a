import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { SelectField, TextArea, TextField } from '../../parts/field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { ActForm, type ErrorFor } from '../orders/act-form.tsx';
import { atField } from '../switches/at-field.ts';

type Draft = { readonly caseNo: string; readonly to: string; readonly text: string };
type FieldsProps = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errorFor: ErrorFor;
};

/** An officer writes to who has the case, or has had it, or to the head. */
function ProviderOrHead({ draft, change, errorFor }: FieldsProps) {
  const { messages } = useWords();
  const providers = useAsk('GET /settings').value?.providers ?? [];
  return (
    <SelectField
      id="message-to"
      label={messages.to}
      error={errorFor('to')}
      value={draft.to}
      onValue={(to) => change({ to })}
      options={[
        { value: '', text: messages.pick },
        { value: 'head', text: messages.head },
        ...providers.map(({ id, name }) => ({ value: `provider:${id}`, text: name })),
      ]}
    />
  );
}

/** The head writes to an officer, by name or by the case. */
function OfficerOf({ draft, change, errorFor }: FieldsProps) {
  const { messages } = useWords();
  const staff = useAsk('GET /people/staff').value?.items ?? [];
  const officers = staff.filter(({ role, now }) => role === 'officer' && now);
  return (
    <SelectField
      id="message-to"
      label={messages.toOfficer}
      hint={messages.caseHintHead}
      error={errorFor('to')}
      value={draft.to}
      onValue={(to) => change({ to })}
      options={[
        { value: '', text: messages.casesOfficer },
        ...officers.map(({ userId, name }) => ({ value: userId, text: name ?? userId })),
      ]}
    />
  );
}

/** What is missing before it is worth sending, by who writes: only the head and to the head may leave out the case. */
function useMissing({ caseNo, to, text }: Draft) {
  const { messages } = useWords();
  const role = activeRole();
  const needsCase = role === 'officer' ? to.startsWith('provider:') : role !== 'head';
  return {
    caseNo: needsCase && caseNo === '' && messages.caseMissing,
    to:
      to === '' &&
      ((role === 'officer' && messages.toMissing) || (role === 'head' && caseNo === '' && messages.officerMissing)),
    text: text === '' && messages.textMissing,
  };
}

/** A new message, about a case by its number. Nothing of it is kept before it is sent: it may tell of somebody. */
export function NewMessagePage({ query }: PageProps) {
  const { messages } = useWords();
  const [draft, setDraft] = useState<Draft>({ caseNo: query.get('arende') ?? '', to: '', text: '' });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const role = activeRole();
  const said: Draft = { caseNo: draft.caseNo.trim(), to: draft.to.trim(), text: draft.text.trim() };
  const { caseNo, to, text } = said;
  const receiver = role === 'head' && to !== '' ? `officer:${to}` : to;
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/meddelanden">
          {messages.all}
        </a>
      </p>
      <PageHead title={messages.newTitle} lead={messages.newLead} />
      <div class="card thread">
        <ActForm
          id="message"
          body={{ text, ...(caseNo === '' ? {} : { caseNo }), ...(receiver === '' ? {} : { to: receiver }) }}
          missing={useMissing(said)}
          act={async (key, body) => atField(await ask('POST /messages', { body }, { key }), () => 'caseNo')}
          onDone={({ threadId }) => goTo(hrefOf('/meddelanden/:threadId', { threadId }))}
          onConflict={() => undefined}
          again={() => undefined}
          submit={messages.send}
        >
          {(errorFor) => (
            <>
              <TextField
                id="message-caseNo"
                label={messages.caseNo}
                hint={role?.startsWith('provider') ? messages.caseHintProvider : messages.caseHint}
                width="medium"
                error={errorFor('caseNo')}
                value={draft.caseNo}
                onValue={(next) => change({ caseNo: next })}
              />
              {role === 'officer' ? <ProviderOrHead draft={draft} change={change} errorFor={errorFor} /> : undefined}
              {role === 'head' ? <OfficerOf draft={draft} change={change} errorFor={errorFor} /> : undefined}
              <TextArea
                id="message-text"
                label={messages.text}
                hint={messages.textHint}
                rows={6}
                error={errorFor('text')}
                value={draft.text}
                onValue={(next) => change({ text: next })}
              />
            </>
          )}
        </ActForm>
      </div>
    </>
  );
}
