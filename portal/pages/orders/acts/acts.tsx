import type { ComponentType } from 'preact';
import { useWords } from '../../app/language.ts';
import { ContactAct, DeliverAct, ExecuteAct } from './officer-acts.tsx';
import { ConfirmAct, DeferAct, NotExecutedAct, RejectAct, StartAct } from './provider-acts.tsx';
import { SheetAct } from './sheet-act.tsx';
import type { ActKey, Work } from './work.ts';

/** The form of each step, by the name of the way in. What the API offers and is not here is not shown. */
const forms: Readonly<Record<ActKey, ComponentType<{ readonly work: Work }>>> = {
  confirmOrder: ConfirmAct,
  startOrder: StartAct,
  deferOrder: DeferAct,
  rejectOrder: RejectAct,
  reportNotExecuted: NotExecutedAct,
  contactProvider: ContactAct,
  prepareSheet: SheetAct,
  deliverSheet: DeliverAct,
  executeOrder: ExecuteAct,
};

/** May be done, but is not what the order waits for: lies closed. */
const unasked: readonly ActKey[] = ['deferOrder', 'reportNotExecuted'];

const isAct = (name: string): name is ActKey => name in forms;

type Props = { readonly next: readonly string[]; readonly workOf: (act: ActKey) => Work };

/** What the one who looks may do next, as the API says: the first step lies open, one at a time is. */
export function Acts({ next, workOf }: Props) {
  const { orders } = useWords();
  const acts = next.filter(isAct);
  if (acts.length === 0) return <p class="soft">{orders.nothingNext}</p>;
  return (
    <>
      {acts.map((act, index) => {
        const Form = forms[act];
        return (
          <details key={act} class="act" name="act" open={index === 0 && !unasked.includes(act)}>
            <summary>{orders.acts[act]}</summary>
            <Form work={workOf(act)} />
          </details>
        );
      })}
    </>
  );
}
