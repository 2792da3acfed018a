import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** Why a stated month is adjusted, in words; fetched with a report that holds such rows. */
export const sv = {
  why: 'Varför',
  facts: {
    DEATH: 'dödsfall',
    HOSPITAL: 'sjukhusvistelse',
    ABSENCE: 'frånvaro',
    SERVICES: 'ändrad beviljad tid',
    CASE_DATES: 'ändrade dagar',
    REPORT: 'rättad tidsrapport',
    FORM: 'rättad avvikelseblankett',
    HANDED_IN: 'inlämnat i efterhand',
    DECISION: 'rättat beslut',
  } as Readonly<Record<string, string>>,
};

export const en: CatalogueShape<typeof sv> = {
  why: 'Why',
  facts: {
    DEATH: 'death',
    HOSPITAL: 'hospital stay',
    ABSENCE: 'absence',
    SERVICES: 'changed granted time',
    CASE_DATES: 'changed days',
    REPORT: 'corrected time report',
    FORM: 'corrected deviation form',
    HANDED_IN: 'handed in afterwards',
    DECISION: 'corrected decision',
  } as Readonly<Record<string, string>>,
};
