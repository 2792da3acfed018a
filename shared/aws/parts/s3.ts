import { S3Client } from '@aws-sdk/client-s3';
import { requestHandler, type Surroundings } from '../setting.ts';

let made: S3Client | undefined;

/** One client for all buckets. */
export function s3({ emulated }: Surroundings): S3Client {
  made ??= new S3Client({ requestHandler, forcePathStyle: emulated() });
  return made;
}
