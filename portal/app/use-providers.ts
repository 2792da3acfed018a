import type { Role } from '../../shared/domain/roles.ts';
import { activeRole } from '../sign-in/session.ts';
import { useAsk } from './use-ask.ts';

/** Who may see all that is known of them; everybody else is told what the public is. */
const insiders: readonly (Role | undefined)[] = [
  ...(['officer', 'head', 'fee-officer', 'administrator', 'provider', 'provider-manager'] as const),
];

/** The providers' names by their ids; the id itself until they are there. */
export function useProviders(): (id: string) => string {
  const { value } = useAsk(insiders.includes(activeRole()) ? 'GET /settings' : 'GET /settings/public');
  return (id) => value?.providers.find((provider) => provider.id === id)?.name ?? id;
}
