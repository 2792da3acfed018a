import { useWords } from '../../app/language.ts';
import { useProviders } from '../../app/use-providers.ts';

/** Whom a message is from or to, in words: `provider:P1` by the provider's name, an officer by id, a role by its own. */
export function useOwners(): (owner: string) => string {
  const { messages, shell } = useWords();
  const providerOf = useProviders();
  const roles: Readonly<Record<string, string>> = shell.roles;
  return (owner) => {
    const [kind = '', id = ''] = owner.split(':');
    if (kind === 'provider') return providerOf(id);
    return kind === 'officer' ? messages.officer(id) : (roles[kind] ?? messages.system);
  };
}
