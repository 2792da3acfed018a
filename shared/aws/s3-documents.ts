import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import type { Clock } from '../ports/clock.ts';
import { type Bucket, type Documents, dispositionOf, type StoredDocument } from '../ports/documents.ts';
import { Busy } from '../ports/table.ts';

const SafeId = z.string().regex(/^[A-Za-z0-9._-]{1,120}$/);

const scanTag = 'GuardDutyMalwareScanStatus';
const clean = 'NO_THREATS_FOUND';
/** How many files that came in are remembered as scanned and summed; they are found and read several times in a row. */
const remembered = 200;

export type S3DocumentsSettings = {
  readonly client: S3Client;
  readonly buckets: Readonly<Record<Bucket, string>>;
  readonly clock: Clock;
  /** Whether what has come in must have been scanned, and found clean, before anything is read of it. */
  readonly scanGate: 'closed-until-clean' | 'open';
};

/** A file that came in, as it was when it was scanned and summed. */
type Known = { readonly etag: string; readonly sha256: string };

const isMissing = (failure: unknown): boolean =>
  failure instanceof S3ServiceException && (failure.name === 'NotFound' || failure.name === 'NoSuchKey');

/** Something lies there already. */
const isTaken = (failure: unknown): boolean =>
  failure instanceof S3ServiceException && failure.name === 'PreconditionFailed';

const isAsync = (body: object): body is AsyncIterable<Uint8Array> => Symbol.asyncIterator in body;

/**
 * Files in S3, under their ids. What this system puts carries its SHA-256 as metadata; what a browser sent by a form
 * is summed when it is first found. What has come in and is not scanned yet is `Busy`; what is not clean is not there.
 */
export function s3Documents({ client, buckets, clock, scanGate }: S3DocumentsSettings): Documents {
  const known = new Map<string, Known>();
  const place = (bucket: Bucket, id: string) => ({ Bucket: buckets[bucket], Key: SafeId.parse(id) });

  async function* bytesOf(bucket: Bucket, id: string, etag?: string): AsyncIterable<Uint8Array> {
    const { Body } = await client.send(
      new GetObjectCommand({ ...place(bucket, id), ...(etag ? { IfMatch: etag } : {}) }),
    );
    if (!Body || !isAsync(Body)) throw new Error('a file without a stream');
    yield* Body;
  }

  async function headOf(bucket: Bucket, id: string): Promise<HeadObjectCommandOutput | undefined> {
    try {
      return await client.send(new HeadObjectCommand(place(bucket, id)));
    } catch (failure) {
      if (isMissing(failure)) return undefined;
      throw failure;
    }
  }

  /** What the scanner said of a file; asked before anything else, since nobody may even ask its size before it is clean. */
  async function isThereAndClean(id: string): Promise<boolean> {
    try {
      const { TagSet = [] } = await client.send(new GetObjectTaggingCommand(place('incoming', id)));
      const verdict = TagSet.find(({ Key }) => Key === scanTag)?.Value;
      if (verdict === undefined) throw new Busy('a file that has come in is not scanned yet');
      return verdict === clean;
    } catch (failure) {
      if (isMissing(failure)) return false;
      throw failure;
    }
  }

  async function sumOf(bucket: Bucket, id: string, etag: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of bytesOf(bucket, id, etag)) hash.update(piece);
    return hash.digest('hex');
  }

  /** A file that came in is summed once, unless this system put it. */
  async function sumOfIncoming(id: string, { ETag: etag = '', Metadata }: HeadObjectCommandOutput): Promise<string> {
    const before = known.get(id);
    if (before?.etag === etag) return before.sha256;
    const sha256 = Metadata?.sha256 ?? (await sumOf('incoming', id, etag));
    known.set(id, { etag, sha256 });
    for (const oldest of known.keys()) if (known.size > remembered) known.delete(oldest);
    return sha256;
  }

  async function find(bucket: Bucket, id: string): Promise<StoredDocument | undefined> {
    const isGated = bucket === 'incoming' && scanGate === 'closed-until-clean';
    if (isGated && !(await isThereAndClean(id))) return undefined;
    const head = await headOf(bucket, id);
    if (!head) return undefined;
    const sha256 = bucket === 'incoming' ? await sumOfIncoming(id, head) : head.Metadata?.sha256;
    if (sha256 === undefined) throw new Error('a file that this system did not put');
    const { ContentLength: bytes = 0, ContentType: contentType = '' } = head;
    return { id, bucket, bytes, sha256, contentType };
  }

  /** For how long what is signed now is good. */
  const secondsUntil = (expiresAt: string): number =>
    Math.max(1, Math.floor((Date.parse(expiresAt) - Date.parse(clock.now())) / 1000));

  return {
    find,

    async openUpload({ id, contentType, maxBytes, expiresAt }) {
      const { url, fields } = await createPresignedPost(client, {
        ...place('incoming', id),
        Fields: { 'Content-Type': contentType },
        Conditions: [['content-length-range', 1, maxBytes]],
        Expires: secondsUntil(expiresAt),
      });
      return { documentId: id, url, fields, expiresAt };
    },

    async put(bucket, id, bytes, contentType) {
      const digest = createHash('sha256').update(bytes).digest();
      const sha256 = digest.toString('hex');
      const command = new PutObjectCommand({
        ...place(bucket, id),
        Body: bytes,
        ContentType: contentType,
        ChecksumSHA256: digest.toString('base64'),
        Metadata: { sha256 },
        // A record lies there for good, every version of it: it is laid there once.
        ...(bucket === 'records' ? { IfNoneMatch: '*' } : {}),
      });
      try {
        await client.send(command);
      } catch (failure) {
        if (!isTaken(failure)) throw failure;
        if ((await find(bucket, id))?.sha256 !== sha256) throw new Error('another record lies there');
      }
      return { id, bucket, bytes: bytes.byteLength, sha256, contentType };
    },

    async *read(bucket, id) {
      if (bucket !== 'incoming') return yield* bytesOf(bucket, id);
      if (!known.has(id) && !(await find('incoming', id))) throw new Error('a file that may not be read');
      yield* bytesOf('incoming', id, known.get(id)?.etag);
    },

    async openView({ bucket, id, contentType, expiresAt, ...how }) {
      const command = new GetObjectCommand({
        ...place(bucket, id),
        ResponseContentType: contentType,
        ResponseContentDisposition: dispositionOf(how),
        ResponseCacheControl: 'no-store',
      });
      return { url: await getSignedUrl(client, command, { expiresIn: secondsUntil(expiresAt) }), expiresAt };
    },
  };
}
