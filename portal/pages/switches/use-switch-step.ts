import { useDraft } from '../../app/use-draft.ts';
import type { SwitchForm, SwitchShown } from './switch-form.ts';

/** What the form of a step begins with: its draft, whose switch it is, and that the draft goes once the step is taken. */
export function useSwitchStep<Draft extends object>(work: SwitchForm, key: string, initial: Draft) {
  const { id, version } = work.one;
  const [draft, change, forget] = useDraft<Draft>(`switch/${id}/${key}`, initial);
  function onDone(one: SwitchShown, next: number | undefined) {
    forget();
    work.onDone(one, next);
  }
  return { draft, change, path: { switchId: id }, version, form: { ...work, id: key, onDone } };
}
