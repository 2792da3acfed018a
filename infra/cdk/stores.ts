import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** All that a cell keeps. */
export type Stores = {
  readonly table: ITable;
  readonly incoming: IBucket;
  readonly documents: IBucket;
  readonly records: IBucket;
  /** Table and files at rest. */
  readonly dataKey: IKey;
  /** The service's seal. */
  readonly signingKey: IKey;
  /** Wraps one data key a customer. */
  readonly identityKey: IKey;
  /** Makes the blind index. */
  readonly hmacKey: IKey;
};
