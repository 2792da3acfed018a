import * as z from 'zod';
import { accept, type Missing, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { type AskedCondition, PurchaseCondition } from '../../../shared/packs/purchase-rules.ts';
import { askedBefore, type BuyingPack, type PurchaseStep } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';
import { type Facts, isMet } from './conditions.ts';

/** What a routine asks before a step, with its rule in words. */
export const ConditionView = z
  .object({ what: PurchaseCondition, rule: z.string(), level: z.enum(['BLK', 'WRN']), text: z.string() })
  .meta({ id: 'PurchaseCondition' });
export type ConditionView = z.infer<typeof ConditionView>;

export const inWords = ({ what, level, rule }: AskedCondition): ConditionView => ({
  ...{ what, rule, level },
  text: sentence(`purchase-${what}`, 'sv'),
});

const withoutName = ({ rule, level, text }: ConditionView): Missing => ({ rule, level, text });

const unmet = (step: PurchaseStep, purchase: Purchase, facts: Facts, pack: BuyingPack): readonly AskedCondition[] =>
  askedBefore(step, purchase, pack).filter(({ what }) => !isMet[what](purchase, facts, pack));

/** What the routine asks before a step and that is not there, each with its rule and in words. */
export const missingBefore = (
  step: PurchaseStep,
  purchase: Purchase,
  facts: Facts,
  pack: BuyingPack,
): readonly Missing[] => unmet(step, purchase, facts, pack).map((one) => withoutName(inWords(one)));

/** Everything that the routine asks before a step, and whether it is there by now. */
export const askedOf = (step: PurchaseStep, purchase: Purchase, facts: Facts, pack: BuyingPack) =>
  askedBefore(step, purchase, pack).map((one) => ({ ...inWords(one), met: isMet[one.what](purchase, facts, pack) }));

/** A refusal that says what is missing. */
export const lacking = <Code extends string>(code: Code, missing: readonly Missing[]): Refusal<Code> => ({
  ...refuse('conflict', code),
  missing,
});

type Blocked = 'condition-missing' | 'acute-without-plan';
type Reasoned = { readonly by: string; readonly at: Facts['at']; readonly reason?: string | undefined };

/**
 * The purchase with a remark for each thing that only asks a reason, and has one. Refused, with all that is missing, while
 * something blocks, or while a reason is asked and none is given; acute help that recurs has a code of its own (H-22).
 */
export function allowed(
  step: PurchaseStep,
  purchase: Purchase,
  facts: Facts,
  pack: BuyingPack,
  { by, at, reason }: Reasoned,
): Result<Purchase, Blocked> {
  const asked = unmet(step, purchase, facts, pack);
  const blocks = asked.filter(({ level }) => level === 'BLK');
  const words = reason?.trim() ?? '';
  if (blocks.length > 0 || (asked.length > 0 && words === '')) {
    const only = blocks.length === 1 ? blocks[0] : undefined;
    return lacking(
      only?.what === 'long-term-plan' ? 'acute-without-plan' : 'condition-missing',
      asked.map((one) => withoutName(inWords(one))),
    );
  }
  const remarks = asked.map(({ rule }) => ({ at, by, rule, words }));
  return accept(remarks.length > 0 ? { ...purchase, remarks: [...purchase.remarks, ...remarks] } : purchase);
}

/** Whether nothing blocks help from beginning; `but` leaves out what is looked at by itself. */
export const isReady = (
  purchase: Purchase,
  facts: Facts,
  pack: BuyingPack,
  but: readonly AskedCondition['what'][] = [],
): boolean => !unmet('start', purchase, facts, pack).some(({ what, level }) => level === 'BLK' && !but.includes(what));
