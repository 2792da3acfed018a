import type { CatalogueShape } from '../catalogue-shape.ts';
import type { figures as sv } from '../sv/figures.ts';
import { unexecuted } from './unexecuted.ts';

export const figures: CatalogueShape<typeof sv> = {
  title: (month) => `Figures ${month}`,
  lead: 'The time at each provider, without cases. Share is performed of granted, by hand the visits keyed in or changed, late replies the orders confirmed too late. The figures may change until the month’s statement is sent.',
  everyone: 'All providers',
  months: 'Granted and performed, six months',
  bars: 'Outline: granted time. Filled: performed time.',
  byProvider: 'The month at each provider',
  none: 'The month is not open at any provider.',
  unpaid: 'Time that is not paid, by reason',
  deviations: 'Rows of the deviation form, by kind',
  nothing: 'Nothing.',
  kind: 'Kind',
  amount: 'How much',
  columns: {
    month: 'Month',
    provider: 'Provider',
    granted: 'Granted',
    ordered: 'Planned',
    performed: 'Performed',
    charged: 'Paid',
    share: 'Share',
    byHand: 'By hand',
    late: 'Late replies',
  },
  states: {
    open: 'Not handed in',
    received: 'Handed in',
    incomplete: 'Handed in with errors',
    closed: 'Closed, not handed in',
    stated: 'Settled',
  },
  kinds: {
    BOMTID: 'Missed visit',
    AVSAGD: 'Called off',
    'PLANERAD FRÅNVARO': 'Planned absence',
    SJUKHUS: 'Hospital',
    AVLIDEN: 'Death',
    'UTÖKAT BEHOV': 'Greater need',
    ÖVRIGT: 'Other',
  },
  lateOf: (late, asked) => `${late} of ${asked}`,
  save: (month) => `Save ${month} as a file (CSV)`,
  unexecuted,
};
