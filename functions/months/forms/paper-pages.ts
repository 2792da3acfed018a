import { sumService, totalCase } from '../../../shared/domain/file-columns.ts';
import { rowsOfSigning, rowsOnPage } from '../../../shared/pdf/form-room.ts';
import type { PagedRow } from '../../../shared/pdf/paged-form.ts';
import type { FormCase, MonthForm } from './month-form.ts';

/** The two forms of a month on paper: each is printed, counted and handed in by itself. */
export const paperForms = ['report', 'deviations'] as const;
export type PaperForm = (typeof paperForms)[number];
/** And the page on which a manager signs files that wait: it has no rows. */
export const printedForms = [...paperForms, 'signature'] as const;
export type PrintedForm = (typeof printedForms)[number];

/** Rows to write on in a case: of services whose visits nobody knows beforehand, and beside visits that are ordered. */
const writingRows = { unknown: 8, ordered: 3 };
/** A page to write any case on, for so many cases. */
const casesToSparePage = 10;
/** More than any month is printed on. */
const mostPaperPages = 1000;

function caseRows({ caseNo, rows, ordered }: FormCase): readonly PagedRow[] {
  const unknown = rows.filter(({ visit }) => !visit).length;
  const empty = unknown === 0 ? writingRows.ordered : Math.max(writingRows.unknown - unknown, writingRows.ordered);
  return [
    ...rows.map(({ code, visit }) => ({
      cells: visit ? [caseNo, code, visit.date, visit.start, visit.end, String(visit.minutes)] : [caseNo, code],
    })),
    ...Array.from({ length: empty }, () => ({ cells: [caseNo] })),
    // The sum of what is ordered is known only where every visit is.
    { cells: [caseNo, sumService, '', '', '', unknown === 0 ? String(ordered) : ''], isSum: true },
  ];
}

const emptyRows = (count: number): readonly PagedRow[] => Array.from({ length: count }, () => ({ cells: [] }));

/** Rows in pages, each filled up with rows to write on; at the end of the last stand its own rows, and who signs. */
function pagesOf(rows: readonly PagedRow[], end: readonly PagedRow[]): readonly (readonly PagedRow[])[] {
  const room = rowsOnPage - rowsOfSigning - end.length;
  const last = rows.length % rowsOnPage;
  const missing = last <= room ? room - last : rowsOnPage - last + room;
  const filled = [...rows, ...emptyRows(missing), ...end];
  return Array.from({ length: Math.ceil(filled.length / rowsOnPage) }, (_, at) =>
    filled.slice(at * rowsOnPage, (at + 1) * rowsOnPage),
  );
}

/** A form's rows on its pages; undefined when they are more than any month is printed on. */
export function paperPages(form: PaperForm, { cases }: MonthForm): readonly (readonly PagedRow[])[] | undefined {
  const spare = Math.ceil(cases.length / casesToSparePage) * rowsOnPage;
  const pages =
    form === 'report'
      ? pagesOf([...cases.flatMap(caseRows), ...emptyRows(spare)], [{ cells: [totalCase, sumService], isSum: true }])
      : pagesOf(emptyRows(Math.max(spare - rowsOnPage, 0)), []);
  return pages.length > mostPaperPages ? undefined : pages;
}
