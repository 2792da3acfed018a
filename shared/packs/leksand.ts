import type { PackData } from './pack.ts';

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
  params: {
    'urgent.sameDay': 'SOFT',
    'switch.minDays': 0,
    'switch.maxDays': 14,
    'switch.countFrom': 'NOTIFIED',
    'switch.notifyDay': 'NEXT_CALENDAR',
    'monthly.dueVardag': 1,
  },
};
