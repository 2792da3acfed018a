import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Line } from '../lines/line.ts';
import type { Part } from '../month.ts';

/** Everybody who has decided some of the lines, as they are now. */
const decidersOf = (lines: readonly Line[]): readonly string[] => lines.flatMap(({ decision }) => decision?.by ?? []);

/**
 * Everybody who has had a hand in a provider's month: decided a line or signed a report of it, also one that was
 * decided again, taken back or corrected since. By id, each once.
 */
export function handsIn(parts: readonly Part[], lines: readonly Line[] = []): readonly string[] {
  const inParts = parts.flatMap(({ decidedBy = [], report, withdrawn = [] }) => [
    ...decidedBy,
    ...(report ? [report.by] : []),
    ...withdrawn.map(({ by }) => by),
  ]);
  return [...new Set([...inParts, ...decidersOf(lines)])];
}

/**
 * Four eyes are two people (A72): who has decided a line or signed a report of a provider's month does not send its
 * statement, in any role, nor as anybody's deputy.
 */
export const fourEyes = (
  { userId }: { readonly userId: string },
  parts: readonly Part[],
  lines: readonly Line[],
): Result<undefined, 'four-eyes'> =>
  handsIn(parts, lines).includes(userId) ? refuse('conflict', 'four-eyes') : accept(undefined);
