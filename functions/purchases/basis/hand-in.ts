import { dateOf, type Month, monthOf } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { PurchaseActor } from '../party.ts';
import { costOf, minutesOf, mostLines, type PurchaseBasis } from './basis.ts';
import type { UnitsLines } from './month-lines.ts';

/** Only a month that is over is handed in: the rest of it is still to be worked. */
export const notOver = (month: Month, { at }: Pick<PurchaseActor, 'at'>) =>
  month < monthOf(dateOf(at)) ? undefined : refuse('conflict', 'month-not-ended');

type HandedInNow = Pick<PurchaseBasis, 'month' | 'receiver' | 'handedIn'>;

type Price = PurchaseBasis['lines'][number]['price'];
const priceOf = (price: Price) => (price ? { price } : {});

const isSettled = ({ state }: PurchaseBasis): boolean =>
  state === 'accepted' || state === 'invoiced' || state === 'allocated';

/**
 * A unit's basis as it is handed in: the first of its month, one in the place of what has not been accepted, or a
 * correction of what has. What was booked is kept, so that a correction books the difference and nothing anew.
 */
export function handedInOver(
  standing: PurchaseBasis | undefined,
  id: string,
  { orderingUnitId, pack, lines, held }: UnitsLines,
  now: HandedInNow,
): Result<PurchaseBasis, 'too-many-lines'> {
  if (lines.length + held.length > mostLines) return refuse('invalid', 'too-many-lines');
  const cost = standing && isSettled(standing) ? costOf(standing) : undefined;
  const corrected =
    standing && isSettled(standing)
      ? { time: standing.time, minutes: minutesOf(standing), ...(cost === undefined ? {} : { amountOre: cost }) }
      : standing?.corrects;
  const prices = new Map(standing?.lines.map(({ purchaseId, price }) => [purchaseId, price]));
  return accept({
    ...now,
    id: standing?.id ?? id,
    ...{ pack: pack.name, orderingUnitId, state: 'handed-in' },
    // A price that was fixed stays: a correction is of minutes, never of what a month's hour costs.
    lines: lines.map((line) => ({ ...line, ...priceOf(prices.get(line.purchaseId)) })),
    time: (standing?.time ?? 0) + 1,
    held: held.map(({ purchaseId, performed, rule }) => ({ purchaseId, performed, rule })),
    ...(corrected ? { corrects: corrected } : {}),
    booked: standing?.booked ?? [],
    bookedMinutes: standing?.bookedMinutes ?? 0,
    invoicedOre: standing?.invoicedOre ?? 0,
  });
}

/** Whether what stands is to be kept for good before it is corrected. */
export const isKeptBefore = (standing: PurchaseBasis | undefined): standing is PurchaseBasis =>
  standing !== undefined && isSettled(standing);
