import { stringify } from 'csv-stringify/sync';
import { deviationTypes } from '../../../shared/domain/file-columns.ts';
import type { MonthFigures } from './figures.ts';

const states: Readonly<Record<MonthFigures['state'], string>> = {
  open: 'INTE INLÄMNAD',
  received: 'INLÄMNAD',
  incomplete: 'INLÄMNAD MED FEL',
  closed: 'STÄNGD UTAN INLÄMNING',
  stated: 'FASTSTÄLLD',
};

/** Each reason for which minutes are not paid has a column, whether or not any were. */
const reasons: Readonly<Record<string, string>> = {
  OUT_OF_PERIOD: 'Obetalt: utanför månaden',
  DUPLICATE: 'Obetalt: dubblett',
  DOUBLE_STAFFING: 'Obetalt: dubbelbemanning',
  NOT_ORDERED: 'Obetalt: ej beställd insats',
  NOT_IN_FORCE: 'Obetalt: beställningen gällde inte',
  HOSPITAL: 'Obetalt: sjukhus',
  ABSENT: 'Obetalt: planerad frånvaro',
  AFTER_DEATH: 'Obetalt: efter dödsfall',
  NOTICE_GIVEN: 'Obetalt: avsagt i tid',
  NO_DEVIATION_ROW: 'Obetalt: ingen avvikelserad',
  OVER_GRANTED: 'Obetalt: över beviljat',
  WRONG_BASIS: 'Obetalt: felaktigt underlag',
  DECIDED: 'Obetalt: enligt bedömning',
};

/** `934` per mille is `93,4`; nothing is an empty cell, never a nought. */
const percent = (perMille: number | null): string =>
  perMille === null ? '' : `${Math.floor(perMille / 10)},${perMille % 10}`;

const cells = (one: MonthFigures): Readonly<Record<string, string | number>> => ({
  Månad: one.month,
  Utförare: one.providerId,
  Läge: states[one.state],
  Ärenden: one.cases,
  'Beviljade minuter': one.granted,
  'Beställda minuter': one.ordered,
  'Utförda minuter': one.performed,
  'Betalda minuter': one.charged,
  'Utfört av beviljat %': percent(one.executedPerMille),
  ...Object.fromEntries(Object.entries(reasons).map(([code, name]) => [name, one.unpaid[code] ?? 0])),
  ...Object.fromEntries(
    deviationTypes.map((type) => [`Avvikelser: ${type}`, one.deviations ? (one.deviations[type] ?? 0) : '']),
  ),
  'Rader AUTO': one.registrations?.automatic ?? '',
  'Rader MANUELL': one.registrations?.manual ?? '',
  'Rader ÄNDRAD': one.registrations?.changed ?? '',
  'Rader utan uppgift': one.registrations?.unsaid ?? '',
  'Manuella och ändrade %': percent(one.byHandPerMille),
  'Beställningar att bekräfta': one.confirmations.asked,
  'Sena bekräftelser': one.confirmations.late,
});

const header = [
  ...['Månad', 'Utförare', 'Läge', 'Ärenden', 'Beviljade minuter', 'Beställda minuter', 'Utförda minuter'],
  ...['Betalda minuter', 'Utfört av beviljat %', ...Object.values(reasons)],
  ...deviationTypes.map((type) => `Avvikelser: ${type}`),
  ...['Rader AUTO', 'Rader MANUELL', 'Rader ÄNDRAD', 'Rader utan uppgift', 'Manuella och ändrade %'],
  ...['Beställningar att bekräfta', 'Sena bekräftelser'],
];

/** The figures as a spreadsheet reads them: BOM, CRLF, and nothing that it takes for a formula. */
export const figuresCsv = (all: readonly MonthFigures[]): string =>
  stringify(all.map(cells), {
    header: true,
    columns: header,
    delimiter: ';',
    record_delimiter: 'windows',
    bom: true,
    escape_formulas: true,
  });
