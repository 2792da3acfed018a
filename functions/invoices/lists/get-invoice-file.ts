import * as z from 'zod';
import { localIso, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { InvoicePath } from '../invoice-act-step.ts';
import { loadFiled } from '../load-filed.ts';

const minutesToSave = 5;
const endings: Readonly<Record<string, string>> = {
  'application/xml': 'xml',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
};

/** Where an invoice's file can be saved, as it was received; it is saved and never shown here. */
export const getInvoiceFile = endpoint({
  summary: 'Where an invoice’s file can be saved',
  path: InvoicePath,
  answer: z.object({
    url: z.string().meta({ description: 'Whoever has it may read the file until it expires' }),
    ...{ expiresAt: z.string(), fileName: z.string(), contentType: z.string(), sha256: z.string() },
  }),
  async run({ path: { invoiceId }, caller, at }, deps) {
    const own = await loadFiled(invoiceId, { caller }, deps);
    if (!own.ok) return own;
    const { file } = own.value.stored.entity;
    if (!file) return refuse('missing', 'file-not-found');
    const { documentId: id, contentType, sha256 } = file;
    const fileName = `${invoiceId}.${endings[contentType] ?? 'bin'}`;
    const expiresAt = plusMinutes(at, minutesToSave);
    const wanted = { bucket: 'documents', id, contentType, shown: 'attachment', fileName, expiresAt } as const;
    const { url } = await deps.documents.openView(wanted);
    return done({ url, expiresAt: localIso(expiresAt), fileName, contentType, sha256 });
  },
});
