import type { BuyingPack } from '../buying-pack.ts';
import { allocated, type CostRow } from './allocation.ts';
import { costOf, type PurchaseBasis } from './basis.ts';

/** Where each part of a cost is booked. */
export type CostPlaces = {
  readonly ordering: { readonly unitId: string; readonly costCentre: string };
  /** The unit that performs, where it is the municipality's own. */
  readonly receiving?: { readonly unitId: string; readonly costCentre: string } | undefined;
  /** The finance department of the performer's board, between the two legs (A78). */
  readonly finance: { readonly unitId: string; readonly costCentre: string };
  readonly account: string;
  /** What is owed to who is outside. */
  readonly debt: string;
};

type Leg = Omit<CostRow, 'amountOre'>;

export type CostLegs = {
  /** What stays within the municipality: nothing in all, to the öre. */
  readonly inside: readonly CostRow[];
  /** What goes out to a private performer, and from where. */
  readonly outside: readonly CostRow[];
};

/**
 * The cost of a basis, each purchase rounded once. In one leg from the orderer to the performer (B-30); in two, the
 * performer is paid by its department's finance, and that by the orderer what the first leg was (M-05, A78). A private
 * performer's leg goes out, and the other stays.
 */
export function costLegs(
  basis: PurchaseBasis,
  places: CostPlaces,
  { purchases }: Pick<BuyingPack, 'purchases'>,
): CostLegs {
  const { account, debt } = places;
  const [ordering, finance] = [
    { ...places.ordering, account },
    { ...places.finance, account },
  ];
  const receiving = places.receiving && { ...places.receiving, account };
  const amountOre = costOf(basis) ?? 0;
  const between = (from: Leg, to: Leg): readonly CostRow[] => allocated([{ ordering: from, receiving: to, amountOre }]);
  if (!receiving) {
    const performer = { unitId: basis.receiver.id, costCentre: '', account: debt };
    return { inside: between(ordering, finance), outside: between(finance, performer) };
  }
  if (!purchases.basis.legs) return { inside: between(ordering, receiving), outside: [] };
  return { inside: [...between(finance, receiving), ...between(ordering, finance)], outside: [] };
}
