import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Facts } from '../conditions/conditions.ts';
import { allowed } from '../conditions/missing.ts';
import { notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import { isBeforeHelp, isUndecided, isUnderWay, lastHelpDay } from '../purchase-state.ts';

/** Two at a time are ordered as such (H-03). */
const double = ['DOUBLE_STAFFING', 'FALL_DOUBLE'];

/**
 * Whether the same help goes on already by another purchase of the case: a day is one purchase's for each service, unless
 * two at a time were ordered (A74). Acute help may come beside planned help.
 */
function isDoneBeside(purchase: Purchase, day: LocalDate, { beside = [] }: Omit<Facts, 'at'>): boolean {
  if (double.includes(purchase.grounds.code)) return false;
  const codes = purchase.services.map(({ code }) => code);
  return beside.some((other) => {
    const last = lastHelpDay(other);
    const isOn = isUnderWay(other) && other.begun !== undefined && (last === null || day <= last);
    return isOn && other.mode === purchase.mode && other.services.some(({ code }) => codes.includes(code));
  });
}

type CannotStart =
  | ('purchase-not-found' | 'not-your-side' | 'purchase-begun' | 'purchase-over' | 'purchase-not-accepted')
  | (
      | 'start-ahead'
      | 'start-before-order'
      | 'purchase-beside'
      | 'condition-missing'
      | 'acute-without-plan'
      | 'customer-dead'
    );

/**
 * The performer has begun, at an instant: what the routine asks first was there by then, such as both signatures (H-17:
 * 08:00 is too early for one at 08:30, E44), risk assessments (H-39) or a registration (M-08). Acute help may begin
 * without a decision, and not again without a plan (H-22). What blocks is said with its rule in words. Nobody who has died
 * gets help (A80).
 */
export function beginHelp(
  purchase: Purchase,
  { visitAt, reason }: { readonly visitAt: Instant; readonly reason?: string | undefined },
  actor: PurchaseActor,
  facts: Omit<Facts, 'at'>,
  pack: BuyingPack,
): Result<Purchase, CannotStart> {
  const refused = notOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  if (purchase.begun) return refuse('conflict', 'purchase-begun');
  if (!isBeforeHelp(purchase)) return refuse('conflict', 'purchase-over');
  if (purchase.mode === 'PLANNED' && isUndecided(purchase)) return refuse('conflict', 'purchase-not-accepted');
  if (visitAt > actor.at) return refuse('invalid', 'start-ahead', [{ at: 'body.at', code: 'start-ahead' }]);
  const day = dateOf(visitAt);
  if (day < purchase.from)
    return refuse('invalid', 'start-before-order', [{ at: 'body.at', code: 'start-before-order' }]);
  const last = lastHelpDay(purchase);
  if (last !== null && last < day) return refuse('conflict', 'purchase-over');
  if (facts.diedOn !== undefined) return refuse('conflict', 'customer-dead');
  const { at, userId: by } = actor;
  if (isDoneBeside(purchase, day, facts)) return refuse('conflict', 'purchase-beside');
  const may = allowed('start', purchase, { ...facts, at: visitAt }, pack, { at, by, reason });
  if (!may.ok) return may;
  return accept({ ...may.value, state: purchase.mode === 'ACUTE' ? 'running' : 'active', begun: { at, by, visitAt } });
}
