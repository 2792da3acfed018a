import type { BookingPlan, Buyer } from '../../shared/domain/booking-plan.ts';
import type { Bookkeeper } from './export-lines.ts';

/** Where a municipality has not said how it books: the accounts that Kommun-Bas has for bought care and for suppliers. */
const usual = { series: 'H', chart: 'KBAS', account: '4642', debt: '2440', finance: 'EKONOMI' } as const;

type Chosen = {
  readonly municipality: string;
  readonly buyer?: Buyer | undefined;
  readonly booking?: BookingPlan | undefined;
};

/** Who books, as the municipality has said it. */
export const bookkeeperOf = ({ municipality, buyer, booking }: Chosen): Bookkeeper => ({
  name: buyer?.name ?? municipality,
  orgNo: buyer?.orgNo,
  series: booking?.series ?? usual.series,
  chart: booking?.chart ?? usual.chart,
});

/** By which accounts and places hours bought between departments are booked. */
export const bookingPlaces = ({ booking }: Pick<Chosen, 'booking'>) => ({
  account: booking?.cost.account ?? usual.account,
  dims: booking?.cost.dims ?? {},
  debt: booking?.debt.account ?? usual.debt,
  finance: booking?.finance ?? { unitId: usual.finance, costCentre: '' },
});
