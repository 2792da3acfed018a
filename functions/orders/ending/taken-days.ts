import { type Assignment, sharedServices } from '../../../shared/domain/assignment.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';

/** What a provider is to have instead of what it has, among all that is given in the case. */
type Wanted = {
  readonly next: Assignment | undefined;
  readonly given: Assignment | undefined;
  readonly ofCase: readonly Assignment[];
};

/**
 * Days that are added to what a provider had, when another one has them by now for the same service: nobody is served by
 * two (A74).
 */
export function areTaken({ next, given, ofCase }: Wanted): boolean {
  const before = given?.to;
  if (next === undefined || before === null) return false;
  return ofCase.some(
    (one) => one !== given && (before === undefined || one.from > before) && sharedServices(one, next).length > 0,
  );
}

export const refuseTaken = (wanted: Wanted): Result<undefined, 'case-has-order'> =>
  areTaken(wanted) ? refuse('conflict', 'case-has-order') : accept(undefined);
