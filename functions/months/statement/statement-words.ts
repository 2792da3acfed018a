import type { StatementDecision } from './statement.ts';

/** `83 h 45 min`; below an hour `45 min`; below zero with a minus sign of its own. */
export const hoursAndMinutes = (minutes: number): string =>
  minutes < 0
    ? `−${hoursAndMinutes(-minutes)}`
    : minutes < 60
      ? `${minutes} min`
      : `${grouped(Math.floor(minutes / 60))} h ${minutes % 60} min`;

/** As it is to stand on an invoice: in hours, and in the whole minutes that it is held against. */
export const timeToInvoice = (minutes: number): string => `${hoursAndMinutes(minutes)} (${grouped(minutes)} minuter)`;

/** `83:45`, for columns */
export const hoursColon = (minutes: number): string =>
  `${grouped(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;

/** `32 453,13 kr`; below zero with a minus sign of its own. */
export const kronor = (ore: number): string =>
  ore < 0 ? `−${kronor(-ore)}` : `${grouped(Math.floor(ore / 100))},${cents(ore)} kr`;

/** `32453,13`, for other programs */
export const plainKronor = (ore: number): string =>
  ore < 0 ? `-${plainKronor(-ore)}` : `${Math.floor(ore / 100)},${cents(ore)}`;

const cents = (ore: number): string => String(ore % 100).padStart(2, '0');
const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ' ');

export const decisionWords = {
  APPROVED: 'Godkänd',
  ADJUSTED: 'Ändrad',
  CHARGED_AS_GRANTED: 'Enligt beviljat',
  REJECTED: 'Inte godkänd',
} as const satisfies Record<StatementDecision, string>;

/** The same with the one who decided: `godkänd av …`. */
export const decidedWords = {
  APPROVED: 'godkänd av',
  ADJUSTED: 'ändrad av',
  CHARGED_AS_GRANTED: 'debiteras som beviljad tid efter beslut av',
  REJECTED: 'inte godkänd av',
} as const satisfies Record<StatementDecision, string>;

/** Why minutes are not paid, in words that reveal no more of a customer than a document outside the system should. */
const reasonWords: Readonly<Record<string, string>> = {
  OUT_OF_PERIOD: 'ligger utanför månaden',
  DUPLICATE: 'är redovisade två gånger',
  DOUBLE_STAFFING: 'är dubbelbemanning; kundens tid räknas en gång',
  NOT_ORDERED: 'gäller en insats som inte är beställd',
  NOT_IN_FORCE: 'ligger utanför beställningens tid',
  HOSPITAL: 'gäller anmäld frånvaro',
  ABSENT: 'gäller anmäld frånvaro (L-46)',
  AFTER_DEATH: 'gäller tid då insatsen hade upphört (L-48)',
  NOTICE_GIVEN: 'var avbokade i förväg (L-46)',
  NO_DEVIATION_ROW: 'saknar rad i avvikelseblanketten (L-47)',
  OVER_GRANTED: 'är mer än beviljad tid',
  WRONG_BASIS: 'kan inte styrkas av underlaget (L-44)',
  DECIDED: 'betalas inte efter kommunens bedömning (L-31, L-38)',
};

/** What was wrong with a provider's basis (L-44), as the head's page says it too. */
const faultWords: Readonly<Record<string, string>> = {
  MISSING_SUM: 'summan saknas',
  SECOND_SUM: 'summan står två gånger',
  WRONG_SUM: 'summan stämmer inte med raderna',
  WRONG_MINUTES: 'minuterna stämmer inte med tiderna',
  BAD_COLUMNS: 'en rad har fel antal kolumner',
  WRONG_MONTH: 'en rad gäller en annan månad',
  WRONG_PROVIDER: 'en rad gäller en annan utförare',
  UNKNOWN_CASE: 'en rad gäller ett okänt ärende',
  BAD_SERVICE: 'insatsen går inte att läsa på en rad',
  BAD_DATE: 'datumet går inte att läsa på en rad',
  BAD_TIME: 'tiden går inte att läsa på en rad',
  BAD_NUMBER: 'minuterna går inte att läsa på en rad',
  BAD_STATUS: 'statusen går inte att läsa på en rad',
  NOT_HANDED_IN: 'månaden lämnades inte in',
  OTHER: 'se kommentaren',
};

/** The fault of a basis, as the end of a sentence; a code that has no words yet as it is. */
export const faultInWords = (code: string): string => faultWords[code] ?? code;

/** Minutes of one reason, as the end of a sentence: `45 min saknar rad i avvikelseblanketten (L-47)`. */
export const reasonInWords = (reason: string): string => reasonWords[reason] ?? `har orsaken ${reason}`;

/** What became known of a case after its month was stated, revealing no more than a document outside the system should. */
const factWords: Readonly<Record<string, string>> = {
  DEATH: 'insatsen hade upphört',
  HOSPITAL: 'frånvaro blev känd',
  ABSENCE: 'frånvaro blev känd',
  SERVICES: 'beviljad tid ändrades',
  CASE_DATES: 'ärendets tid hos utföraren ändrades',
  REPORT: 'tidsrapporten rättades',
  FORM: 'avvikelseblanketten rättades',
  HANDED_IN: 'månaden lämnades in senare',
  DECISION: 'beslutet rättades',
};

export const factInWords = (fact: string): string => factWords[fact] ?? fact;
