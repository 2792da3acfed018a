import type { Clock } from '../ports/clock.ts';

/** What the functions read from their environment. */
export type Setting =
  | 'CELL'
  | 'DOCUMENTS_BUCKET'
  | 'HMAC_KEY_ID'
  | 'IDENTITY_KEY_ID'
  | 'INCOMING_BUCKET'
  | 'MAIL_CONFIGURATION_SET'
  | 'MAIL_FROM'
  | 'PORTAL_URL'
  | 'RECORDS_BUCKET'
  | 'SIGNING_KEY_ID'
  | 'SIGN_IN_CLIENT'
  | 'SIGN_IN_ISSUER'
  | 'TABLE_NAME';

/** What the runtime gives a part that it loads. A setting is read when it is needed, and throws when it is missing. */
export type Surroundings = {
  readonly setting: (name: Setting) => string;
  readonly clock: Clock;
  /** Whether the services are an emulator's: it knows a bucket by its path, S3 by its own host. */
  readonly emulated: () => boolean;
};

/** A service that does not answer must not hold a function until it is stopped. */
export const requestHandler = { connectionTimeout: 1000, requestTimeout: 10_000 };
