import { noFigures } from '../fees/fee-figures.ts';
import { figuresOf, type Line } from '../lines/line.ts';
import type { JudgedCase } from './adjust-month.ts';
import type { Adjustment } from './adjustment.ts';
import type { FactKind } from './adjustment-rows.ts';
import type { ToAdjust } from './to-adjust.ts';
import { noFacts, whatDiffers } from './what-differs.ts';

/** One case of a stated month: as it was judged when it was stated, as it is now, and what has been decided of it since. */
export type StandingOf = {
  readonly caseNo: string;
  readonly officerId: string;
  readonly was: JudgedCase | undefined;
  readonly is: JudgedCase | undefined;
  /** Its line in the statement; a case that has come to the month since has none. */
  readonly line: Line | undefined;
  readonly adjustments: readonly Adjustment[];
  /** SHA-256 of what was known when it was stated, and of what is known now. */
  readonly knownThen: string;
  readonly known: string;
};

const isAsProposed = ({ proposal, decision }: Line): boolean =>
  (decision?.charged ?? proposal.charged) === proposal.charged;

/** Whether what was known when it was stated comes to other minutes today: then it is no fact that changes them. */
const rulesChanged = ({ line, was }: StandingOf): boolean =>
  line !== undefined && was !== undefined && line.proposal.charged !== was.charged;

/**
 * Where a case stands: `reached` when something is known of it that was not when it was last decided. Nothing is proposed
 * where a person had decided otherwise than was proposed, nor where the rules have changed (`RULES_CHANGED`).
 */
export function caseStanding(of: StandingOf): { readonly reached: boolean; readonly toAdjust: ToAdjust } {
  const { caseNo, officerId, was, is, line, adjustments, knownThen, known } = of;
  const live = adjustments.filter(({ state }) => state !== 'dropped');
  const latest = adjustments.toSorted((one, other) => (one.decidedAt < other.decidedAt ? -1 : 1)).at(-1);
  const standing = live.find(({ state }) => state === 'decided');
  const stood = live
    .filter((one) => one !== standing)
    .reduce((sum, one) => sum + one.now - one.was, line ? figuresOf(line).charged : 0);
  const isOtherwise =
    (line !== undefined && !isAsProposed(line)) ||
    live.some((one) => one !== standing && one.isOtherwise === true) ||
    rulesChanged(of);
  const differs = whatDiffers(was?.facts ?? noFacts, is?.facts ?? noFacts);
  // What was told and is undone again is as it was; what it was about is still the reason.
  const told = (latest?.differs ?? latest?.because ?? []) as readonly FactKind[];
  const facts = [...new Set([...told.filter((kind) => !differs.includes(kind)), ...differs])];
  return {
    reached: known !== (latest?.known ?? knownThen),
    toAdjust: {
      ...{ caseNo, officerId, was: stood, known, standing },
      proposed: isOtherwise ? undefined : (is?.charged ?? 0),
      most: is?.granted ?? 0,
      differs,
      figures: is?.figures ?? noFigures,
      because: rulesChanged(of) ? [...facts, 'RULES_CHANGED'] : facts,
      why: is?.why ?? [],
    },
  };
}
