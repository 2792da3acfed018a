import { stringify } from 'csv-stringify/sync';
import type { WaitReason } from './decision.ts';
import type { Quarter } from './quarter.ts';
import type { WaitingRow } from './waiting-row.ts';

export const kindWords: Readonly<Record<WaitingRow['kind'], string>> = {
  NOT_EXECUTED: 'Inte verkställt',
  NOT_RESUMED: 'Inte återupptaget efter avbrott',
};
const reasonWords: Readonly<Record<WaitReason, string>> = {
  POSTPONED_BY_CUSTOMER: 'Kunden vill vänta på en utförare',
  CUSTOMERS_WISH: 'Senare start på kundens önskan',
  OFFICERS_INSTRUCTION: 'Senare start enligt handläggaren',
  PROVIDER: 'Utföraren utför inte insatsen',
  NO_CAPACITY: 'Utföraren hade inte plats',
  HOSPITAL: 'Sjukhusvistelse',
  ABSENCE: 'Planerad frånvaro',
  CHANGE_OF_PROVIDER: 'Byte av utförare',
  NOT_STARTED: 'Inte påbörjat',
};

/** BOM, CRLF, and nothing that a spreadsheet takes for a formula. */
export const asFile = { delimiter: ';', record_delimiter: 'windows', bom: true, escape_formulas: true } as const;

const columns = [
  ...['Kvartal', 'Ärendenummer', 'Insats', 'Lagrum', 'Slag', 'Beslutsdag', 'Väntar sedan', 'Orsak', 'Utförarens ord'],
  ...['Erbjudet', 'Verkställt', 'Upphört', 'Uppskjutet av kunden', 'Dagar'],
];

/** The rows as those who supervise read them: by case number, and never a name. */
export const waitingFile = ({ rows, quarter }: { readonly rows: readonly WaitingRow[]; readonly quarter: Quarter }) =>
  stringify(
    [
      columns,
      ...rows.map((row) => [
        ...[quarter.name, row.caseNo, row.service, row.legalBasis, kindWords[row.kind], row.decidedOn, row.since],
        ...[reasonWords[row.reason], row.reasonText ?? '', row.offeredOn ?? '', row.executedOn ?? ''],
        ...[row.endedOn ?? '', row.postponedByCustomer ?? '', row.daysWaited],
      ]),
    ],
    asFile,
  );
