import type { PackData } from './pack.ts';

/** Botkyrka: home-care hours bought for personal assistance. Rules B-*. */
export const botkyrka: PackData = {
  name: 'botkyrka',
  title: 'Botkyrka kommun',
  validFrom: '2024-03-04',
  source: 'Pers ass – LSS/SoL, inköp av timmar',
  modules: ['purchases'],
  providerKinds: ['municipal'],
  params: {
    payBasis: 'PERFORMED',
    'documentation.mode': 'SOL_JOURNAL_REF',
    'deviation.owner': 'OWN_MANAGER',
    legalBasis: 'PA_DECISION',
  },
};
