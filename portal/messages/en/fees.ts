import type { CatalogueShape } from '../catalogue-shape.ts';
import type { fees as sv } from '../sv/fees.ts';
import { figures } from './figures.ts';

export const fees: CatalogueShape<typeof sv> = {
  title: (month) => `Fees ${month}`,
  lead: 'The time of each customer at each provider. Paid time is what the provider is paid for, with paid absence in it.',
  caption: 'Time by customer',
  columns: {
    caseNo: 'Case',
    provider: 'Provider',
    granted: 'Granted',
    performed: 'Performed',
    charged: 'Paid',
    paidAbsence: 'Paid absence',
    unpaidAbsence: 'Unpaid absence',
    absenceDays: 'Days absent',
    state: 'Standing',
  },
  states: { PRELIMINÄR: 'Preliminary', FASTSTÄLLD: 'Settled', JUSTERAD: 'Adjusted' },
  sum: (count) => (count === 1 ? 'Sum of 1 row' : `Sum of ${count} rows`),
  none: 'No provider has handed in the month yet',
  noneText: 'The customers’ time is shown here as soon as the first has.',
  settled: 'All rows are settled',
  preliminary: (count, all) =>
    count === 1 ? `1 of ${all} rows is preliminary` : `${count} of ${all} rows are preliminary`,
  preliminaryText: 'A row is preliminary until the provider’s statement is signed and sent. Until then it may change.',
  save: 'Save as a file (CSV)',
  saveText: 'The same rows, in minutes, for the fee system.',
  shown: (shown, all) => `Showing ${shown} of ${all} rows. The sum is of all of them.`,
  more: (count) => `Show ${count} more`,
  progress: 'How far the providers have come',
  figures,
};
