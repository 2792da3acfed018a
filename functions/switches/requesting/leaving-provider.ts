import { type Assignment, goesOn } from '../../../shared/domain/assignment.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';

/**
 * The provider that is left: the one named, else the one that the customer has today or will have next (S-42). Of several
 * that have the customer at once, as by day and at night, somebody must say which (A74).
 */
export function leavingProvider(
  assignments: readonly Assignment[],
  named: string | undefined,
  today: LocalDate,
  language: string,
): Result<string, 'case-without-provider' | 'bad-request'> {
  const coming = assignments
    .filter((assignment) => goesOn(assignment, today))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const [next] = coming;
  if (!next) return refuse('conflict', 'case-without-provider');
  const first = next.from > today ? next.from : today;
  const idsOf = (some: readonly Assignment[]) => [...new Set(some.map(({ providerId }) => providerId))].toSorted();
  const at = 'body.leavingProviderId';
  const refused = (code: string, ids: readonly string[]) =>
    refuse('invalid', 'bad-request', [{ at, code, message: sentence(code, language, { providers: ids.join(', ') }) }]);
  if (named !== undefined) {
    const all = idsOf(coming);
    return all.includes(named) ? accept(named) : refused('not-providers-case', all);
  }
  const candidates = idsOf(coming.filter(({ from }) => from <= first));
  return candidates.length === 1 ? accept(next.providerId) : refused('leaving-provider-unsaid', candidates);
}
