import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { Failure } from '../../api/outcome.ts';
import { store, useStore } from '../../app/store.ts';
import { activeRole } from '../../sign-in/session.ts';

/** What a customer is called in a list: a name, that it is protected, or nothing where nobody is written in. */
export type ListName = { readonly name?: string; readonly protected?: true };

/** Whether the names are to stand in one's own lists: asked for by a press, for as long as the window is open. */
const wanted = store(false);
/** In memory and nowhere else; what has been read once is not read, and logged, again. */
const known = store<Readonly<Record<string, ListName>>>({});

/** So many the API takes at a time; each is one reading. */
const atOnce = 100;

/** The names of the customers of an officer's own list, once they have been asked for. */
export function useNames(caseNos: readonly string[], reason: string) {
  const isWanted = useStore(wanted);
  const names = useStore(known);
  const [failure, setFailure] = useState<Failure>();
  const missing = [...new Set(caseNos)].filter((caseNo) => !(caseNo in names)).slice(0, 5 * atOnce);
  const mayRead = activeRole() === 'officer';
  async function read(): Promise<void> {
    setFailure(undefined);
    for (let at = 0; at < missing.length; at += atOnce) {
      const part = missing.slice(at, at + atOnce);
      const outcome = await ask('POST /people/identities', { body: { caseNos: part, reason } });
      if (!outcome.ok) return setFailure(outcome);
      const nobody = Object.fromEntries(part.map((caseNo): [string, ListName] => [caseNo, {}]));
      const read = Object.fromEntries(outcome.value.items.map(({ caseNo, ...one }) => [caseNo, one]));
      known.set({ ...known.get(), ...nobody, ...read });
    }
  }
  useEffect(() => {
    if (mayRead && isWanted && missing.length > 0) read();
  }, [isWanted, missing.join(' ')]);
  return { mayRead, isShown: mayRead && isWanted, names, failure, show: () => wanted.set(true) };
}
