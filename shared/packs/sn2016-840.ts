import type { PackData } from './pack.ts';

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
