import type { Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Rate, rateInForce } from '../../months/door.ts';
import { agreementOf, signedAt } from '../agreements/agreement.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';

/** What an hour costs, and what says so: the agreement, or the council's decision by its reference. */
export type HourPrice = {
  readonly orePerHour: number;
  readonly by: 'RATE' | 'AGREEMENT';
  readonly decision?: string;
};

type DecidedRate = Rate & { readonly decision?: string | undefined };

/** The price that a signed agreement names, that of the planned help before the one signed afterwards. */
function agreedPrice({ agreements }: Purchase): number | undefined {
  const signed = (['PLANNED', 'AFTERWARDS'] as const)
    .map((use) => agreementOf(agreements, use))
    .filter((one) => signedAt(one) !== undefined);
  return signed.find((one) => one?.orePerHour !== undefined)?.orePerHour;
}

/**
 * The price of a month's hours: the agreement's where the routine pays by it and it names one, else the rate in force in
 * the month for hours bought of the performer's kind.
 */
export function hourPrice(
  purchase: Purchase,
  month: Month,
  rates: readonly DecidedRate[],
  { params }: Pick<BuyingPack, 'params'>,
): Result<HourPrice, 'no-rate'> {
  const agreed = params.payBasis === 'AGREEMENT' ? agreedPrice(purchase) : undefined;
  if (agreed !== undefined) return accept({ orePerHour: agreed, by: 'AGREEMENT' });
  const rate = rateInForce(rates, month, purchase.receiver.kind, 'PURCHASE');
  if (!rate) return refuse('conflict', 'no-rate');
  const { orePerHour, decision } = rate;
  return accept({ orePerHour, by: 'RATE', ...(decision === undefined ? {} : { decision }) });
}
