import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useUnits } from '../../app/use-units.ts';

type Staff = Pick<AnswerOf<'GET /people/staff'>['items'][number], 'providerId' | 'unitId' | 'unit'>;

/** Where somebody holds a role: at a provider or in the municipality, at which of its units, and what the house calls the place. */
export function usePlace(): (one: Staff) => string {
  const { staff } = useWords().administration;
  const [providerOf, unitOf] = [useProviders(), useUnits()];
  return ({ providerId, unitId, unit }) =>
    [
      providerId === undefined ? staff.municipality : providerOf(providerId),
      ...(unitId === undefined ? [] : [unitOf(unitId)]),
      ...(unit === undefined ? [] : [unit]),
    ].join(', ');
}
