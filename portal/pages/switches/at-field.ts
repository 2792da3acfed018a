import type { Outcome } from '../../api/outcome.ts';

/**
 * A refusal about what was written, told at the field that it is about: a case that is not there, or has a switch
 * already, is no colleague who was first.
 */
export function atField<A>(outcome: Outcome<A>, fieldOf: (code: string) => string): Outcome<A> {
  if (outcome.ok || outcome.title === undefined) return outcome;
  if (outcome.kind !== 'conflict' && outcome.kind !== 'missing') return outcome;
  const { code, title } = outcome;
  return { ...outcome, kind: 'invalid', faults: [{ at: fieldOf(code), code, message: title }] };
}
