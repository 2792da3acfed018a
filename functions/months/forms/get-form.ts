import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { printLetters } from '../../../shared/domain/form-code.ts';
import { localIso, Month, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import { basisOf, mayOpen } from '../load-basis.ts';
import type { Printed } from './form-pdf.ts';
import { keepPrintedRows } from './keep-printed-rows-step.ts';
import { type MonthForm, monthForm } from './month-form.ts';
import { paperForms, paperPages } from './paper-pages.ts';
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
const names = { month: 'blanketter', report: 'tidsrapport', deviations: 'avvikelser' } as const;
type Kind = keyof typeof names;

/** The prints that are to be made, each with letters of its own; undefined when one has too many pages. */
function printsOf(form: MonthForm, kind: Kind): readonly Printed[] | undefined {
  const prints: Printed[] = [];
  for (const of of kind === 'month' ? paperForms : [kind]) {
    const pages = paperPages(of, form)?.length;
    if (pages === undefined) return undefined;
    prints.push({ form: of, letters: printLetters(randomBytes(5)), pages });
  }
  return prints;
}

/** Loaded when somebody asks for it: every other way in of this function starts without it. */
async function bytesOf(form: MonthForm, kind: Kind, format: Format, prints: readonly Printed[], at: string) {
  if (format === 'xlsx') return (await import('./form-workbook.ts')).formWorkbook(form);
  if (format === 'pdf') return (await import('./form-pdf.ts')).formPdf(form, prints, at, installedFonts());
  const { deviationsCsv, reportCsv } = await import('./form-csv.ts');
  return Buffer.from(kind === 'deviations' ? deviationsCsv() : reportCsv(form));
}

/**
 * A provider's month to be filled in, with its own cases in it: both forms, or one of them (L-19, L-23, L-28). A print is
 * kept under the letters on its pages, so that a scan of it is known.
 */
export const getForm = endpoint({
  summary: 'Where a form of the month, with the provider’s own cases in it, can be saved',
  path: z.object({
    month: Month,
    providerId: SafeId,
    kind: z.enum(['month', 'report', 'deviations']).meta({ description: 'Both forms, or one of them' }),
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
    if (format === 'csv' && kind === 'month')
      return refuse('invalid', 'bad-request', [{ at: 'query.format', code: 'bad-value' }]);
    const basis = await basisOf(month, providerId, deps);
    if (!basis.ok) return basis;
    const { provider, cases, settings } = basis.value;
    const { municipality, services } = settings;
    const form = monthForm(cases, { month, municipality, services, provider });
    const prints = form && format === 'pdf' ? printsOf(form, kind) : [];
    if (!form || !prints) return refuse('conflict', 'form-too-large');

    const id = deps.newId('blankett');
    const contentType = formats[format];
    await deps.documents.put('documents', id, await bytesOf(form, kind, format, prints, at), contentType);
    const fileName = `${names[format === 'xlsx' ? 'month' : kind]}-${providerId}-${month}.${format}`;
    const expiresAt = plusMinutes(at, minutesToSave);
    const wanted = { bucket: 'documents', id, contentType, shown: 'attachment', fileName, expiresAt } as const;
    const { url } = await deps.documents.openView(wanted);
    const kept = await Promise.all(
      prints.map(async (printed) => {
        const rowsId = await keepPrintedRows(paperPages(printed.form, form) ?? [], deps);
        return { ...printed, month, providerId, at, documentId: id, rowsId };
      }),
    );
    return done(
      { url, expiresAt: localIso(expiresAt), fileName, contentType, prints: [...prints] },
      { saves: kept.map((one) => printStore(deps.table).add(one)) },
    );
  },
});
