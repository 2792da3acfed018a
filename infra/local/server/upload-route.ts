import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { languageOf } from '../../../shared/http/language.ts';
import { problem } from '../../../shared/http/problem.ts';
import type { Machine } from '../machine.ts';
import { jsonReply, type LocalReply, type LocalRequest, type LocalRoute } from './route.ts';

/** The largest form that is read at all; what one upload may hold is sealed in its own fields. */
const formLimit = 64_000_000;

/** The fields of an upload form, in the names that the cloud's own form uses. */
const Fields = z.object({
  key: z.string().regex(/^[A-Za-z0-9._-]{1,120}$/),
  'Content-Type': z.string().max(200),
  'x-max-bytes': z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  'x-expires': Instant,
  'x-signature': z.string(),
});

async function formOf({ headers, body }: LocalRequest): Promise<FormData | undefined> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}

/**
 * Where an upload form leads on this machine. Whoever holds the form may send one file to one place: the seal over
 * its fields is the permission. The type is the form's, since browsers guess a file's type as they like.
 */
export function uploadRoute({ documents, deps }: Machine): LocalRoute {
  async function store(asked: LocalRequest, refuse: (status: number, code: string) => LocalReply): Promise<LocalReply> {
    const form = await formOf(asked);
    if (!form) return refuse(422, 'not-an-upload-form');
    const fields = Fields.safeParse(Object.fromEntries(form));
    const file = form.get('file');
    if (!fields.success) return refuse(422, 'not-an-upload-form');
    const { key: id, 'Content-Type': contentType, 'x-max-bytes': maxBytes, 'x-expires': expiresAt } = fields.data;
    if (!documents.isSealed({ id, contentType, maxBytes, expiresAt }, fields.data['x-signature']))
      return refuse(403, 'upload-not-allowed');
    if (expiresAt <= deps.clock.now()) return refuse(403, 'upload-expired');
    if (!(file instanceof File) || file.size === 0) return refuse(422, 'no-file');
    if (file.size > maxBytes) return refuse(413, 'too-large');

    const bytes = new Uint8Array(await file.arrayBuffer());
    const there = await documents.find('incoming', id);
    if (there && there.sha256 !== (await sha256(bytes))) return refuse(409, 'already-uploaded');
    const stored = there ?? (await documents.put('incoming', id, bytes, contentType));
    return jsonReply({ documentId: stored.id, bytes: stored.bytes, sha256: stored.sha256 }, 201);
  }

  // One at a time, so that of two files for one place only one can be the first.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<LocalReply>): Promise<LocalReply> => {
    const mine = turn.then(work, work);
    turn = mine;
    return mine;
  };

  return {
    on: 'POST /_local/uploads',
    maxBytes: formLimit,
    answer: (asked) => inTurn(() => store(asked, (status, code) => problem(status, code, languageOf(asked.headers)))),
  };
}
