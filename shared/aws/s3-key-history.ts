import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { PublicKeys } from '../domain/public-keys.ts';
import { keyHistoryFile } from './key-history.ts';

/** The published history of the signing keys, kept with the records; every version of it stays. */
export type KeyHistory = {
  read(): Promise<{ readonly keys: PublicKeys; readonly etag: string } | undefined>;
  /** `lost` when somebody else wrote it since it was read. */
  write(keys: PublicKeys, over: string | undefined): Promise<'written' | 'lost'>;
};

const named = (failure: unknown, ...names: readonly string[]): boolean =>
  failure instanceof S3ServiceException && names.includes(failure.name);

export function s3KeyHistory(client: S3Client, bucket: string): KeyHistory {
  const place = { Bucket: bucket, Key: keyHistoryFile };
  return {
    async read() {
      try {
        const { Body, ETag: etag = '' } = await client.send(new GetObjectCommand(place));
        return { keys: PublicKeys.parse(JSON.parse((await Body?.transformToString()) ?? '')), etag };
      } catch (failure) {
        if (named(failure, 'NoSuchKey')) return undefined;
        throw failure;
      }
    },

    async write(keys, over) {
      const condition = over === undefined ? { IfNoneMatch: '*' } : { IfMatch: over };
      const content = { Body: `${JSON.stringify(keys)}\n`, ContentType: 'application/json' };
      try {
        await client.send(new PutObjectCommand({ ...place, ...content, ...condition, ChecksumAlgorithm: 'SHA256' }));
        return 'written';
      } catch (failure) {
        if (named(failure, 'PreconditionFailed', 'ConditionalRequestConflict')) return 'lost';
        throw failure;
      }
    },
  };
}
