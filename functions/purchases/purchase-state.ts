import { dateOf, type Instant, type LocalDate } from '../../shared/domain/local-time.ts';
import { isFollowUpDue } from './acute/acute-days.ts';
import { agreementOf, signedAt } from './agreements/agreement.ts';
import type { BuyingPack } from './buying-pack.ts';
import type { Facts } from './conditions/conditions.ts';
import { isReady } from './conditions/missing.ts';
import { until } from './extent.ts';
import type { Purchase, PurchaseState } from './purchase.ts';

/** States in which help has not begun and still may, so that the orderer can take the request back. */
const beforeHelp: readonly PurchaseState[] = [
  ...(['requested', 'informed', 'dialogue', 'accepted', 'acute-requested'] as const),
  ...(['registration-ordered', 'registered', 'prepared', 'agreement-signed'] as const),
];
export const isBeforeHelp = ({ state }: Pick<Purchase, 'state'>): boolean => beforeHelp.includes(state);

/** States that wait for a decision. */
const undecided: readonly PurchaseState[] = ['requested', 'informed', 'dialogue', 'acute-requested'];
export const isUndecided = ({ state, decision }: Pick<Purchase, 'state' | 'decision'>): boolean =>
  undecided.includes(state) && decision === undefined;

const withHelp: readonly PurchaseState[] = [
  ...(['active', 'change-requested', 'ending', 'running', 'follow-up-due', 'converted-to-planned'] as const),
];
/** Help is going on. */
export const isUnderWay = ({ state }: Pick<Purchase, 'state'>): boolean => withHelp.includes(state);

const preparable: readonly PurchaseState[] = ['accepted', 'registered', 'prepared', 'agreement-signed'];

/** An accepted purchase as far as what is found in it has brought it: prepared, and then with its agreement (3.2). */
export function settled(purchase: Purchase, facts: Facts, pack: BuyingPack): Purchase {
  if (!preparable.includes(purchase.state) || purchase.mode === 'ACUTE') return purchase;
  const { registration } = pack.purchases;
  const isSigned = signedAt(agreementOf(purchase.agreements, 'PLANNED')) !== undefined;
  if (isSigned && isReady(purchase, facts, pack)) return { ...purchase, state: 'agreement-signed' };
  if (registration) return { ...purchase, state: 'registered' };
  return { ...purchase, state: isReady(purchase, facts, pack, ['agreement-signed']) ? 'prepared' : 'accepted' };
}

/** The last day of help that is known: the agreed one, or the day before the one that notice was given for. */
export function lastHelpDay({ to, notices, ended }: Pick<Purchase, 'to' | 'notices' | 'ended'>): LocalDate | null {
  const ending = notices.findLast(({ after }) => after === undefined);
  const days = [to, ending && until(ending.effective), ended?.on].filter((day) => typeof day === 'string');
  return days.toSorted()[0] ?? null;
}

/** The state as it is now: what the day alone has brought, that nobody has done anything about. */
export function stateOn(purchase: Purchase, now: Instant, pack: BuyingPack): PurchaseState {
  if (!isUnderWay(purchase)) return purchase.state;
  if (purchase.state === 'running' && isFollowUpDue(purchase, now, pack)) return 'follow-up-due';
  const last = lastHelpDay(purchase);
  const isPlanned = purchase.mode === 'PLANNED';
  return isPlanned && last !== null && last < dateOf(now) ? 'closed' : purchase.state;
}
