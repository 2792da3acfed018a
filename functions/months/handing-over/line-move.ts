import type { Line } from '../lines/line.ts';
import type { Part, ProviderMonth } from '../month.ts';
import { handsIn } from '../signing/four-eyes.ts';
import { partOf } from '../signing/submission.ts';

type Chunks = ProviderMonth['chunks'];
type Chunk = Chunks[number];

/** The chunk as the month's head names it: by its first and last case. */
const named = ({ officerId, n }: Pick<Chunk, 'officerId' | 'n'>, lines: readonly Line[]): readonly Chunk[] => {
  const [first, last] = [lines[0]?.caseNo, lines.at(-1)?.caseNo];
  return first === undefined || last === undefined ? [] : [{ officerId, n, first, last }];
};

const isSame = (one: Pick<Chunk, 'officerId' | 'n'>, other: Pick<Chunk, 'officerId' | 'n'>): boolean =>
  one.officerId === other.officerId && one.n === other.n;

type Piece = { readonly officerId: string; readonly n: number; readonly lines: readonly Line[] };

/** The month's head once some pieces have become others: which chunk holds which cases, and whose month it is. */
export function headAfter(month: ProviderMonth, pieces: readonly Piece[], officers: readonly string[]): ProviderMonth {
  const others = month.chunks.filter((chunk) => !pieces.some((piece) => isSame(piece, chunk)));
  const chunks = [...others, ...pieces.flatMap((piece) => named(piece, piece.lines))];
  return { ...month, officers: [...officers].sort(), chunks };
}

/** The number of the next chunk of an officer's. */
export const nextChunk = (chunks: Chunks, officerId: string): number =>
  Math.max(-1, ...chunks.filter((one) => one.officerId === officerId).map(({ n }) => n)) + 1;

export const inOrder = (lines: readonly Line[]): readonly Line[] =>
  lines.toSorted((one, other) => (one.caseNo < other.caseNo ? -1 : 1));

/**
 * Two officers' parts once a line has gone from one to the other. What was decided stands; the part that has no line left
 * is gone. Who has had a hand in either still has (A72), and what was taken back is still to be replaced.
 */
export function partsAfter(
  from: Part,
  to: Part | undefined,
  line: Line,
): { readonly from: Part | undefined; readonly to: Part } {
  const [gone, come] = [partOf(from.officerId, from.submissionId, [line]), { ...line, officerId: to?.officerId ?? '' }];
  const one = partOf(come.officerId, from.submissionId, [come]);
  const left = from.lines - gone.lines;
  const withdrawn = [...(to?.withdrawn ?? []), ...(left === 0 ? (from.withdrawn ?? []) : [])];
  const base = to ?? { ...one, lines: 0, undecided: 0, asked: 0 };
  return {
    from:
      left === 0
        ? undefined
        : { ...from, lines: left, undecided: from.undecided - gone.undecided, asked: from.asked - gone.asked },
    to: {
      ...base,
      lines: base.lines + 1,
      undecided: base.undecided + one.undecided,
      asked: base.asked + one.asked,
      decidedBy: [...handsIn([from, ...(to ? [to] : [])], [line])],
      ...(withdrawn.length > 0 ? { withdrawn } : {}),
    },
  };
}
