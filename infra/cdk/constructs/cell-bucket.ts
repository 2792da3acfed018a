import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const shut = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** Who asked for what file and when; ids only. Written by the storage itself, which cannot use a key of ours. */
export class LogBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      ...shut,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(180) }],
    });
  }
}

/** Files of one municipality: shut, encrypted with its key, over TLS only, every access logged, never deleted with a stack. */
export class CellBucket extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { key, logs, ...rest }: { key: IKey; logs: LogBucket } & Omit<BucketProps, keyof typeof shut>,
  ) {
    super(scope, id, {
      ...shut,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      ...rest,
    });
  }
}
