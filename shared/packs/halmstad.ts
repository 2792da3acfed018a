import type { PackData } from './pack.ts';

/**
 * Halmstad: home care sold to other departments of the municipality. Rules M-*; in force by its date (M-27), under the
 * regulation that its source names (M-28).
 */
export const halmstad: PackData = {
  name: 'halmstad',
  title: 'Halmstads kommun',
  validFrom: '2016-01-01',
  source:
    'Försäljning av tjänster i form av hemtjänstinsatser, uppdaterad 2021-03-11 (reglemente för hemvårdsnämnden 1 § 2 st.)',
  modules: ['purchases'],
  providerKinds: ['municipal', 'private'],
  notice: { days: 28, ending: 'M-21', reduction: 'M-22' },
  purchases: {
    request: {
      by: ['ordering-officer', 'ordering-manager'],
      rule: 'M-02',
      kinds: 'M-01',
      grounds: { open: true, list: [{ code: 'OWN_UNABLE', name: 'Egen verksamhet kan inte utföra', rule: 'M-26' }] },
      conditions: [
        { what: 'own-staffing-excluded', level: 'BLK', rule: 'M-26' },
        { what: 'period', level: 'BLK', rule: 'M-03' },
        { what: 'legal-basis', level: 'BLK', rule: 'M-25' },
      ],
    },
    binding: { by: ['development-leader'], period: 'M-04', cost: 'M-05' },
    decision: {
      by: ['development-leader'],
      rule: 'M-06',
      declined: 'M-06',
      conditions: [
        { what: 'binding-told', level: 'BLK', rule: 'M-04' },
        { what: 'actual-cost-told', level: 'BLK', rule: 'M-05' },
        { what: 'binding-acknowledged', level: 'BLK', rule: 'M-04' },
      ],
    },
    registration: {
      ordered: 'M-07',
      caseCode: 'M-08',
      told: 'M-12',
      municipal: { by: 'registrar-own', rule: 'M-09' },
      private: { by: 'registrar-lov', rule: 'M-10' },
    },
    start: [
      { what: 'registered', level: 'BLK', rule: 'M-08' },
      { what: 'case-worker-contacted', level: 'WRN', rule: 'M-13' },
    ],
    changes: {
      told: 'M-16',
      inGoodTime: 'M-19',
      increase: 'M-24',
      municipal: { to: 'receiving-manager', rule: 'M-19' },
      private: { to: 'provider-manager', rule: 'M-20' },
    },
    basis: {
      ...{ ordered: 'M-15', above: 'M-15', to: ['finance'], toRule: 'M-17' },
      form: { id: 'TIDREDOVISNING', rule: 'M-18' },
      ...{ due: { code: 'D31', rule: 'M-17' }, allocation: 'M-05', legs: 'A78' },
    },
    documentation: 'M-14',
  },
  params: { payBasis: 'PERFORMED', legalBasis: 'SOL' },
};
