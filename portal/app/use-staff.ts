import { useEffect } from 'preact/hooks';
import { send } from '../api/client.ts';
import { session } from '../sign-in/session.ts';
import { useWords } from './language.ts';
import { store, useStore } from './store.ts';

/** What people are called, by their ids: asked for once a role, in memory alone. */
const names = store<Readonly<Record<string, string | undefined>>>({});
let askedAs: string | undefined;

/** What somebody is called by their id; the id itself for who has no name, or until it is there. */
export function useStaff(): (id: string) => string {
  const { shell } = useWords();
  const known = useStore(names);
  const role = useStore(session).me?.role;
  useEffect(() => {
    if (role === undefined || askedAs === role) return;
    askedAs = role;
    send('GET /people/staff', {}, {}).then((outcome) => {
      if (outcome.ok) names.set(Object.fromEntries(outcome.value.items.map(({ userId, name }) => [userId, name])));
      // The ids are shown as they are, and the next page asks again.
      else askedAs = undefined;
    });
  }, [role]);
  return (id) => {
    if (id === 'system') return shell.system;
    // By mail from an address that is no person's own, it was the provider (S-30).
    return known[id] ?? (id.startsWith('epost-') ? shell.byMail : id);
  };
}
