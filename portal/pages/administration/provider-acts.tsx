import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { DateField, TextField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { atField } from '../switches/at-field.ts';
import { EndProvider } from './end-provider.tsx';
import type { ProviderWork } from './provider-work.ts';

type Capacity = AnswerOf<'GET /settings/providers/{providerId}/capacity'>;

function Act({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <details class="act" name="act">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function CeilingForm({ capacity, again }: { readonly capacity: Capacity; readonly again: () => void }) {
  const { providers } = useWords().administration;
  const [text, setText] = useState(capacity.ceiling === null ? '' : String(capacity.ceiling.value));
  const path = { providerId: capacity.providerId };
  const value = /^\d{1,7}$/.test(text.trim()) ? Number(text) : null;
  return (
    <ActForm
      id="ceiling"
      body={{ value }}
      missing={{ value: text.trim() !== '' && value === null && providers.missing.ceiling }}
      act={(key, body) => ask('PUT /settings/providers/{providerId}/ceiling', { path, body }, { key })}
      onDone={again}
      onConflict={again}
      again={again}
      submit={value === null ? providers.withdrawCeiling : providers.setCeiling}
    >
      {(errorFor) => (
        <TextField
          id="ceiling-value"
          width="short"
          label={providers.ceiling}
          hint={providers.ceilingHint}
          error={errorFor('value')}
          value={text}
          onValue={setText}
        />
      )}
    </ActForm>
  );
}

function PauseForm({ of, again }: ProviderWork) {
  const { administration } = useWords();
  const { providers } = administration;
  const [draft, setDraft] = useState({ from: '', to: '', reason: '' });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const path = { providerId: of.id };
  const reason = draft.reason.trim();
  return (
    <ActForm
      id="pause"
      body={{ from: draft.from, reason, ...(draft.to === '' ? {} : { to: draft.to }) }}
      missing={{
        from: draft.from === '' && providers.missing.from,
        reason: reason === '' && providers.missing.reason,
      }}
      act={async (key, body) =>
        atField(await ask('POST /settings/providers/{providerId}/pause', { path, body }, { key }), () => 'from')
      }
      onDone={again}
      onConflict={again}
      again={again}
      submit={providers.pause}
    >
      {(errorFor) => (
        <>
          <p>{providers.pauseText}</p>
          <DateField
            id="pause-from"
            label={administration.from}
            error={errorFor('from')}
            value={draft.from}
            onValue={(from) => change({ from })}
          />
          <DateField
            id="pause-to"
            label={administration.to}
            optional
            error={errorFor('to')}
            value={draft.to}
            onValue={(to) => change({ to })}
          />
          <TextField
            id="pause-reason"
            label={providers.reason}
            error={errorFor('reason')}
            value={draft.reason}
            onValue={(next) => change({ reason: next })}
          />
        </>
      )}
    </ActForm>
  );
}

function ResumeForm({ of, again }: ProviderWork) {
  const { providers } = useWords().administration;
  const path = { providerId: of.id };
  return (
    <ActForm
      id="resume"
      body={{}}
      act={(key, body) => ask('POST /settings/providers/{providerId}/resumption', { path, body }, { key })}
      onDone={again}
      onConflict={again}
      again={again}
      submit={providers.resume}
    >
      {() => <p>{providers.resumeText}</p>}
    </ActForm>
  );
}

/** What can be done with a provider: its ceiling, a pause, its end. */
export function ProviderActs({ of, mayChange, again }: ProviderWork & { readonly mayChange: boolean }) {
  const { providers } = useWords().administration;
  const asking = useAsk('GET /settings/providers/{providerId}/capacity', { path: { providerId: of.id } });
  const isEnding = of.ending !== undefined;
  return (
    <section class="card acts">
      <h2>{providers.ceiling}</h2>
      <Loaded of={asking}>
        {(capacity) => {
          const { ceiling, used } = capacity;
          return (
            <>
              <p>
                {ceiling === null
                  ? providers.noCeiling
                  : providers.ceilingNow(used, ceiling.value, providers.ceilingUnits[ceiling.unit])}
              </p>
              {mayChange ? (
                <Act title={providers.setCeiling}>
                  <CeilingForm key={capacity.version} capacity={capacity} again={asking.again} />
                </Act>
              ) : undefined}
            </>
          );
        }}
      </Loaded>
      {mayChange && !isEnding ? (
        <Act key={of.paused ? 'resume' : 'pause'} title={of.paused ? providers.resume : providers.pause}>
          {of.paused ? <ResumeForm of={of} again={again} /> : <PauseForm of={of} again={again} />}
        </Act>
      ) : undefined}
      {mayChange ? (
        <Act title={providers.end}>
          <EndProvider of={of} again={again} />
        </Act>
      ) : undefined}
    </section>
  );
}
