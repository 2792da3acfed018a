import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { TextField } from '../../parts/field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import type { SwitchForm } from './switch-form.ts';
import { useSwitchStep } from './use-switch-step.ts';

/** The customer stays after all (L-60, S-41). */
export function CallOffAct({ work }: { readonly work: SwitchForm }) {
  const { switchActs, switches } = useWords();
  const { draft, change, path, version, form } = useSwitchStep(work, 'calling-off', { reason: '' });
  const reason = draft.reason.trim();
  return (
    <ActForm
      {...form}
      body={{ reason }}
      missing={{ reason: reason === '' && switchActs.reasonMissing }}
      act={(key, body) => ask('POST /switches/{switchId}/calling-off', { path, body }, { key, version })}
      submit={switches.acts.callOffSwitch}
      danger
    >
      {(errorFor) => (
        <>
          <p>{switchActs.callOffText}</p>
          <TextField
            id="calling-off-reason"
            label={switches.reason}
            hint={switches.callOffHint}
            error={errorFor('reason')}
            value={draft.reason}
            onValue={(next) => change({ reason: next })}
          />
        </>
      )}
    </ActForm>
  );
}
