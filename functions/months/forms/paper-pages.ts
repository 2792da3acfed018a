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

/** Rows to write on in a case: beside visits that are ordered, and at least where nobody knows the visits beforehand. */
const writingRows = { ordered: 3, unknown: 8 };
/** A visit whose time nobody has said is taken to be so long, in minutes: a row is printed for each, and some more. */
const usualVisit = 40;
/** A page to write any case on, for so many cases. */
const casesToSparePage = 10;
/** So many pages of each are filed and keyed; a larger month is handed in as a file. */
const mostPages: Readonly<Record<PaperForm, number>> = { report: 240, deviations: 60 };
/** Of both forms of one month together. */
export const mostPaperPages = mostPages.report + mostPages.deviations;

/** Rows for the visits of services whose times are not said, by the minutes that are ordered of them. */
function unknownVisits({ rows, services }: FormCase): number {
  const unplanned = new Set(rows.flatMap(({ code, visit }) => (visit ? [] : [code])));
  const minutes = services.filter(({ code }) => unplanned.has(code)).map(({ minutesPerMonth }) => minutesPerMonth);
  return minutes.reduce((sum, one) => sum + Math.ceil(one / usualVisit), 0);
}

/** Ample: with room for every visit that is ordered; else for a few of them, and the rest on the empty pages. */
function caseRows(one: FormCase, isAmple: boolean): readonly PagedRow[] {
  const { caseNo, rows, ordered } = one;
  const unknown = rows.filter(({ visit }) => !visit).length;
  const wanted = isAmple ? Math.max(unknownVisits(one), writingRows.unknown) : writingRows.unknown;
  const empty = unknown === 0 ? writingRows.ordered : Math.max(wanted - unknown, 0) + writingRows.ordered;
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

/**
 * A form's rows on its pages: as many in each case as its ordered visits need, or fewer where the month would otherwise be
 * more than is filed; undefined when it is that all the same. Empty pages at the end take what has no room.
 */
export function paperPages(form: PaperForm, { cases }: MonthForm): readonly (readonly PagedRow[])[] | undefined {
  const spare = Math.ceil(cases.length / casesToSparePage) * rowsOnPage;
  const total = [{ cells: [totalCase, sumService], isSum: true }];
  const report = (isAmple: boolean) =>
    pagesOf([...cases.flatMap((one) => caseRows(one, isAmple)), ...emptyRows(spare)], total);
  const made =
    form === 'report' ? [report(true), report(false)] : [pagesOf(emptyRows(Math.max(spare - rowsOnPage, 0)), [])];
  return made.find((pages) => pages.length <= mostPages[form]);
}
