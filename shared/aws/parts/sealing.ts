import type { Signer } from '../../ports/signer.ts';
import { kmsSigner } from '../kms-signer.ts';
import { s3KeyHistory } from '../s3-key-history.ts';
import type { Surroundings } from '../setting.ts';
import { kms } from './kms.ts';
import { s3 } from './s3.ts';

/** The signer, for a function that seals. */
export const sealingSigner = (around: Surroundings): Signer =>
  kmsSigner({
    client: kms(),
    keyId: around.setting('SIGNING_KEY_ID'),
    history: s3KeyHistory(s3(around), around.setting('RECORDS_BUCKET')),
    clock: around.clock,
  });
