import type { FilledAgreement } from '../../functions/purchases/agreements/agreement-pdf.ts';
import { aBuyer, aPurchase } from './a-purchase.ts';
import { at } from './builders.ts';

/** The municipality's template filled for planned help; name only what the test is about. */
export const aFilledAgreement = (over: Partial<FilledAgreement> = {}): FilledAgreement => ({
  municipality: 'Exempelkommun',
  purchase: aPurchase({ extent: { minutes: 600, per: 'WEEK', weekdays: [1, 2, 3, 4, 5] } }),
  pack: aBuyer('helsingborg'),
  use: 'PLANNED',
  orePerHour: 38_000,
  ordering: { name: 'Assistans Norr', board: 'Socialnämnden' },
  receiving: { name: 'Hemvården Norr', board: 'Vårdnämnden' },
  at: at('2026-09-03 08:00'),
  ...over,
});
