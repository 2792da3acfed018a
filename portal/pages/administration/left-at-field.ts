import type { Outcome } from '../../api/outcome.ts';
import { atField } from '../switches/at-field.ts';

/** As `atField`, but what somebody still has to do keeps its own sentences: how much of each is left. */
export function leftAtField<A>(outcome: Outcome<A>, field: string): Outcome<A> {
  if (outcome.ok || outcome.code !== 'work-left') return atField(outcome, () => field);
  const told = outcome.faults.filter(({ code }) => code !== 'case-not-moved');
  return { ...outcome, kind: 'invalid', faults: told.map((fault) => ({ ...fault, at: field })) };
}
