import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { Back } from './crumb.tsx';
import { PlanForm } from './plan-form.tsx';
import { type Parameter, useParameterWords, written } from './use-parameter-words.ts';

type Setup = AnswerOf<'GET /settings/setup'>;

function List({ of }: { readonly of: readonly Parameter[] }) {
  const { parameters } = useWords().administration;
  const { inWords, allowedInWords } = useParameterWords();
  const [wanted, setWanted] = useState('');
  const text = wanted.trim().toLowerCase();
  const columns: readonly Column<Parameter>[] = [
    {
      id: 'meaning',
      name: parameters.meaning,
      sort: ({ meaning }) => meaning,
      cell: ({ key, meaning }) => (
        <>
          {meaning} <small class="soft remark whole">{key}</small>
        </>
      ),
    },
    {
      id: 'value',
      name: parameters.value,
      cell: ({ value, own, canChange }) => (
        <>
          {inWords(value)} {own ? <Tag tone="info">{parameters.own}</Tag> : undefined}
          {canChange ? undefined : <Tag>{parameters.fixed}</Tag>}
        </>
      ),
    },
    {
      id: 'allowed',
      name: parameters.allowed,
      cell: (one) => <small class="soft whole">{allowedInWords(one)}</small>,
    },
  ];
  return (
    <div class="wide-cells parameters">
      <TextField id="parameters-filter" type="search" label={parameters.filter} value={wanted} onValue={setWanted} />
      <DataTable
        caption={parameters.caption}
        columns={columns}
        rows={of.filter(({ key, meaning }) => `${meaning} ${key}`.toLowerCase().includes(text))}
        keyOf={({ key }) => key}
      />
    </div>
  );
}

function ChangeForm({ setup }: { readonly setup: Setup }) {
  const { administration } = useWords();
  const words = administration.parameters;
  const [draft, setDraft] = useState({ key: '', value: '' });
  const chosen = setup.parameters.find(({ key }) => key === draft.key);
  const others = setup.set.filter((one) => one.split('=')[0] !== draft.key);
  const { inWords, allowedInWords, choicesOf, typed, setAs } = useParameterWords();
  const choices = chosen && choicesOf(chosen);
  const value = chosen && !choices ? setAs(chosen, draft.value.trim()) : draft.value.trim();
  const put = (next: string) => setDraft((before) => ({ ...before, value: next }));
  return (
    <PlanForm
      id="parameter"
      room="rutin"
      body={{ set: [...others, `${draft.key}=${value}`] }}
      missing={{ key: draft.key === '' && words.whichMissing, value: value === '' && words.valueMissing }}
    >
      {(errorFor) => (
        <>
          <SelectField
            id="parameter-key"
            label={words.which}
            error={errorFor('key')}
            value={draft.key}
            onValue={(key) => {
              const now = setup.parameters.find((one) => one.key === key);
              setDraft({ key, value: now ? (choicesOf(now) ? written(now.value) : typed(now)) : '' });
            }}
            options={[
              { value: '', text: administration.choose },
              ...setup.parameters
                .filter(({ canChange }) => canChange)
                .map(({ key, meaning }) => ({ value: key, text: meaning })),
            ]}
          />
          {choices ? (
            <SelectField
              id="parameter-value"
              label={words.newValue}
              error={errorFor('value')}
              value={draft.value}
              onValue={put}
              options={choices.map((one) => ({ value: one, text: inWords(one) }))}
            />
          ) : (
            <TextField
              id="parameter-value"
              width="medium"
              label={words.newValue}
              hint={chosen ? words.takes(allowedInWords(chosen)) : undefined}
              error={errorFor('value')}
              value={draft.value}
              onValue={put}
            />
          )}
        </>
      )}
    </PlanForm>
  );
}

/** What the routine leaves to the municipality, each choice in words: what it means, and what holds. */
export function ParametersPage() {
  const { parameters } = useWords().administration;
  const asking = useAsk('GET /settings/setup');
  return (
    <>
      <Back />
      <PageHead title={parameters.title} lead={asking.value?.title && parameters.lead(asking.value.title)} />
      <Loaded of={asking}>
        {(setup) => (
          <>
            {activeRole() === 'administrator' ? (
              <details class="act">
                <summary>{parameters.change}</summary>
                <ChangeForm setup={setup} />
              </details>
            ) : undefined}
            <List of={setup.parameters} />
          </>
        )}
      </Loaded>
    </>
  );
}
