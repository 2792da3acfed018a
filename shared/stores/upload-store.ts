import * as z from 'zod';
import { type Instant, plusHours } from '../domain/local-time.ts';
import type { Change, Key, Table } from '../ports/table.ts';

/** Whose upload a document is; a provider reads only its own. */
export const Upload = z.object({ documentId: z.string(), providerId: z.string().optional(), userId: z.string() });
export type Upload = z.infer<typeof Upload>;

const keyOf = (documentId: string): Key => ({ pk: `UPLOAD#${documentId}`, sk: 'UPLOAD' });
const aMonth = 31 * 24;

/** Where opened uploads live until they are taken up. */
export const uploadStore = (table: Table) => ({
  async find(documentId: string): Promise<Upload | undefined> {
    const item = await table.get(keyOf(documentId));
    return item && Upload.parse(item.data);
  },
  open: (next: Upload, at: Instant): Change => ({
    kind: 'put',
    over: 0,
    item: { ...keyOf(next.documentId), data: next, expiresAt: plusHours(at, aMonth) },
  }),
});
