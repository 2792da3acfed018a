import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { printLetters } from '../../../shared/domain/form-code.ts';
import { localIso, Month, plusMinutes } from '../../../shared/domain/local-time.ts';
import { accept, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { mayOpen, type Terms, termsOf, withCases } from '../load-basis.ts';
import type { Printed } from './form-pdf.ts';
import { keepPrintedRows } from './keep-printed-rows-step.ts';
import { loadMonthToSign } from './load-month-to-sign.ts';
import { type MonthForm, monthForm } from './month-form.ts';
import { type PaperForm, paperForms, paperPages } from './paper-pages.ts';
import { Print } from './print.ts';
import { printStore } from './print-store.ts';

const minutesToSave = 5;
const formats = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  pdf: 'application/pdf',
} as const;
type Format = keyof typeof formats;
const Format = z.enum(['xlsx', 'csv', 'pdf']);
const names = {
  ...{ month: 'blanketter', report: 'tidsrapport', deviations: 'avvikelser' },
  signature: 'underskrift',
} as const;
type FormKind = 'month' | PaperForm;

/** A file as it was made, and the prints that it is, each as it is kept. */
type Made = {
  readonly bytes: Uint8Array;
  readonly prints: readonly Pick<Print, 'form' | 'letters' | 'pages' | 'rowsId' | 'draftTime'>[];
};

/** The prints that are to be made, each with letters of its own; undefined when one has too many pages. */
function printsOf(form: MonthForm, kind: FormKind): readonly Printed[] | undefined {
  const prints: Printed[] = [];
  for (const of of kind === 'month' ? paperForms : [kind]) {
    const pages = paperPages(of, form)?.length;
    if (pages === undefined) return undefined;
    prints.push({ form: of, letters: printLetters(randomBytes(5)), pages });
  }
  return prints;
}

/** Loaded when somebody asks for it: every other way in of this function starts without it. */
async function bytesOf(form: MonthForm, kind: FormKind, format: Format, prints: readonly Printed[], at: string) {
  if (format === 'xlsx') return (await import('./form-workbook.ts')).formWorkbook(form);
  if (format === 'pdf') return (await import('./form-pdf.ts')).formPdf(form, prints, at, installedFonts());
  const { deviationsCsv, reportCsv } = await import('./form-csv.ts');
  return Buffer.from(kind === 'deviations' ? deviationsCsv() : reportCsv(form));
}

/** The month's forms to be filled in. */
async function madeForm(terms: Terms, kind: FormKind, format: Format, at: string, deps: Deps) {
  const { month, provider, settings } = terms;
  const { municipality, services } = settings;
  const { cases } = await withCases(terms, deps);
  const form = monthForm(cases, { month, municipality, services, provider });
  const prints = form && format === 'pdf' ? printsOf(form, kind) : [];
  if (!form || !prints) return refuse('conflict', 'form-too-large');
  const bytes = await bytesOf(form, kind, format, prints, at);
  const kept = await Promise.all(
    prints.map(async (one) => ({
      ...one,
      rowsId: await keepPrintedRows(paperPages(one.form, form) ?? [], deps),
    })),
  );
  return accept<Made>({ bytes, prints: kept });
}

/** The page on which the manager signs for the files that wait (A60). */
async function madeSignature(terms: Terms, at: string, deps: Deps) {
  const loaded = await loadMonthToSign(terms, deps);
  if (!loaded.ok) return loaded;
  const { toSign, draftTime } = loaded.value;
  const letters = printLetters(randomBytes(5));
  const { signaturePdf } = await import('./signature-pdf.ts');
  const bytes = await signaturePdf(toSign, letters, at, installedFonts());
  return accept<Made>({ bytes, prints: [{ form: 'signature', letters, pages: 1, draftTime }] });
}

/**
 * A provider's month to be filled in, with its own cases in it: both forms, or one of them (L-19, L-23, L-28). A print is
 * kept under the letters on its pages, so that a scan of it is known. Or the page to sign the files that wait on (A60).
 */
export const getForm = endpoint({
  summary: 'Where a form of the month, with the provider’s own cases in it, can be saved',
  path: z.object({
    month: Month,
    providerId: SafeId,
    kind: z.enum(['month', 'report', 'deviations', 'signature']).meta({
      description: 'Both forms, or one of them; or the page to sign the files that wait on, which is a PDF alone',
    }),
  }),
  query: z.strictObject({
    format: Format.default('xlsx').meta({
      description:
        'A workbook always holds both forms, a file in CSV one of them; a PDF is printed and filled in by hand',
    }),
  }),
  answer: z.object({
    url: z.string().meta({ description: 'Whoever has it may read the file until it expires' }),
    expiresAt: z.string(),
    fileName: z.string(),
    contentType: z.string(),
    prints: z.array(z.object({ form: Print.shape.form, letters: Print.shape.letters, pages: Print.shape.pages })).meta({
      description: 'What was printed, by the letters that stand on its pages; nothing of what is not printed',
    }),
  }),
  async run({ path, query: { format }, caller, at }, deps) {
    const { month, providerId, kind } = path;
    if (!mayOpen(caller, providerId)) return refuse('missing', 'provider-not-found');
    if (kind === 'signature' ? format !== 'pdf' : format === 'csv' && kind === 'month')
      return refuse('invalid', 'bad-request', [{ at: 'query.format', code: 'bad-value' }]);
    const terms = await termsOf(month, providerId, deps);
    if (!terms.ok) return terms;
    const made =
      kind === 'signature'
        ? await madeSignature(terms.value, at, deps)
        : await madeForm(terms.value, kind, format, at, deps);
    if (!made.ok) return made;
    const { bytes, prints } = made.value;

    const id = deps.newId('blankett');
    const contentType = formats[format];
    await deps.documents.put('documents', id, bytes, contentType);
    const fileName = `${names[format === 'xlsx' ? 'month' : kind]}-${providerId}-${month}.${format}`;
    const expiresAt = plusMinutes(at, minutesToSave);
    const wanted = { bucket: 'documents', id, contentType, shown: 'attachment', fileName, expiresAt } as const;
    const { url } = await deps.documents.openView(wanted);
    const said = prints.map(({ form, letters, pages }) => ({ form, letters, pages }));
    return done(
      { url, expiresAt: localIso(expiresAt), fileName, contentType, prints: said },
      { saves: prints.map((one) => printStore(deps.table).add({ ...one, month, providerId, at, documentId: id })) },
    );
  },
});
