import * as z from 'zod';
import { localIso, plusMinutes } from '../../shared/domain/local-time.ts';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { BookingFormat } from './booking-export.ts';
import { exportStore } from './export-store.ts';

const minutesToSave = 5;
const kinds = {
  csv: { contentType: 'text/csv', ending: 'csv' },
  sie: { contentType: 'text/plain', ending: 'si' },
  fixed: { contentType: 'text/plain', ending: 'txt' },
} as const;

/** Where an export's file can be saved: the bytes that were made with it, whenever it is asked for. */
export const getBookingFile = endpoint({
  summary: 'Where a file of an export to finance can be saved',
  path: z.object({ number: z.coerce.number().int().min(1).max(99_999_999) }),
  query: z.strictObject({ format: BookingFormat.default('csv') }),
  answer: z.object({
    url: z.string().meta({ description: 'Whoever has it may read the file until it expires' }),
    expiresAt: z.string(),
    fileName: z.string(),
    contentType: z.string(),
    sha256: z.string(),
  }),
  async run({ path, query: { format }, at }, deps) {
    const made = await exportStore(deps.table).find(path.number);
    if (!made) return refuse('missing', 'booking-not-found');
    const { contentType, ending } = kinds[format];
    const file = made.files[format];
    if (!file) return refuse('conflict', 'code-too-long');
    const { documentId: id, sha256 } = file;
    const fileName = `bokning-${made.number}.${ending}`;
    const expiresAt = plusMinutes(at, minutesToSave);
    const wanted = { bucket: 'documents', id, contentType, shown: 'attachment', fileName, expiresAt } as const;
    const { url } = await deps.documents.openView(wanted);
    return done({ url, expiresAt: localIso(expiresAt), fileName, contentType, sha256 });
  },
});
