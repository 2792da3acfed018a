/** A case as `cases.json` of the fixtures has it, as far as the story reads it. */
export type OrderedCase = {
  readonly caseNo: string;
  readonly providerId: string;
  readonly services: readonly { readonly code: string }[];
};

const reportHeader =
  'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status;Personal';
export const deviationsHeader = 'Månad;Utförare;Ärendenummer;Datum;Till;Start;Typ;Minuter;Avisering;Kommentar';
export const visitsEach = 10;

/** A month in which each of some cases was visited for an hour on each of its first days, with its sums (L-22, L-24). */
export function aPlainMonth(month: string, providerId: string, cases: readonly OrderedCase[]): string {
  const visit = (caseNo: string, code: string, day: number) =>
    `${month};${providerId};${caseNo};${code};${month}-${String(day).padStart(2, '0')};08:00;09:00;60;60;UTFÖRD;m01`;
  const sum = (caseNo: string, minutes: number) => `${month};${providerId};${caseNo};SUMMA;;;;${minutes};${minutes};;`;
  const rows = cases.flatMap(({ caseNo, services: [service] }) => [
    ...Array.from({ length: visitsEach }, (_, at) => visit(caseNo, service?.code ?? 'OMV', at + 1)),
    sum(caseNo, visitsEach * 60),
  ]);
  return [reportHeader, ...rows, sum('TOTALT', cases.length * visitsEach * 60), ''].join('\n');
}
