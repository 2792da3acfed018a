import { examplePrint } from './example-print.ts';
import type { PackData } from './pack.ts';
import type { OrderRules } from './routine-rules.ts';

/** The same for every provider: one order, one clock. */
const orders: OrderRules = {
  placed: 'L-10',
  letter: 'N01',
  registered: 'L-09',
  mode: 'L-02',
  informed: 'L-01',
  handedOver: 'L-03',
  confirmed: 'L-12',
  urgentTurn: 'L-14',
  urgentExisting: 'L-14',
  firstVisit: 'L-16',
  notExecuted: 'L-16',
  lateHour: 'A06',
  confirmBy: 'D01',
  startBy: 'D02',
};

/** Leksand: ordering and follow-up of performed, granted and charged time. Rules L-*. */
export const leksand: PackData = {
  name: 'leksand',
  title: 'Leksands kommun',
  validFrom: '2014-07-24',
  source: 'Administrativa rutiner för bistånds- och avgiftshandläggare och utförare av hemtjänst',
  modules: ['choices', 'orders', 'switches', 'months', 'invoices'],
  providerKinds: ['municipal', 'private'],
  clock: { municipal: 'SENT', private: 'SENT' },
  confirmation: { municipal: 'HARD', private: 'HARD' },
  caseFile: true,
  month: { report: 5, statement: 10 },
  reports: { exempelplan: examplePrint },
  // The Social Services Act (2025:400) sets this, and no routine: the same wherever care is ordered by it.
  unexecuted: {
    paragraph: '34 kap. 1 § socialtjänstlagen (2025:400)',
    decidedBy: ['11:1'],
    months: 3,
    quarters: ['01-01', '04-01', '07-01', '10-01'],
  },
  rules: {
    orders: { municipal: orders, private: orders },
    switches: {
      requested: 'L-60',
      told: 'L-61',
      dated: 'L-63',
      switched: 'L-63',
      handover: 'L-64',
      window: 'L-62',
      tellBy: 'D18',
      switchBy: 'D19',
    },
  },
  params: {
    'urgent.sameDay': 'SOFT',
    'switch.minDays': 0,
    'switch.maxDays': 14,
    'switch.countFrom': 'NOTIFIED',
    'switch.notifyDay': 'NEXT_CALENDAR',
    'monthly.dueVardag': 1,
  },
};
