import type { IdentityKeys } from '../../ports/identity-keys.ts';
import { kmsIdentityKeys } from '../kms-identity-keys.ts';
import type { Surroundings } from '../setting.ts';
import { kms } from './kms.ts';

/** The keys of identity; a function that only recognises words never learns the key that opens. */
export const identityKeys = ({ setting, clock }: Surroundings): IdentityKeys =>
  kmsIdentityKeys({
    client: kms(),
    clock,
    cell: setting('CELL'),
    identityKeyId: () => setting('IDENTITY_KEY_ID'),
    hmacKeyId: () => setting('HMAC_KEY_ID'),
  });
