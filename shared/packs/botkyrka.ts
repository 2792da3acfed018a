import type { PackData } from './pack.ts';

/** Botkyrka: home-care hours bought for personal assistance. Rules B-*; in force by its date (B-31). */
export const botkyrka: PackData = {
  name: 'botkyrka',
  title: 'Botkyrka kommun',
  validFrom: '2024-03-04',
  source: 'Pers ass – LSS/SoL, inköp av timmar',
  modules: ['purchases'],
  providerKinds: ['municipal'],
  purchases: {
    request: {
      by: ['ordering-manager'],
      rule: 'B-14',
      kinds: 'B-32',
      grounds: { open: true, list: [{ code: 'POINT_VISITS', name: 'Korta punktinsatser i beslutet', rule: 'B-01' }] },
      conditions: [
        { what: 'no-employable-relative', level: 'BLK', rule: 'B-02' },
        { what: 'own-staffing-excluded', level: 'BLK', rule: 'B-13' },
        { what: 'point-intervention', level: 'WRN', rule: 'B-01' },
        { what: 'care-only', level: 'WRN', rule: 'B-01' },
      ],
    },
    message: { by: ['ordering-administrator'], to: ['receiving-manager', 'receiving-coordinator'], rule: 'B-15' },
    consents: { transfer: 'B-06', journal: 'B-21', forward: 'B-25' },
    resent: 'B-14',
    decision: { by: ['receiving-manager'], rule: 'B-03', declined: 'B-03', conditions: [] },
    start: [
      { what: 'user-informed', level: 'BLK', rule: 'B-05' },
      { what: 'transfer-consent', level: 'BLK', rule: 'B-06' },
      { what: 'description-handed-over', level: 'BLK', rule: 'B-16' },
      { what: 'contact-person', level: 'WRN', rule: 'B-08' },
      { what: 'care-plan', level: 'WRN', rule: 'B-09' },
      { what: 'own-journal', level: 'WRN', rule: 'B-17' },
      { what: 'plan-in-journal', level: 'WRN', rule: 'B-18' },
    ],
    basis: {
      ...{ ordered: 'B-27', above: 'B-27', to: ['ordering-administrator', 'economist'], toRule: 'B-28' },
      ...{ due: { code: 'D38', rule: 'B-26' }, invoice: 'B-29', allocation: 'B-30' },
    },
    documentation: 'B-12',
    around: { deviation: 'B-11', information: 'B-10' },
  },
  params: {
    payBasis: 'PERFORMED',
    'documentation.mode': 'SOL_JOURNAL_REF',
    'deviation.owner': 'OWN_MANAGER',
    legalBasis: 'PA_DECISION',
  },
};
