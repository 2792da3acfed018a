import { formHeader, reportHeader } from './a-month.ts';

/** A visit: the day of the month, its minutes from 08:00, and its status when it was not performed. */
export type Visit = readonly [day: number, minutes: number, status?: 'BOMTID' | 'AVBOKAD' | 'EJ UTFÖRD'];

type AReport = {
  readonly month?: string;
  readonly providerId?: string;
  /** A case's performed minutes as its sum row wrongly says. */
  readonly wrongSums?: Readonly<Record<string, number>>;
  readonly form?: readonly string[];
};

const two = (number: number) => String(number).padStart(2, '0');

/** A month's two files as text: the visits by case, summed as an external provider must (L-24). */
export function aReport(
  visits: Readonly<Record<string, readonly Visit[]>>,
  { month = '2026-10', providerId = 'P1', wrongSums = {}, form = [] }: AReport = {},
) {
  const row = (...fields: readonly (string | number)[]) => [month, providerId, ...fields].join(';');
  const total = { ordered: 0, performed: 0 };
  const lines = Object.entries(visits).flatMap(([caseNo, some]) => {
    const sum = { ordered: 0, performed: 0 };
    const rows = some.map(([day, minutes, status]) => {
      const performed = status ? 0 : minutes;
      sum.ordered += minutes;
      sum.performed += performed;
      const until = `${two(8 + Math.floor(minutes / 60))}:${two(minutes % 60)}`;
      return row(caseNo, 'OMV', `${month}-${two(day)}`, '08:00', until, minutes, performed, status ?? 'UTFÖRD');
    });
    total.ordered += sum.ordered;
    total.performed += sum.performed;
    return [...rows, row(caseNo, 'SUMMA', '', '', '', sum.ordered, wrongSums[caseNo] ?? sum.performed, '')];
  });
  lines.push(row('TOTALT', 'SUMMA', '', '', '', total.ordered, total.performed, ''));
  return {
    report: { text: [reportHeader, ...lines, ''].join('\n') },
    deviations: { text: [formHeader, ...form.map((line) => `${month};${providerId};${line}`), ''].join('\n') },
  };
}
