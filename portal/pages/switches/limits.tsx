import { useWords } from '../../app/language.ts';
import { Deadlines } from '../orders/deadlines.tsx';
import type { SwitchShown } from './work.ts';

/** The times that the switch waits for or has kept, each with why it is that date. */
export function Limits({ of }: { readonly of: SwitchShown['deadlines'] }) {
  const names: Readonly<Record<string, string>> = useWords().switches.deadlines;
  const inOrder = of.toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due));
  return <Deadlines of={inOrder.map((deadline) => ({ ...deadline, text: names[deadline.code] ?? deadline.rule }))} />;
}
