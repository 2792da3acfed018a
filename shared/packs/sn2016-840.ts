import type { PackData } from './pack.ts';
import type { OrderRules } from './routine-rules.ts';

/** An assignment that is distributed inside the municipality. */
const municipal: OrderRules = {
  placed: 'S-08',
  letter: 'N04',
  registered: 'S-06',
  mode: 'S-01',
  form: 'S-05',
  confirmed: 'S-28',
  urgentTurn: 'S-16',
  urgentExisting: 'S-18',
  urgentAsked: 'S-16',
  firstVisit: 'S-12',
  notExecuted: 'S-19',
  lateHour: 'S-13',
  startBy: 'D04',
};

/** One that a private provider is contacted about, and fetches. */
const ofPrivate: OrderRules = {
  placed: 'S-22',
  registered: 'S-07',
  mode: 'S-01',
  form: 'S-05',
  paper: 'S-20',
  confirmed: 'S-28',
  urgentTurn: 'S-34',
  urgentExisting: 'S-35',
  urgentAsked: 'S-34',
  firstVisit: 'S-36',
  notExecuted: 'S-37',
  lateHour: 'S-32',
  confirmBy: 'D06',
  startBy: 'D05',
};

/** SN/2016:840-700, choice, re-choice and assignment; the routine does not name its municipality. Rules S-*; in force by its date (S-61). */
export const sn2016840: PackData = {
  name: 'sn2016-840',
  title: 'SN/2016:840-700',
  validFrom: '2017-01-01',
  replaces: 'SN/2015:245-700',
  source: 'SN/2016:840-700, beslutad av Socialnämnden 2016-12-12',
  modules: ['choices', 'orders', 'switches'],
  providerKinds: ['municipal', 'private'],
  clock: { municipal: 'DISTRIBUTED', private: 'CONTACTED' },
  confirmation: { municipal: 'NONE', private: 'SOFT' },
  channel: { municipal: 'SYSTEM', private: 'MAIL' },
  execution: { municipal: 'PROVIDER', private: 'OFFICER' },
  paper: { municipal: false, private: true },
  healthCare: true,
  // The Social Services Act (2025:400) sets this, and no routine: the same wherever care is ordered by it.
  unexecuted: {
    paragraph: '34 kap. 1 § socialtjänstlagen (2025:400)',
    decidedBy: ['11:1'],
    months: 3,
    quarters: ['01-01', '04-01', '07-01', '10-01'],
  },
  rules: {
    orders: { municipal, private: ofPrivate },
    switches: {
      requested: 'S-41',
      told: 'S-46',
      dated: 'S-55',
      switched: 'S-56',
      handover: 'S-51',
      window: 'S-56',
      tellBy: 'D20',
      switchBy: 'D21',
    },
  },
  params: {
    'cutoff.enabled': true,
    'rotation.urgent': 'LIST',
    'switch.minDays': 7,
    'switch.maxDays': 14,
    'switch.countFrom': 'LATER_OF_BOTH',
    'switch.notifyDay': 'SAME_CALENDAR',
    'switch.simultaneity': 'PT60M',
    'review.months': 12,
  },
};
