import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Bucket, Documents, StoredDocument, ViewWanted } from '../ports/documents.ts';
import { sweepHalfWritten, writeDurably } from './durable-file.ts';

const About = z.object({
  id: z.string(),
  bucket: z.enum(['incoming', 'documents', 'records']),
  bytes: z.number(),
  sha256: z.string(),
  contentType: z.string(),
});

const SafeId = z.string().regex(/^[A-Za-z0-9._-]{1,120}$/);

/** What an upload form allows, carried in its fields and sealed with the machine's own secret. */
export type UploadPolicy = { id: string; contentType: string; maxBytes: number; expiresAt: string };

const policyText = (policy: UploadPolicy) =>
  JSON.stringify([policy.id, policy.contentType, policy.maxBytes, policy.expiresAt]);

const viewText = ({ bucket, id, contentType, shown, fileName, expiresAt }: ViewWanted) =>
  JSON.stringify(['view', bucket, id, contentType, shown, fileName ?? '', expiresAt]);

/** Files in folders, each beside a small description of itself. Written whole or not at all. `base` is where the machine takes them in and shows them. */
export function fileDocuments(folder: string, base: () => string) {
  for (const room of ['', 'incoming', 'documents', 'records']) {
    mkdirSync(join(folder, room), { recursive: true });
    sweepHalfWritten(join(folder, room));
  }
  const secretFile = join(folder, 'upload-secret');
  if (!existsSync(secretFile)) writeDurably(secretFile, randomBytes(32), 0o600);
  const secret = readFileSync(secretFile);
  const sealOf = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
  const seal = (policy: UploadPolicy) => sealOf(policyText(policy));
  const pathOf = (bucket: Bucket, id: string) => join(folder, bucket, SafeId.parse(id));

  const documents: Documents = {
    async openUpload(policy) {
      const fields = {
        key: policy.id,
        'Content-Type': policy.contentType,
        'x-max-bytes': String(policy.maxBytes),
        'x-expires': policy.expiresAt,
        'x-signature': seal(policy),
      };
      return { documentId: policy.id, url: `${base()}/uploads`, fields, expiresAt: policy.expiresAt };
    },

    async put(bucket, id, bytes, contentType) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const about: StoredDocument = { id, bucket, bytes: bytes.byteLength, sha256, contentType };
      const path = pathOf(bucket, id);
      const there = bucket === 'records' ? await documents.find(bucket, id) : undefined;
      if (there && there.sha256 !== sha256) throw new Error('another record lies there');
      if (there) return there;
      writeDurably(path, bytes);
      writeDurably(`${path}.about.json`, Buffer.from(JSON.stringify(about)));
      return about;
    },

    async find(bucket, id) {
      const path = `${pathOf(bucket, id)}.about.json`;
      return existsSync(path) ? About.parse(JSON.parse(await readFile(path, 'utf8'))) : undefined;
    },

    async *read(bucket, id) {
      for await (const piece of createReadStream(pathOf(bucket, id))) yield piece;
    },

    async openView(wanted) {
      const { bucket, id, contentType: type, shown, fileName, expiresAt: expires } = wanted;
      const query = new URLSearchParams({
        ...{ bucket, id: SafeId.parse(id), type, shown, expires, seal: sealOf(viewText(wanted)) },
        ...(fileName === undefined ? {} : { name: fileName }),
      });
      return { url: `${base()}/files?${query}`, expiresAt: expires };
    },
  };

  return {
    ...documents,
    isSealed: (policy: UploadPolicy, signature: string) => seal(policy) === signature,
    isSealedView: (wanted: ViewWanted, signature: string) => sealOf(viewText(wanted)) === signature,
  };
}
