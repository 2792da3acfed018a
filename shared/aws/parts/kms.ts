import { KMSClient } from '@aws-sdk/client-kms';
import { once } from '../lazy-ports.ts';
import { requestHandler } from '../setting.ts';

/** One client for all keys. */
export const kms = once(() => new KMSClient({ requestHandler }));
