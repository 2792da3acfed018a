import {
  deviationTypes,
  formColumns,
  reportColumns,
  sumService,
  totalCase,
  visitStatuses,
} from '../../../shared/domain/file-columns.ts';
import {
  columnLetter,
  type NewCell,
  type NewColumn,
  type NewRow,
  type NewSheet,
  newWorkbook,
} from '../../../shared/workbook/write-workbook.ts';
import { columnKinds, sheetTitles } from '../dry-run/workbook-text.ts';
import type { FormCase, MonthForm } from './month-form.ts';

const letterOf = (column: (typeof reportColumns)[number]): string => columnLetter(reportColumns.indexOf(column));
const [ordered, performed] = [letterOf('Beställda minuter'), letterOf('Utförda minuter')];
const [service, caseColumn] = [letterOf('Insats'), letterOf('Ärendenummer')];

/** Wide enough for what stands in it, in signs; the others for their head. */
const widths: Readonly<Record<string, number>> = {
  Ärendenummer: 16,
  Datum: 12,
  Till: 12,
  Typ: 20,
  Avisering: 18,
  Kommentar: 40,
  'Beställda minuter': 18,
  'Utförda minuter': 16,
};

/** What is chosen from a list, by its column there. */
type Lists = Readonly<Record<string, { readonly column: number; readonly values: readonly string[] }>>;

const listsOf = ({ cases }: MonthForm): Lists => ({
  Status: { column: 0, values: visitStatuses },
  Typ: { column: 1, values: deviationTypes },
  Ärendenummer: { column: 2, values: cases.map(({ caseNo }) => caseNo) },
  Insats: { column: 3, values: [...new Set(cases.flatMap(({ rows }) => rows.map(({ code }) => code)))].toSorted() },
});

const columnsOf = (heads: readonly string[], lists: Lists): readonly NewColumn[] =>
  heads.map((head) => {
    const { column = 0, values = [] } = lists[head] ?? {};
    const letter = columnLetter(column);
    return {
      ...{ head, kind: columnKinds[head] ?? 'text', width: widths[head] ?? 12 },
      ...(values.length > 0 ? { choices: `${sheetTitles.lists}!$${letter}$2:$${letter}$${values.length + 1}` } : {}),
    };
  });

const sumRow = (start: readonly string[], columns: readonly NewCell[]): NewRow => ({
  cells: [...start, sumService, '', '', '', ...columns],
  look: 'sum',
});

/**
 * The rows of a case, and their sum: of the case's own between the sum before and this one, also when a row is put in at
 * either end or all of them are taken away.
 */
function caseRows({ month, provider }: MonthForm, one: FormCase, first: number): readonly NewRow[] {
  const at = first + one.rows.length;
  const above = (column: string) => `${column}${first - 1}:OFFSET(${column}${at},-1,0)`;
  const sum = (column: string, value: number): NewCell => ({
    formula: `SUMIF(${above(caseColumn)},${caseColumn}${at},${above(column)})`,
    value,
  });
  return [
    ...one.rows.map(({ code, visit }) => ({
      cells: [month, provider.id, one.caseNo, code, visit?.date, visit?.start, visit?.end, visit?.minutes],
    })),
    sumRow([month, provider.id, one.caseNo], [sum(ordered, one.ordered), sum(performed, 0)]),
  ];
}

function reportSheet(form: MonthForm, lists: Lists): NewSheet {
  const { month, provider, cases } = form;
  const rows: NewRow[] = [];
  for (const one of cases) rows.push(...caseRows(form, one, rows.length + 2));
  // Every row that is no sum, from the head down to the row above: one that no case's sum counts is in it all the same.
  const above = (column: string) => `${column}1:OFFSET(${column}${rows.length + 2},-1,0)`;
  const total = (column: string, value: number): NewCell => ({
    formula: `SUMIF(${above(service)},"<>${sumService}",${above(column)})`,
    value,
  });
  const all = cases.reduce((sum, one) => sum + one.ordered, 0);
  rows.push(sumRow([month, provider.id, totalCase], [total(ordered, all), total(performed, 0)]));
  return { name: sheetTitles.report, columns: columnsOf(reportColumns, lists), rows, spareRows: 0 };
}

const deviationSheet = (lists: Lists): NewSheet => ({
  name: sheetTitles.deviations,
  columns: columnsOf(formColumns, lists),
  rows: [],
  spareRows: 500,
});

/** What the other sheets' cells are chosen from, and what is granted of each service. */
function listSheet({ cases }: MonthForm, lists: Lists): NewSheet {
  const granted = cases.flatMap(({ caseNo, services }) =>
    services.map(({ name, minutesPerMonth, from, to }): NewCell[] => [caseNo, name, minutesPerMonth, from, to]),
  );
  const long = Math.max(granted.length, ...Object.values(lists).map(({ values }) => values.length));
  const listed = Object.entries(lists).toSorted(([, one], [, other]) => one.column - other.column);
  return {
    name: sheetTitles.lists,
    columns: [
      ...listed.map(([head]) => ({ head, kind: 'text' as const, width: widths[head] ?? 12 })),
      { head: '', kind: 'text', width: 4 },
      { head: 'Ärende', kind: 'text', width: 16 },
      { head: 'Beviljad insats', kind: 'text', width: 28 },
      { head: 'Minuter per månad', kind: 'sum', width: 18 },
      { head: 'Från', kind: 'day', width: 12 },
      { head: 'Till', kind: 'day', width: 12 },
    ],
    rows: Array.from({ length: long }, (_, at) => ({
      cells: [...listed.map(([, { values }]) => values[at]), undefined, ...(granted[at] ?? [])],
    })),
    spareRows: 0,
  };
}

/** Both forms as one workbook, whose sums the sheet makes by itself (L-24). Filled in and saved it is read as the same files in CSV. */
export function formWorkbook(form: MonthForm): Promise<Uint8Array> {
  const lists = listsOf(form);
  return newWorkbook([reportSheet(form, lists), deviationSheet(lists), listSheet(form, lists)]);
}
