/** The columns of a month's two files, exactly as their header names them: ordered and performed minutes of each visit (L-19, L-23). */
export const reportColumns = [
  ...['Månad', 'Utförare', 'Ärendenummer', 'Insats', 'Datum', 'Start', 'Slut'],
  ...['Beställda minuter', 'Utförda minuter', 'Status'],
] as const;

/** What a report's header may end in: the worker of each visit, by a pseudonym, and how the row came about. */
export const optionalColumns = ['Personal', 'Registrering'] as const;

export const formColumns = [
  ...['Månad', 'Utförare', 'Ärendenummer', 'Datum', 'Till', 'Start', 'Typ', 'Minuter', 'Avisering', 'Kommentar'],
] as const;

/** What became of a visit, as the report says it. */
export const visitStatuses = ['UTFÖRD', 'BOMTID', 'AVBOKAD', 'EJ UTFÖRD'] as const;

/** What a row of the deviation form is about. */
export const deviationTypes = [
  ...(['BOMTID', 'AVSAGD', 'PLANERAD FRÅNVARO', 'SJUKHUS'] as const),
  ...(['AVLIDEN', 'UTÖKAT BEHOV', 'ÖVRIGT'] as const),
] as const;

/** `Insats` of a sum row, and `Ärendenummer` of the one over the whole file. */
export const sumService = 'SUMMA';
export const totalCase = 'TOTALT';
