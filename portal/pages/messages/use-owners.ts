import { useWords } from '../../app/language.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useStaff } from '../../app/use-staff.ts';

/** Whom a message is from or to, in words: `provider:P1` by the provider's name, an officer by name, a role by its own. */
export function useOwners(): (owner: string) => string {
  const { messages, shell } = useWords();
  const providerOf = useProviders();
  const whoIs = useStaff();
  const roles: Readonly<Record<string, string>> = shell.roles;
  return (owner) => {
    const [kind = '', id = ''] = owner.split(':');
    if (kind === 'provider') return providerOf(id);
    if (kind !== 'officer') return roles[kind] ?? messages.system;
    const name = whoIs(id);
    return name === id ? messages.officer(id) : name;
  };
}
