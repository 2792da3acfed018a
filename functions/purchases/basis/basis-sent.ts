import { accept, type Missing, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';

type Sent = {
  readonly form: string;
  readonly to: readonly string[];
};

/**
 * A month's basis goes to all whom the routine names, such as administrator and economist both (B-26, B-28), or to finance
 * (M-17), on the form that it names (M-18). One that leaves somebody out goes to nobody.
 */
export function sentBasis(
  { form, to }: Sent,
  { purchases: { basis } }: Pick<BuyingPack, 'purchases'>,
): Result<readonly string[], 'condition-missing' | 'wrong-form'> {
  if (basis.form && basis.form.id !== form)
    return refuse('invalid', 'wrong-form', [{ at: 'body.form', code: 'wrong-form' }]);
  const missing: Missing = { rule: basis.toRule, level: 'BLK', text: sentence('purchase-basis-recipients', 'sv') };
  return basis.to.every((role) => to.includes(role)) ? accept(basis.to) : lacking('condition-missing', [missing]);
}
