import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { languageOf } from '../../../shared/http/language.ts';
import { problem } from '../../../shared/http/problem.ts';
import { dispositionOf } from '../../../shared/ports/documents.ts';
import type { Machine } from '../machine.ts';
import type { LocalRoute } from './route.ts';

/** What an address of `openView` holds. */
const Query = z.object({
  bucket: z.enum(['incoming', 'documents', 'records']),
  id: z.string().regex(/^[A-Za-z0-9._-]{1,120}$/),
  type: z.string().max(200),
  shown: z.enum(['inline', 'attachment']),
  name: z.string().max(200).optional(),
  expires: Instant,
  seal: z.string(),
});

/** A file is a stranger in the house: it runs nothing and asks for nothing. (A sandbox would keep a PDF from being shown.) */
const stranger =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'none'";

/** Where a file is shown on this machine. Whoever holds the address may read that one file until its time is out. */
export function fileRoute({ documents, deps }: Machine): LocalRoute {
  return {
    on: 'GET /_local/files',
    async answer({ query, headers }) {
      const refuse = (status: number, code: string) => problem(status, code, languageOf(headers));
      const asked = Query.safeParse(Object.fromEntries(query));
      if (!asked.success) return refuse(403, 'view-not-allowed');
      const { bucket, id, type: contentType, shown, name: fileName, expires: expiresAt, seal } = asked.data;
      if (!documents.isSealedView({ bucket, id, contentType, shown, fileName, expiresAt }, seal))
        return refuse(403, 'view-not-allowed');
      if (expiresAt <= deps.clock.now()) return refuse(403, 'view-expired');
      if (!(await documents.find(bucket, id))) return refuse(404, 'file-not-found');
      return {
        statusCode: 200,
        headers: {
          'content-type': contentType,
          'content-disposition': dispositionOf({ shown, fileName }),
          'cache-control': 'no-store',
          'content-security-policy': stranger,
        },
        body: await buffer(documents.read(bucket, id)),
      };
    },
  };
}
