import type { ComponentType } from 'preact';
import { useWords } from '../../app/language.ts';
import { CallOffAct } from './call-off-act.tsx';
import { DateAct } from './date-act.tsx';
import { HandoverAct } from './handover-act.tsx';
import type { SwitchActKey, SwitchForm, SwitchShown } from './switch-form.ts';
import { TakeoverAct } from './takeover-act.tsx';
import { TellAct } from './tell-act.tsx';

/** The form of each step, by the name of the way in. */
const forms: Readonly<Record<SwitchActKey, ComponentType<{ readonly work: SwitchForm }>>> = {
  tellProviders: TellAct,
  setSwitchDate: DateAct,
  recordHandover: HandoverAct,
  planTakeover: TakeoverAct,
  callOffSwitch: CallOffAct,
};
const isAct = (name: string): name is SwitchActKey => name in forms;

/** What has been done may be done anew, but is not waited for; nor is the calling off. */
const isWaiting = (act: SwitchActKey, { date, handover }: SwitchShown): boolean =>
  act === 'setSwitchDate' ? !date : act === 'recordHandover' ? !handover : act !== 'callOffSwitch';

type Props = { readonly one: SwitchShown; readonly workOf: (act: SwitchActKey) => SwitchForm };

/** What the one who looks may do next, as the API says: the first step that is waited for lies open. */
export function SwitchActs({ one, workOf }: Props) {
  const { acts: said, switches } = useWords();
  const acts = one.next.filter(isAct);
  const first = acts.find((act) => isWaiting(act, one));
  if (acts.length === 0) return <p class="soft">{said.nothingNext}</p>;
  return (
    <>
      {acts.map((act) => {
        const Form = forms[act];
        return (
          <details key={act} class="act" name="act" open={act === first}>
            <summary>{switches.acts[act]}</summary>
            <Form work={workOf(act)} />
          </details>
        );
      })}
    </>
  );
}
