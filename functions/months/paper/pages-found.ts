import type { PageCodeFault, PrintedPage } from '../../../shared/domain/form-code.ts';
import { dateOf, type LocalDate, type Month } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { isFormNeeded } from '../dry-run/no-form.ts';
import { type PrintedForm, printedForms } from '../forms/paper-pages.ts';
import type { Print } from '../forms/print.ts';

/** A page as its code says it, and the print that has those letters, where there is one. */
export type PageFound = { readonly said: PrintedPage | PageCodeFault; readonly print?: Print | undefined };

/** The letters of each form's newest print, of prints that begin with the newest. */
export const newestPrints = (prints: readonly Print[]): ReadonlySet<string> =>
  new Set(printedForms.flatMap((form) => prints.find((print) => print.form === form)?.letters ?? []));

/**
 * What must be there: both forms, the deviation form also of a month without deviations where the municipality asks for it
 * (A60); with a page to sign on, that alone.
 */
export function neededForms(pages: readonly PageFound[], pack: Pick<Pack, 'params'>): readonly PrintedForm[] {
  if (pages.some(({ print }) => print?.form === 'signature')) return ['signature'];
  return isFormNeeded(pack) ? ['report', 'deviations'] : ['report'];
}

type Wanted = {
  readonly month: Month;
  readonly providerId: string;
  /** The forms without which nothing is handed in. */
  readonly needed: readonly PrintedForm[];
  /** The letters of each form's newest print. */
  readonly newest: ReadonlySet<string>;
  /** The person has seen that an older print was filled in, and takes it. */
  readonly takesOlder: boolean;
  /** Which time the files have come that wait to be signed; undefined where none wait. */
  readonly draftTime: number | undefined;
  /** The day on the stamp. */
  readonly arrivedOn: LocalDate;
};

const wordOf = { NOT_A_CODE: 'not-a-code', WRONG_CHECK: 'wrong-check', NO_SUCH_PAGE: 'page-not-in-print' } as const;

/** A page to sign on is of the files that it names and no others: those that wait now, and it was printed before it came (A60). */
function faultOfSignature({ draftTime, at }: Print, wanted: Wanted): string | undefined {
  if (wanted.draftTime === undefined) return 'draft-not-found';
  if (draftTime !== wanted.draftTime) return 'older-draft';
  return wanted.arrivedOn < dateOf(at) ? 'before-print' : undefined;
}

/** Those of a page that is one of the paper's all the same. */
const ofOurs: ReadonlySet<string | undefined> = new Set([
  ...[undefined, 'older-print', 'draft-not-found', 'older-draft', 'before-print', 'beside-signature'],
]);

/** What is wrong with one page by itself. */
function faultOfPage({ said, print }: PageFound, wanted: Wanted): string | undefined {
  if (typeof said === 'string') return wordOf[said];
  if (!print) return 'print-not-found';
  if (print.pages !== said.pages) return 'page-not-in-print';
  if (print.providerId !== wanted.providerId) return 'other-provider';
  if (print.month !== wanted.month) return 'other-month';
  if (print.form === 'signature') return faultOfSignature(print, wanted);
  if (wanted.needed.includes('signature')) return 'beside-signature';
  return wanted.newest.has(print.letters) || wanted.takesOlder ? undefined : 'older-print';
}

/**
 * All that is wrong with the pages of a paper (Paper), the page by its place among the codes, one that is missing by its
 * letters and number: not one of ours, of another month or provider, of an older print, signed for files that have been
 * replaced, there twice, not there.
 */
export function* faultsOfPages(pages: readonly PageFound[], wanted: Wanted): Generator<Fault> {
  const seen = new Set<string>();
  const prints = new Map<string, Print>();
  for (const [n, page] of pages.entries()) {
    const at = `body.codes.${n}`;
    const code = faultOfPage(page, wanted);
    if (code !== undefined) yield { at, code };
    const { said, print } = page;
    if (typeof said === 'string' || !print || !ofOurs.has(code)) continue;
    const place = `${said.letters}.${said.page}`;
    if (seen.has(place)) yield { at, code: 'page-twice' };
    seen.add(place);
    prints.set(print.letters, print);
  }
  for (const { letters, pages: count } of prints.values())
    for (let page = 1; page <= count; page += 1)
      if (!seen.has(`${letters}.${page}`)) yield { at: `${letters}.${page}`, code: 'page-missing' };
  const forms = [...prints.values()].map(({ form }) => form);
  for (const form of wanted.needed) if (!forms.includes(form)) yield { at: form, code: 'form-missing' };
  // Pages of two prints of one form are two papers.
  for (const [n, { print }] of pages.entries())
    if (print && forms.filter((form) => form === print.form).length > 1)
      yield { at: `body.codes.${n}`, code: 'two-prints' };
}
