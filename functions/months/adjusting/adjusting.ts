import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { FeeFigures } from '../fees/fee-figures.ts';
import type { Contact } from '../lines/line.ts';
import type { Adjustment } from './adjustment.ts';
import type { FactKind } from './adjustment-rows.ts';

/** Facts that say something of what happened at the customer's, who may tell of it; the others are on paper (A68). */
const aboutWhatHappened: ReadonlySet<string> = new Set<FactKind>([
  'HOSPITAL',
  'ABSENCE',
  'REPORT',
  'FORM',
  'HANDED_IN',
]);

/** Whether the customer's side is to be asked of it: on paper there is nothing that they can tell. */
export const asksCustomer = (because: readonly string[]): boolean => because.some((one) => aboutWhatHappened.has(one));

/** Who is still to be asked before the minutes of a stated month are changed (L-32, A68). */
function notAskedOf(because: readonly string[], contacts: readonly Contact[]): readonly Fault[] {
  const asked = (...who: Contact['with'][]) => contacts.some((contact) => who.includes(contact.with));
  return [
    ...(asksCustomer(because) && !asked('customer', 'relative', 'not-possible')
      ? [{ at: 'body.contacts', code: 'customer-not-asked' }]
      : []),
    ...(asked('provider') ? [] : [{ at: 'body.contacts', code: 'provider-not-asked' }]),
  ];
}

/** What is decided about, as it stands (`ToAdjust`). */
type Standing = {
  readonly caseNo: string;
  readonly officerId: string;
  readonly was: number;
  readonly proposed: number | undefined;
  readonly most: number;
  readonly because: readonly string[];
  readonly differs: readonly string[];
  readonly figures: FeeFigures;
  readonly known: string;
};

type Said = {
  readonly minutes?: number | undefined;
  /** The officer's own mistake is the fact (`DECISION`): she says the minutes. */
  readonly mistake?: boolean | undefined;
  readonly comment?: string | undefined;
  readonly contacts: readonly Contact[];
};

type Refused = 'not-your-line' | 'decision-incomplete' | 'above-granted' | 'nothing-to-adjust';

/**
 * The responsible officer decides what is paid of a case in a month that is stated: as proposed, or anew where a person
 * had decided it, or was wrong. Never above what is granted, never without a word of why.
 */
export function adjust(
  standing: Standing,
  said: Said,
  of: {
    readonly month: Month;
    readonly providerId: string;
    readonly n: number;
    /** Which submission it rests on; 0 where nothing was handed in. */
    readonly version: number;
    /** Whether it has been decided before, and nobody has signed for it. */
    readonly isStanding: boolean;
    /** Whether a task says that something was told of it: that it changes nothing is decided too. */
    readonly isTold: boolean;
    readonly by: { readonly userId: string; readonly caseload: string };
    readonly at: Instant;
  },
): Result<Adjustment, Refused> {
  const { caseNo, officerId, was, proposed, most, because, known } = standing;
  const { month, providerId, n, isStanding, isTold, by, at } = of;
  if (officerId !== by.caseload) return refuse('forbidden', 'not-your-line');
  const reasons = said.mistake ? [...new Set([...because, 'DECISION'])] : because;
  const now = said.minutes ?? (said.mistake ? undefined : proposed);
  const { comment } = said;
  // Nobody is asked of what changes nothing.
  const faults = [
    ...(now === was ? [] : notAskedOf(reasons, said.contacts)),
    ...(comment === undefined ? [{ at: 'body.comment', code: 'comment-missing' }] : []),
  ];
  if (now === undefined)
    return refuse('invalid', 'decision-incomplete', [...faults, { at: 'body.minutes', code: 'minutes-missing' }]);
  if (comment === undefined || faults.length > 0) return refuse('invalid', 'decision-incomplete', faults);
  if (now > Math.max(most, proposed ?? 0)) return refuse('invalid', 'above-granted');
  // Decided before and as it was again: the row is dropped, which nobody has signed for.
  if (now === was && !isStanding && !isTold) return refuse('conflict', 'nothing-to-adjust');
  return accept({
    ...{ month, providerId, n, caseNo, officerId, was, now, known },
    because: [...reasons],
    differs: [...standing.differs],
    figures: { ...standing.figures, version: of.version },
    ...(now === proposed ? {} : { isOtherwise: true as const }),
    comment,
    contacts: [...said.contacts],
    decidedBy: by.userId,
    decidedAt: at,
    state: now === was ? 'dropped' : 'decided',
  });
}
