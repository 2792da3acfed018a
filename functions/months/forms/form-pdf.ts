import { deviationTypes, visitStatuses } from '../../../shared/domain/file-columns.ts';
import { pageCode } from '../../../shared/domain/form-code.ts';
import { type Instant, swedishInstant, swedishMonth } from '../../../shared/domain/local-time.ts';
import { type PagedColumn, type PagedPage, pagedForm } from '../../../shared/pdf/paged-form.ts';
import type { Fonts } from '../../../shared/pdf/tagged-pdf.ts';
import type { MonthForm } from './month-form.ts';
import { inFours } from './page-letters.ts';
import { type PaperForm, paperPages } from './paper-pages.ts';

/** One print of one form: the letters tell its pages from those of every other print. */
export type Printed = { readonly form: PaperForm; readonly letters: string; readonly pages: number };

const titles: Readonly<Record<PaperForm, string>> = { report: 'Tidsrapport', deviations: 'Avvikelseblankett' };

const columns: Readonly<Record<PaperForm, readonly PagedColumn[]>> = {
  report: [
    { head: 'Ärendenummer', width: 0.18 },
    { head: 'Insats', width: 0.1 },
    { head: 'Datum', width: 0.13 },
    { head: 'Start', width: 0.09 },
    { head: 'Slut', width: 0.09 },
    { head: 'Beställda minuter', width: 0.12, align: 'right' },
    { head: 'Utförda minuter', width: 0.12, align: 'right' },
    { head: 'Status', width: 0.17 },
  ],
  deviations: [
    { head: 'Ärendenummer', width: 0.15 },
    { head: 'Datum', width: 0.1 },
    { head: 'Till', width: 0.1 },
    { head: 'Start', width: 0.07 },
    { head: 'Typ', width: 0.18 },
    { head: 'Minuter', width: 0.07, align: 'right' },
    { head: 'Kunden meddelade, dag och tid', width: 0.16 },
    { head: 'Kommentar', width: 0.17 },
  ],
};

const hints: Readonly<Record<PaperForm, readonly string[]>> = {
  report: [
    'Ett besök på varje rad: datum, start, slut, hela minuter och status. Rader som inte behövs lämnas tomma.',
    `Status: ${visitStatuses.join(', ')}.`,
    'Summera varje ärende på raden SUMMA, och hela månaden på raden TOTALT på sista sidan.',
    'Räcker inte raderna: fortsätt på de tomma raderna sist, med ärendenumret på varje rad, eller fyll i månaden i systemet.',
  ],
  deviations: [
    `Typ: ${deviationTypes.join(', ')}.`,
    'Sjukhus: Datum är dagen kunden skrevs in, Till är dagen kunden kom hem. Lämna Till tomt om kunden är kvar.',
    'Skriv inga namn. En månad utan avvikelser lämnas in tom och undertecknad.',
    'Räcker inte raderna: fyll i blanketten i systemet.',
  ],
};

async function pagesOf(form: MonthForm, printed: Printed): Promise<readonly PagedPage[]> {
  const rows = paperPages(printed.form, form) ?? [];
  return Promise.all(
    rows.map(async (of, index): Promise<PagedPage> => {
      const page = index + 1;
      const said = `blankett ${inFours(printed.letters)}, sida ${page} av ${printed.pages}`;
      const text = await pageCode({ letters: printed.letters, page, pages: printed.pages });
      return {
        title: `${titles[printed.form]} ${swedishMonth(form.month)}`,
        isFirst: page === 1,
        facts: [
          { label: 'Utförare', value: `${form.provider.name} (${form.provider.id})` },
          { label: 'Månad', value: form.month },
          { label: 'Sida', value: `${page} av ${printed.pages}` },
        ],
        hints: hints[printed.form],
        mark: { text, lines: [text, said], alternative: `QR-kod: ${said}. Samma kod står i text under.` },
        columns: columns[printed.form],
        rows: of,
        ...(page === printed.pages ? { signing: ['Chefens underskrift', 'Namnförtydligande', 'Datum'] } : {}),
      };
    }),
  );
}

/**
 * The forms to be printed and filled in by hand (L-28), each with room for its manager's signature (L-25). They hold case
 * numbers, never customers. The same prints give the same bytes.
 */
export async function formPdf(
  form: MonthForm,
  prints: readonly Printed[],
  at: Instant,
  fonts: Fonts,
): Promise<Uint8Array> {
  const pages = (await Promise.all(prints.map((printed) => pagesOf(form, printed)))).flat();
  const title = `${prints.map((printed) => titles[printed.form]).join(' och ')} ${swedishMonth(form.month)}`;
  const about = { title, author: form.municipality, subject: 'Blanketter till utförare', created: new Date(at) };
  const foot = `${form.municipality}. Utskriven ${swedishInstant(at)}. Blanketten lämnas in hel, alla sidor. Skriv ärendenummer, aldrig namn.`;
  return pagedForm(about, pages, foot, fonts);
}
