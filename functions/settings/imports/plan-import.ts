import * as z from 'zod';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { guarded } from '../../../shared/domain/free-text.ts';
import { type Fault, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { uploadStore } from '../../../shared/stores/upload-store.ts';
import { ImportName } from './import-row.ts';
import { type Import, importStore } from './import-store.ts';
import { ImportView, importView } from './import-view.ts';

const most = 4_000_000;
const File = z.union([
  z.strictObject({ name: ImportName, documentId: z.string().min(1).max(100).meta({ description: 'From openUpload' }) }),
  z.strictObject({ name: ImportName, base64: z.base64().max(most).meta({ description: 'The bytes of a small file' }) }),
  z.strictObject({ name: ImportName, text: z.string().max(most).meta({ description: 'The text of a small file' }) }),
]);

const Body = z
  .strictObject({
    municipality: guarded(z.string().trim().min(1).max(200).regex(oneLine))
      .optional()
      .meta({ description: 'Its name: needed the first time, when no cases.json says it' }),
    pack: z.string().optional().meta({ description: 'As before when left out, the first time leksand' }),
    set: z.array(z.string()).max(100).optional().meta({ description: 'As before when left out' }),
    invoiceAddress: guarded(z.string().min(1).max(200)).optional().meta({ description: 'As before when left out' }),
    file: z.unknown().optional().meta({ description: 'cases.json itself, when it is small' }),
    files: z.array(File).max(6).optional().meta({ description: 'Each of them once' }),
  })
  .refine(
    ({ file, files = [], ...chosen }) =>
      file !== undefined || files.length > 0 || Object.values(chosen).some((one) => one !== undefined),
    { path: ['files'], error: 'missing-field' },
  );

/**
 * Files are read in, for the first time or again, or the municipality chooses anew what it is called and follows: what
 * that would change is told row by row, and nothing is changed before somebody says so.
 */
export const planImport = endpoint({
  summary: 'Read files in and see what they would change',
  body: Body,
  answer: ImportView,
  async run({ body, caller, at }, deps) {
    const { file, files = [], municipality, pack, set, invoiceAddress } = body;
    const names = [...(file === undefined ? [] : ['cases.json']), ...files.map(({ name }) => name)];
    const faults: Fault[] = names.length > new Set(names).size ? [{ at: 'body.files', code: 'file-twice' }] : [];
    const kept: Import['files'] = [];
    const lay = async (name: ImportName, bytes: Uint8Array, contentType: string) => {
      const { id } = await deps.documents.put('incoming', deps.newId('fil'), bytes, contentType);
      kept.push({ name, documentId: id });
    };
    for (const [index, one] of files.entries()) {
      if (!('documentId' in one)) continue;
      // Another's upload does not exist.
      const upload = await uploadStore(deps.table).find(one.documentId);
      const found = upload && !upload.providerId && (await deps.documents.find('incoming', one.documentId));
      if (!found) faults.push({ at: `body.files[${index}].documentId`, code: 'file-not-found' });
      kept.push({ name: one.name, documentId: one.documentId });
    }
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults);
    if (file !== undefined) await lay('cases.json', Buffer.from(JSON.stringify(file), 'utf8'), 'application/json');
    for (const one of files) {
      if ('documentId' in one) continue;
      const bytes = 'text' in one ? Buffer.from(one.text, 'utf8') : Buffer.from(one.base64, 'base64');
      await lay(one.name, bytes, one.name === 'cases.json' ? 'application/json' : 'text/csv');
    }
    const { userId, role, actingFor } = caller;
    const order: Import = {
      id: deps.newId('inlasning'),
      by: { userId, role, ...(actingFor ? { actingFor } : {}) },
      askedAt: at,
      state: 'READING',
      files: kept,
      ...(municipality === undefined ? {} : { municipality }),
      ...(pack === undefined ? {} : { pack }),
      ...(set === undefined ? {} : { set }),
      ...(invoiceAddress === undefined ? {} : { invoiceAddress }),
      done: 0,
      counts: { new: 0, changed: 0, leftOut: 0, unchanged: 0, faults: 0 },
    };
    return done(importView(order, []), { status: 202, saves: [importStore(deps.table).save(order, undefined)] });
  },
});
