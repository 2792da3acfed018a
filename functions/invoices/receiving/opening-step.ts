import type * as z from 'zod';
import { canonicalBytes } from '../../../shared/domain/canonical.ts';
import type { Month } from '../../../shared/domain/local-date.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { WhyNotReadable } from '../../../shared/pdf/reading/pdf-value.ts';
import { type ReadPdf, readPdf } from '../../../shared/pdf/reading/read-pdf.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type HandedIn, openHandedIn } from '../../months/door.ts';
import type { FiledInvoice } from '../filed-invoice.ts';
import { mostInvoiceBytes, type ReadInvoice, readInvoice } from '../reading/read-invoice.ts';
import { fileTypeOf } from './file-type.ts';
import type { KeyedFigures } from './keyed-figures.ts';

export type OpenedInvoice = {
  readonly read: ReadInvoice;
  readonly source: Exclude<FiledInvoice['source'], 'statement'>;
  readonly file: NonNullable<FiledInvoice['file']>;
  /** Of a PDF without text that can be searched, why. */
  readonly whyNot?: WhyNotReadable | undefined;
};

type CannotOpen =
  | ('file-not-found' | 'file-or-figures-missing' | 'figures-missing' | 'figures-not-asked')
  | ('invoice-too-large' | 'invoice-unreadable');

async function bytesIn(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** Kept among the documents, with its sum, before anything is made of it; nothing that is received is lost. */
async function kept(bytes: Uint8Array, contentType: string, deps: Deps): Promise<OpenedInvoice['file']> {
  const { id, sha256, bytes: size } = await deps.documents.put('documents', deps.newId('fil'), bytes, contentType);
  return { documentId: id, sha256, bytes: size, contentType };
}

const missing = <Code extends CannotOpen>(code: Code, at: string) => refuse('invalid', code, [{ at, code }]);

/** Keyed figures with what stands in the PDF that they were keyed from: its text is searched as a UBL's is (L-42). */
function withPdf(
  { invoice }: ReadInvoice,
  { texts, hasFiles, why }: ReadPdf,
): Pick<OpenedInvoice, 'read' | 'source' | 'whyNot'> {
  const pages = (texts ?? []).map((one) => ({ ...one, kind: 'page' }) as const);
  return {
    read: { invoice: { ...invoice, texts: [...invoice.texts, ...pages], embedded: hasFiles ? ['fil'] : [] } },
    source: texts ? 'pdf' : 'scan',
    ...(texts ? {} : { whyNot: why }),
  };
}

async function fromFile(
  file: z.output<typeof HandedIn>,
  figures: KeyedFigures | undefined,
  caller: Caller,
  deps: Deps,
): Promise<Result<OpenedInvoice, CannotOpen>> {
  const opened = await openHandedIn(file, caller, deps);
  if (!opened) return missing('file-not-found', 'body.file');
  if (opened.document.bytes > mostInvoiceBytes) return missing('invoice-too-large', 'body.file');
  const bytes = await bytesIn(opened.source.chunks());
  const type = fileTypeOf(bytes);
  if (type === 'text') {
    if (figures) return missing('figures-not-asked', 'body.figures');
    const read = readInvoice(bytes);
    if (!read.ok) return missing(read.code, 'body.file');
    const isUbl = read.value.document !== undefined;
    const contentType = isUbl ? 'application/xml' : 'application/json';
    const source = isUbl ? 'ubl' : 'figures';
    return accept({ read: read.value, source, file: await kept(bytes, contentType, deps) });
  }
  if (type === undefined) return missing('invoice-unreadable', 'body.file');
  if (!figures) return missing('figures-missing', 'body.figures');
  const read = readInvoice(canonicalBytes(figures));
  if (!read.ok) return missing(read.code, 'body.figures');
  const filed = await kept(bytes, type, deps);
  return accept(
    type === 'application/pdf'
      ? { ...withPdf(read.value, readPdf(bytes)), file: filed }
      : { read: read.value, source: 'scan', file: filed, whyNot: 'picture' },
  );
}

/** A file of figures may leave the month out: who hands it in has then said it beside them. */
export const withSaidMonth = (read: ReadInvoice, month: Month | undefined): ReadInvoice =>
  read.document || read.invoice.month !== undefined || month === undefined
    ? read
    : { ...read, invoice: { ...read.invoice, month } };

/**
 * What has come in, as it can be judged: UBL or figures as a file, figures alone, or a PDF or a picture with the figures
 * that somebody has keyed from it.
 */
export async function openInvoice(
  {
    file,
    figures,
  }: { readonly file?: z.output<typeof HandedIn> | undefined; readonly figures?: KeyedFigures | undefined },
  caller: Caller,
  deps: Deps,
): Promise<Result<OpenedInvoice, CannotOpen>> {
  if (file) return fromFile(file, figures, caller, deps);
  if (!figures) return missing('file-or-figures-missing', 'body.file');
  const bytes = canonicalBytes(figures);
  const read = readInvoice(bytes);
  if (!read.ok) return missing(read.code, 'body.figures');
  return accept({ read: read.value, source: 'figures', file: await kept(bytes, 'application/json', deps) });
}
