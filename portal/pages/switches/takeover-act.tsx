import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { withOffset } from '../../app/with-offset.ts';
import { TimeField } from '../../parts/time-field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import type { SwitchForm } from './switch-form.ts';
import { useSwitchStep } from './use-switch-step.ts';

/** The joining provider has contacted the customer and planned the take-over (S-53). */
export function TakeoverAct({ work }: { readonly work: SwitchForm }) {
  const { acts, switchActs, switches } = useWords();
  const { draft, change, path, version, form } = useSwitchStep(work, 'takeover', { at: '' });
  return (
    <ActForm
      {...form}
      body={draft.at === '' ? {} : { contactedAt: withOffset(draft.at) }}
      act={(key, body) => ask('POST /switches/{switchId}/takeover', { path, body }, { key, version })}
      submit={switches.acts.planTakeover}
    >
      {(errorFor) => (
        <>
          <p>{switchActs.contactText}</p>
          <TimeField
            id="takeover-contactedAt"
            label={switches.contactedAt}
            hint={acts.nowHint}
            error={errorFor('contactedAt')}
            value={draft.at}
            onValue={(at) => change({ at })}
          />
        </>
      )}
    </ActForm>
  );
}
