import { formColumns, optionalColumns, reportColumns, sumService, totalCase } from './file-columns.ts';
import type { LocalDate } from './local-date.ts';

/** A visit as it was filled in; what nobody has written is empty, or null. */
type FilledVisit = {
  readonly code: string;
  readonly date: LocalDate | '';
  readonly start: string;
  readonly end: string;
  readonly ordered: number | null;
  readonly performed: number | null;
  readonly status: string;
};

type FilledDeviation = {
  readonly date: LocalDate | '';
  readonly to: LocalDate | '';
  readonly start: string;
  readonly type: string;
  readonly minutes: number | null;
  readonly notice: string;
  readonly comment: string;
};

export type FilledCase = {
  readonly caseNo: string;
  readonly visits: readonly FilledVisit[];
  readonly deviations: readonly FilledDeviation[];
};

/** Which thing that was filled in a row of a file is, by its place in the case. */
type FilledPlace = { readonly caseNo: string; readonly of: 'visits' | 'deviations'; readonly index: number };

/** A file, and what each of its rows came from: rows are lines, the header being 1, and a sum came from nothing. */
export type FilledFile = { readonly text: string; readonly places: ReadonlyMap<number, FilledPlace> };

type Of = { readonly month: string; readonly providerId: string };
type Row = { readonly fields: readonly (string | number)[]; readonly place?: FilledPlace };

/** One line a row, so that a row of the file is found again on the page. */
const field = (text: string | number): string => {
  const line = String(text).replaceAll(/[\r\n]+/g, ' ');
  return /[;"]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
};

function fileOf(header: readonly string[], rows: readonly Row[]): FilledFile {
  const lines = [header, ...rows.map(({ fields }) => fields)].map((fields) => fields.map(field).join(';'));
  const places = rows.flatMap(({ place }, index) => (place ? [[index + 2, place] as const] : []));
  return { text: `${lines.join('\r\n')}\r\n`, places: new Map(places) };
}

/**
 * The month as its two files (L-19, L-23, L-28): what was filled in on a page is handed in as what any other system
 * hands in. Each row says that it was registered by hand; sums are those of the rows (L-24).
 */
export function filledFiles(
  { month, providerId }: Of,
  cases: readonly FilledCase[],
): { readonly report: FilledFile; readonly deviations: FilledFile } {
  const sumRow = (caseNo: string, visits: readonly FilledVisit[]): Row => {
    const sum = (of: (visit: FilledVisit) => number | null) => visits.reduce((all, visit) => all + (of(visit) ?? 0), 0);
    const sums = [sum(({ ordered }) => ordered), sum(({ performed }) => performed)];
    return { fields: [month, providerId, caseNo, sumService, '', '', '', ...sums, '', '', ''] };
  };
  const visitRows = cases.flatMap(({ caseNo, visits }): readonly Row[] => [
    ...visits.map(
      ({ code, date, start, end, ordered, performed, status }, index): Row => ({
        fields: [
          ...[month, providerId, caseNo, code, date, start, end],
          ...[ordered ?? '', performed ?? '', status, '', 'MANUELL'],
        ],
        place: { caseNo, of: 'visits', index },
      }),
    ),
    sumRow(caseNo, visits),
  ]);
  const all = cases.flatMap(({ visits }) => visits);
  const deviationRows = cases.flatMap(({ caseNo, deviations }) =>
    deviations.map(
      ({ date, to, start, type, minutes, notice, comment }, index): Row => ({
        fields: [month, providerId, caseNo, date, to, start, type, minutes ?? '', notice, comment],
        place: { caseNo, of: 'deviations', index },
      }),
    ),
  );
  return {
    report: fileOf([...reportColumns, ...optionalColumns], [...visitRows, sumRow(totalCase, all)]),
    deviations: fileOf(formColumns, deviationRows),
  };
}
