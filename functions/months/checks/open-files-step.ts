import * as z from 'zod';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { uploadStore } from '../../../shared/stores/upload-store.ts';
import { mediaType } from '../../../shared/workbook/media-type.ts';
import { bytesSource } from '../dry-run/byte-source.ts';
import { type OpenedFile, openIncoming, type TwoOpened } from './load-files.ts';

const most = 4_000_000;

/** A file that is handed in: uploaded by the form that `openUpload` gave, or, when it is small, in the request itself. */
export const HandedIn = z
  .union([
    z.strictObject({ documentId: z.string().min(1).max(100).meta({ description: 'From openUpload' }) }),
    z.strictObject({ base64: z.base64().max(most).meta({ description: 'The bytes of a small file' }) }),
    z.strictObject({ text: z.string().max(most).meta({ description: 'The text of a small file, kept as UTF-8' }) }),
  ])
  .meta({ id: 'HandedInFile' });
export type HandedIn = z.infer<typeof HandedIn>;

/** The file as it was received, kept with its SHA-256 before anything is made of it; again under an id of its own. */
export async function openHandedIn(file: HandedIn, caller: Caller, deps: Deps): Promise<OpenedFile | undefined> {
  if ('documentId' in file) {
    // An upload belongs to the provider that opened it; another's does not exist.
    const upload = await uploadStore(deps.table).find(file.documentId);
    if (!upload || upload.providerId !== caller.providerId) return undefined;
    return openIncoming(file.documentId, deps);
  }
  const bytes = 'base64' in file ? Buffer.from(file.base64, 'base64') : Buffer.from(file.text, 'utf8');
  const document = await deps.documents.put('incoming', deps.newId('fil'), bytes, mediaType(bytes));
  return { document, source: bytesSource(bytes) };
}

/** Both files opened, and those that came in the request itself laid among what has come in; each missing one is named. */
export async function openFiles(
  files: { readonly report: HandedIn; readonly deviations: HandedIn },
  caller: Caller,
  deps: Deps,
): Promise<Result<TwoOpened, 'file-not-found'>> {
  const report = await openHandedIn(files.report, caller, deps);
  const deviations = await openHandedIn(files.deviations, caller, deps);
  if (report && deviations) return accept({ report, deviations });
  const faults: Fault[] = [
    ...(report ? [] : [{ at: 'body.report', code: 'file-not-found' }]),
    ...(deviations ? [] : [{ at: 'body.deviations', code: 'file-not-found' }]),
  ];
  return refuse('invalid', 'file-not-found', faults);
}
