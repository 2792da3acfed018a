import type { PackData } from './pack.ts';

/** Helsingborg: personal assistance performed by home care, planned or acute. Rules H-*. */
export const helsingborg: PackData = {
  name: 'helsingborg',
  title: 'Helsingborgs stad',
  validFrom: '2022-12-08',
  source: 'Rutin för personlig assistans utförd av hemvården',
  modules: ['purchases', 'acute'],
  providerKinds: ['municipal', 'private'],
  params: {
    payBasis: 'AGREEMENT',
    'documentation.mode': 'PAPER',
    'deviation.owner': 'ORDERING_MANAGER',
    legalBasis: 'LSS',
  },
};
