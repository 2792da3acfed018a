import type * as z from 'zod';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { AskedCondition, Grounds, PurchaseRules } from '../../shared/packs/purchase-rules.ts';
import type { Purchase } from './purchase.ts';

/** A pack that buys hours between departments: what every step of a purchase is asked of. */
export type BuyingPack = Pack & { readonly purchases: PurchaseRules };

/** The pack as one that buys; refused for a routine that has no purchases. */
export function buying(pack: Pack): Result<BuyingPack, 'not-in-routine'> {
  const { purchases } = pack;
  return purchases ? accept({ ...pack, purchases }) : refuse('invalid', 'not-in-routine');
}

type Mode = Pick<Purchase, 'mode'>;

/** The reasons that the routine names for help of this kind. */
export const groundsOf = ({ mode }: Mode, { acute, purchases }: BuyingPack): z.output<typeof Grounds> =>
  mode === 'ACUTE' && acute ? acute.grounds : purchases.request.grounds;

/** A step that the routine asks conditions before; `no` is a decision that declines. */
export type PurchaseStep = 'request' | 'decision' | 'no' | 'start';

/** What is asked before a request is sent, before it is decided either way, and before help begins. */
export function askedBefore(
  step: PurchaseStep,
  { mode }: Mode,
  { acute, purchases }: BuyingPack,
): readonly AskedCondition[] {
  if (step === 'no') return purchases.decision.beforeNo;
  if (step === 'decision') return purchases.decision.conditions;
  if (mode === 'ACUTE' && acute) return acute[step];
  return step === 'request' ? purchases.request.conditions : purchases.start;
}
