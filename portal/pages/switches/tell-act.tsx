import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { useProviders } from '../../app/use-providers.ts';
import { withOffset } from '../../app/with-offset.ts';
import { TimeField } from '../../parts/time-field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import type { SwitchForm } from './switch-form.ts';
import { useSwitchStep } from './use-switch-step.ts';

const calls = ['outAt', 'inAt'] as const;

/** Both providers are told in one action, by their channels or by phone calls that have been made (S-43 to S-45). */
export function TellAct({ work }: { readonly work: SwitchForm }) {
  const { switchActs, switches } = useWords();
  const nameOf = useProviders();
  const { draft, change, path, version, form } = useSwitchStep(work, 'tell', { outAt: '', inAt: '' });
  const names = { outAt: nameOf(work.one.leavingId), inAt: nameOf(work.one.joiningId) };
  const phoned = calls.filter((call) => draft[call] !== '');
  return (
    <ActForm
      {...form}
      body={Object.fromEntries(phoned.map((call) => [call, withOffset(draft[call])]))}
      act={(key, body) => ask('POST /switches/{switchId}/messages', { path, body }, { key, version })}
      submit={switches.acts.tellProviders}
    >
      {(errorFor) => (
        <>
          <p>{switchActs.tellText}</p>
          {calls.map((call) => (
            <TimeField
              key={call}
              id={`tell-${call}`}
              label={switchActs.calledOut(names[call])}
              hint={switchActs.callHint}
              optional
              error={errorFor(call)}
              value={draft[call]}
              onValue={(at) => change({ [call]: at })}
            />
          ))}
        </>
      )}
    </ActForm>
  );
}
