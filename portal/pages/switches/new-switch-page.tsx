import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useDraft } from '../../app/use-draft.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { atField } from './at-field.ts';
import { emptySwitchDraft, requestOf, type SwitchDraft } from './switch-draft.ts';
import { SwitchFields } from './switch-fields.tsx';

type Routine = Pick<AnswerOf<'GET /settings'>, 'pack' | 'providers'>;

/** What the turn list refuses is about who takes over; the rest about the case. */
const fieldOf = (code: string): string => (code.includes('turn') ? 'how' : 'caseNo');

function NewSwitch({ routine: { pack, providers }, about }: { readonly routine: Routine; readonly about: string }) {
  const { choosing, switches } = useWords();
  const [draft, change, forget] = useDraft<SwitchDraft>(`switch/new/${about}`, { ...emptySwitchDraft, caseNo: about });
  const { caseNo, how, toProviderId, mode, enrolled } = draft;
  return (
    <ActForm
      id="switch"
      body={requestOf(draft)}
      missing={{
        caseNo: caseNo.trim() === '' && choosing.caseMissing,
        how: !how && choosing.choiceMissing,
        toProviderId: how === 'chosen' && toProviderId === '' && choosing.providerMissing,
        mode: !mode && choosing.modeMissing,
        healthCareEnrolled: pack.healthCare && !enrolled && choosing.healthMissing,
      }}
      act={async (key, body) => atField(await ask('POST /switches', { body }, { key }), fieldOf)}
      onDone={({ id }) => {
        forget();
        goTo(hrefOf('/byten/:switchId', { switchId: id }), 'replace');
      }}
      onConflict={() => undefined}
      again={() => undefined}
      submit={switches.send}
    >
      {(errorFor) => (
        <SwitchFields
          draft={draft}
          change={change}
          errorFor={errorFor}
          providers={providers}
          asksHealthCare={pack.healthCare}
        />
      )}
    </ActForm>
  );
}

/** A customer wants another provider: who, how and when they said so (L-60, S-41, S-42). */
export function NewSwitchPage({ query }: PageProps) {
  const { switches } = useWords();
  const about = query.get('arende') ?? '';
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/byten">
          {switches.back}
        </a>
      </p>
      <PageHead title={switches.newTitle} lead={switches.newLead} />
      <div class="card thread">
        <Loaded of={useAsk('GET /settings')}>{(routine) => <NewSwitch routine={routine} about={about} />}</Loaded>
      </div>
    </>
  );
}
