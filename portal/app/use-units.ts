import { useAsk } from './use-ask.ts';

/** The names of the municipality's own units by their ids; the id itself until they are there. */
export function useUnits(): (id: string) => string {
  const { value } = useAsk('GET /units');
  return (id) => value?.items.find((unit) => unit.id === id)?.name ?? id;
}
