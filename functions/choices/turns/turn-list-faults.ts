import type { Fault } from '../../../shared/domain/result.ts';
import type { Numbered } from '../../../shared/domain/turn-list.ts';

type Approved = { readonly id: string; readonly ended: boolean };

/** What is wrong with a list that an officer draws up: every approved provider once (L-06), every number once (L-07). */
export function listFaults(
  numbers: readonly Numbered[],
  first: string | undefined,
  approved: readonly Approved[],
): readonly Fault[] {
  const known = new Set(approved.map(({ id }) => id));
  const seen = { provider: new Set<unknown>(), number: new Set<unknown>() };
  const repeated = (at: string, field: keyof Numbered, place: Numbered): readonly Fault[] => {
    const again = seen[field].has(place[field]);
    seen[field].add(place[field]);
    if (!again) return [];
    if (field === 'number') return [{ at: `${at}.number`, code: 'number-taken' }];
    return [{ at: `${at}.providerId`, code: 'provider-twice' }];
  };
  const faults = numbers.flatMap((place, index) => {
    const at = `body.providers.${index}`;
    const unknown: readonly Fault[] = known.has(place.provider)
      ? []
      : [{ at: `${at}.providerId`, code: 'unknown-provider' }];
    return [...unknown, ...repeated(at, 'provider', place), ...repeated(at, 'number', place)];
  });
  const isMissing = approved.some(({ id, ended }) => !ended && !seen.provider.has(id));
  const missing: readonly Fault[] = isMissing ? [{ at: 'body.providers', code: 'provider-not-listed' }] : [];
  const stranger: readonly Fault[] =
    first === undefined || seen.provider.has(first) ? [] : [{ at: 'body.first', code: 'unknown-provider' }];
  return [...faults, ...missing, ...stranger];
}
