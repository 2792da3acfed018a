import * as z from 'zod';
import { localIso, plusMinutes } from '../../shared/domain/local-time.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { uploadStore } from '../../shared/stores/upload-store.ts';

const mebibyte = 1024 * 1024;
const types = [
  ...(['text/csv', 'application/json', 'application/pdf', 'image/jpeg', 'image/png', 'image/tiff'] as const),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/xml',
] as const;

/** A form by which the browser sends one file: one place, one type, a bounded size, for a quarter of an hour. */
export const openUpload = endpoint({
  summary: 'Open an upload: a form for one file',
  body: z.strictObject({
    contentType: z.enum(types).default('text/csv'),
    bytes: z
      .int()
      .min(1)
      .max(25 * mebibyte)
      .optional()
      .meta({ description: 'The size, when it is known' }),
  }),
  answer: z.object({
    documentId: z.string(),
    url: z.string(),
    fields: z.record(z.string(), z.string()).meta({ description: 'Sent as form fields before the field `file`' }),
    expiresAt: z.string(),
  }),
  async run({ body, caller, at }, deps) {
    const wanted = {
      id: deps.newId('fil'),
      contentType: body.contentType,
      maxBytes: body.bytes ?? 25 * mebibyte,
      expiresAt: plusMinutes(at, 15),
    };
    const form = await deps.documents.openUpload(wanted);
    const upload = { documentId: wanted.id, userId: caller.userId, providerId: caller.providerId };
    const view = { ...form, fields: { ...form.fields }, expiresAt: localIso(form.expiresAt) };
    return done(view, { status: 201, saves: [uploadStore(deps.table).open(upload, at)] });
  },
});
