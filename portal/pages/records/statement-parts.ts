import type { StatementContent } from '../../../functions/months/statement/statement.ts';

type Line = StatementContent['lines'][number];

export const unpaidOf = ({ unpaid }: Pick<Line, 'unpaid'>): number =>
  Object.values(unpaid).reduce((sum, minutes) => sum + minutes, 0);

/** A statement's lines under the headings that say what is so of each: every line of a heading, and no other. */
export const partsOf = (lines: readonly Line[]) => ({
  /** Minutes that were handed in and are not paid, however the line was decided: most often as proposed. */
  notPaid: lines.filter((line) => unpaidOf(line) > 0),
  /** Everything handed in is paid, and yet there is something to say: another decision, minutes added (L-44), a comment. */
  remarked: lines.filter(
    (line) => unpaidOf(line) === 0 && (line.decision !== 'APPROVED' || line.topUp > 0 || Boolean(line.comment)),
  ),
});

/** The minutes that are to stand on the invoice: its own, and those by which it adjusts earlier months (L-40). */
export const minutesToInvoice = ({
  totalMinutes,
  adjustments = [],
}: {
  readonly totalMinutes: number;
  readonly adjustments?: readonly { readonly minutes: number }[] | undefined;
}): number => adjustments.reduce((sum, { minutes }) => sum + minutes, totalMinutes);
