import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { goTo, hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { atField } from '../switches/at-field.ts';
import { Back } from './crumb.tsx';
import { draftOf, type ProviderDraft, providerOf } from './provider-draft.ts';
import { ProviderFields } from './provider-fields.tsx';
import type { RoomProps } from './room-props.ts';

type Provider = AnswerOf<'GET /settings'>['providers'][number];
type FormProps = { readonly known: Provider | undefined; readonly all: readonly Provider[] };

function ProviderForm({ known, all }: FormProps) {
  const { providers } = useWords().administration;
  const [draft, setDraft] = useState<ProviderDraft>(() => draftOf(known, all));
  const change = (part: Partial<ProviderDraft>) => setDraft((before) => ({ ...before, ...part }));
  const { missing } = providers;
  const providerId = draft.id.trim();
  const hasPermit = draft.permitTo !== '' || draft.reference.trim() !== '';
  return (
    <ActForm
      id="provider"
      body={providerOf(draft)}
      missing={{
        id: providerId === '' && missing.id,
        name: draft.name.trim() === '' && missing.name,
        number: !/^\d{1,4}$/.test(draft.number.trim()) && missing.number,
        kind: draft.kind === '' && missing.kind,
        email: draft.email.trim() === '' && missing.email,
        'permit-from': draft.permitFrom === '' && hasPermit && missing.permitFrom,
      }}
      act={async (key, body) =>
        atField(await ask('PUT /settings/providers/{providerId}', { path: { providerId }, body }, { key }), () => 'id')
      }
      onDone={({ id }) => goTo(hrefOf('/administration/utforare/:id', { id }), 'replace')}
      onConflict={() => undefined}
      again={() => undefined}
      submit={providers.save}
    >
      {(errorFor) => <ProviderFields draft={draft} change={change} errorFor={errorFor} isNew={known === undefined} />}
    </ActForm>
  );
}

/** A provider is approved, or what is known of one is changed. */
export function ProviderFormPage({ id }: RoomProps) {
  const { providers } = useWords().administration;
  const asking = useAsk('GET /settings');
  const known = asking.value?.providers.find((one) => one.id === id);
  return (
    <>
      {known ? (
        <Back href={hrefOf('/administration/utforare/:id', { id })} text={known.name} />
      ) : (
        <Back href="#/administration/utforare" text={providers.title} />
      )}
      <PageHead title={known ? providers.editTitle(known.name) : providers.newTitle} />
      <div class="card thread">
        <Loaded of={asking}>{(settings) => <ProviderForm known={known} all={settings.providers} />}</Loaded>
      </div>
    </>
  );
}
