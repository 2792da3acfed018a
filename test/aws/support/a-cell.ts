import { randomUUID } from 'node:crypto';
import { CreateKeyCommand, type CreateKeyCommandInput } from '@aws-sdk/client-kms';
import { CreateBucketCommand, DeleteObjectTaggingCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import type { Setting } from '../../../shared/aws/setting.ts';
import { makeTable } from './a-table.ts';
import { clients } from './clients.ts';

const sender = 'utfort@kommun.example';

const bucket = async (name: string) => {
  const Bucket = `utfort-${name}-${randomUUID()}`.slice(0, 63);
  const CreateBucketConfiguration = { LocationConstraint: 'eu-north-1' } as const;
  await clients.s3().send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  return Bucket;
};

const key = async (input: CreateKeyCommandInput) => {
  const { KeyMetadata } = await clients.kms().send(new CreateKeyCommand(input));
  return KeyMetadata?.KeyId ?? '';
};

export const make = {
  bucket,
  signingKey: () => key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
  identityKey: () => key({}),
  hmacKey: () => key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
};

/** A municipality's cell as the stacks lay it out, as far as an emulator knows: what its functions are told of it. */
export async function aCell(): Promise<Readonly<Record<Setting, string>>> {
  await clients.ses().send(new VerifyEmailIdentityCommand({ EmailAddress: sender }));
  return {
    CELL: 'exempelkommun',
    TABLE_NAME: await makeTable(clients.dynamo()),
    INCOMING_BUCKET: await bucket('incoming'),
    DOCUMENTS_BUCKET: await bucket('documents'),
    RECORDS_BUCKET: await bucket('records'),
    SIGNING_KEY_ID: await make.signingKey(),
    IDENTITY_KEY_ID: await make.identityKey(),
    HMAC_KEY_ID: await make.hmacKey(),
    MAIL_FROM: sender,
    MAIL_CONFIGURATION_SET: 'letters',
    // Nobody is there: in these tests the bearer itself is the proof, or there is none.
    SIGN_IN_ISSUER: 'http://127.0.0.1:1/pool',
    SIGN_IN_CLIENT: 'portal',
    PORTAL_URL: 'https://utfort.example',
  };
}

/** Says of a file what the malware scanner says: the emulator scans nothing. */
export async function scanned(Bucket: string, Key: string, verdict = 'NO_THREATS_FOUND'): Promise<void> {
  const TagSet = [{ Key: 'GuardDutyMalwareScanStatus', Value: verdict }];
  await clients.s3().send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet } }));
}

/** Sends a file by the form that the API opened, as a browser does. */
export async function sendForm(
  form: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  bytes: Uint8Array,
): Promise<number> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', new Blob([new Uint8Array(bytes)]));
  const { status } = await fetch(form.url, { method: 'POST', body });
  // A file that is sent anew has no tags; the emulator leaves it those of the one before.
  const [Bucket = '', Key = ''] = [form.fields.bucket, form.fields.key];
  await clients.s3().send(new DeleteObjectTaggingCommand({ Bucket, Key }));
  return status;
}
