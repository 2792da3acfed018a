import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';

/** Where the emulator is: `npm run test:aws` says so, and nothing here ever speaks to anything else. */
const endpoint = process.env.AWS_ENDPOINT_URL ?? '';
if (endpoint === '') throw new Error('these tests are run by npm run test:aws');

const common = {
  endpoint,
  region: 'eu-north-1',
  credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' },
} as const;

/** Clients of the test's own, so that what a test injects stays in it. */
export const clients = {
  dynamo: () => new DynamoDBClient(common),
  s3: () => new S3Client({ ...common, forcePathStyle: true }),
  kms: () => new KMSClient(common),
  ses: () => new SESClient({ ...common, maxAttempts: 1 }),
};
