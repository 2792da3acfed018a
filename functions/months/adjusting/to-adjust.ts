import type { Why } from '../../../shared/domain/why.ts';
import type { FeeFigures } from '../fees/fee-figures.ts';
import type { Adjustment } from './adjustment.ts';
import type { FactKind } from './adjustment-rows.ts';

/** A case of a stated month that a fact has reached since, and what it comes to by the month's own rules. */
export type ToAdjust = {
  readonly caseNo: string;
  readonly officerId: string;
  readonly was: number;
  /** Undefined where a person had decided otherwise than was proposed: then nothing is proposed now either. */
  readonly proposed: number | undefined;
  /** No more is charged than is granted. */
  readonly most: number;
  /** `RULES_CHANGED`: what was known when it was stated comes to other minutes today, so nothing is proposed. */
  readonly because: readonly (FactKind | 'RULES_CHANGED')[];
  /** Those of them by which it differs from what was stated; of the others it is as it was again. */
  readonly differs: readonly FactKind[];
  readonly figures: FeeFigures;
  readonly why: readonly Why[];
  /** SHA-256 of what is known of it. */
  readonly known: string;
  /** Already decided, and not yet in a signed report: decided anew it takes its place. */
  readonly standing: Adjustment | undefined;
};
