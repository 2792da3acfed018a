import type { Line } from '../lines/line.ts';
import type { Part } from '../month.ts';

const ofOfficer = (lines: readonly Line[], officerId: string): readonly Line[] =>
  lines.filter((line) => line.officerId === officerId);

/**
 * The officers who have signed for lines that a corrected file changes: it is not taken in over them. Who has signed for
 * other lines keeps what was signed (A30).
 */
export function changesSigned(
  parts: readonly Part[],
  earlier: readonly Line[],
  next: readonly Line[],
): readonly string[] {
  const isKept = ({ officerId }: Part) => {
    const [before, after] = [ofOfficer(earlier, officerId), ofOfficer(next, officerId)];
    return before.length === after.length && after.every(({ decision }) => decision !== undefined);
  };
  return parts.filter((part) => part.report !== undefined && !isKept(part)).map(({ officerId }) => officerId);
}
