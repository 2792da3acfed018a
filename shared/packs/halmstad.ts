import type { PackData } from './pack.ts';

/** Halmstad: home care sold to other departments of the municipality. Rules M-*. */
export const halmstad: PackData = {
  name: 'halmstad',
  title: 'Halmstads kommun',
  validFrom: '2016-01-01',
  source: 'Försäljning av tjänster i form av hemtjänstinsatser, uppdaterad 2021-03-11',
  modules: ['purchases'],
  providerKinds: ['municipal', 'private'],
  notice: { days: 28 },
  params: { payBasis: 'PERFORMED', legalBasis: 'SOL' },
};
