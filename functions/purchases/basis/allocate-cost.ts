import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-date.ts';
import { dateOf, swedishMonth } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { answeredWith } from '../../../shared/http/spec.ts';
import { bookingPlaces, queueVoucher, type Voucher } from '../../bookings/door.ts';
import { CostRow, checkedAllocation, differenceTo, movedBetweenUnits } from './allocation.ts';
import { minutesOf, type PurchaseBasis } from './basis.ts';
import { basisTaken, toldInside } from './basis-act-step.ts';
import { costLegs } from './cost-places.ts';
import { loadBasis, partiesOfBasis } from './load-month-basis.ts';
import { isOutside, notAllocatable } from './settling.ts';

/** What is to be booked of a basis now, where anything is: the difference to what has been. */
function voucherOf(
  next: PurchaseBasis,
  rows: readonly CostRow[],
  at: string,
  dims: Readonly<Record<string, string>>,
): Voucher | undefined {
  const minutes = minutesOf(next) - next.bookedMinutes;
  const [first, second] = rows;
  if (!first || !second) return undefined;
  const text = `Köpta timmar ${swedishMonth(next.month)}`;
  return {
    id: `${next.id}-${next.time}`,
    of: {
      ...{ kind: 'purchase-basis', basisId: next.id, time: next.time, month: next.month },
      purchaseIds: next.lines.map(({ purchaseId }) => purchaseId),
    },
    date: dateOf(at),
    text: next.bookedMinutes > 0 || next.booked.length > 0 ? `Rättelse, ${text.toLowerCase()}` : text,
    rows: rows.map(({ costCentre, account, amountOre }) => ({
      ...{ account, amountOre, minutes, text: `${minutes} minuter` },
      dims: { ...dims, ...(costCentre === '' ? {} : { 1: costCentre }) },
    })),
    queuedAt: at,
  };
}

/**
 * The economist puts a month's cost in its places (B-30): as it falls by itself, or in other accounts and cost centres of
 * the same units. Its minutes are the basis's, what stays in the municipality comes to nothing, and what is booked of a
 * corrected basis is the difference.
 */
export const allocateCost = endpoint({
  summary: 'Allocate the cost of a month’s bought hours between cost centres',
  path: z.object({ month: Month, basisId: SafeId }),
  body: z.strictObject({
    minutes: z.int().min(0).max(10_000_000).optional().meta({ description: 'The basis’s; by itself when left out' }),
    rows: z
      .array(CostRow)
      .min(2)
      .max(100)
      .optional()
      .meta({ description: 'Other accounts or cost centres of the same units; as the cost falls when left out' }),
  }),
  answer: z
    .object({
      rows: z.array(CostRow),
      sumOre: z.int(),
      minutes: z.int(),
      outside: z.array(CostRow).meta({ description: 'The leg that goes out to a private performer' }),
      booked: z.array(CostRow).meta({ description: 'What waits to be booked now: of a correction the difference' }),
      basisId: z.string(),
    })
    .meta({ id: 'CostAllocation' }),
  async run({ path, body, caller, at, ifMatch }, deps) {
    const own = await loadBasis(path, { caller, at, ifMatch }, deps);
    if (!own.ok) return own;
    const { stored, pack, settings, actor } = own.value;
    const basis = stored.entity;
    const refused = notAllocatable(basis, actor, pack);
    if (refused) return refused;
    const { ordering, receiving } = await partiesOfBasis(basis, deps);
    const { account, debt, finance, dims } = bookingPlaces(settings);
    const places = {
      ...{ account, debt, finance },
      ordering: { unitId: basis.orderingUnitId, costCentre: ordering?.costCentre ?? '' },
      ...(!isOutside(basis)
        ? { receiving: { unitId: basis.receiver.id, costCentre: receiving?.costCentre ?? '' } }
        : {}),
    };
    const legs = costLegs(basis, places, pack);
    const rows = body.rows ?? legs.inside;
    const minutes = body.minutes ?? minutesOf(basis);
    const checked = checkedAllocation(rows, minutes, { accepted: true, minutes: minutesOf(basis) });
    if (!checked.ok) return checked;
    const moved = movedBetweenUnits(rows, legs.inside);
    if (moved.length > 0) return refuse('invalid', 'amount-differs', moved);
    const stands = [...rows, ...legs.outside];
    const booked = differenceTo(basis.booked, stands);
    const voucher = voucherOf(basis, booked, at, dims);
    const next: PurchaseBasis = {
      ...basis,
      state: 'allocated',
      allocated: { at, by: caller.userId, rows: [...rows], minutes },
      ...{ booked: stands, bookedMinutes: minutes },
    };
    const amountOre = rows.reduce((sum, row) => sum + Math.max(0, row.amountOre), 0);
    const taken = await basisTaken(
      next,
      own.value,
      {
        row: { event: 'basis-allocated', rule: pack.purchases.basis.allocation },
        meets: ['D39'],
        letters: toldInside(
          next,
          ['ORDERING', 'PERFORMER'],
          { kind: 'N43', variant: 'allocated', amountOre },
          own.value,
          deps,
        ),
        also: voucher ? queueVoucher(voucher, deps) : {},
      },
      deps,
    );
    const answer = { rows: [...rows], sumOre: checked.value.sumOre, minutes, outside: [...legs.outside], booked };
    return answeredWith(taken, { ...answer, basisId: basis.id });
  },
});
