import { useAsk } from './use-ask.ts';

/** The providers' names by their ids; the id itself until they are there. */
export function useProviders(): (id: string) => string {
  const { value } = useAsk('GET /settings');
  return (id) => value?.providers.find((provider) => provider.id === id)?.name ?? id;
}
