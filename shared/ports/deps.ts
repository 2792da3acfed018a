import type { IdKind } from '../domain/id-kinds.ts';
import type { Clock } from './clock.ts';
import type { Dns } from './dns.ts';
import type { Documents } from './documents.ts';
import type { IdTokens } from './id-tokens.ts';
import type { IdentityKeys } from './identity-keys.ts';
import type { Mailer } from './mailer.ts';
import type { Signer } from './signer.ts';
import type { Table } from './table.ts';

/** All that an entry reaches of the outside. A runtime binds it once: on AWS, on one machine, in a test. */
export type Deps = {
  readonly table: Table;
  readonly documents: Documents;
  readonly signer: Signer;
  readonly mailer: Mailer;
  readonly dns: Dns;
  readonly identityKeys: IdentityKeys;
  readonly idTokens: IdTokens;
  readonly clock: Clock;
  /** A new id, whose beginning says what it names. */
  readonly newId: (kind: IdKind) => string;
  /** So many bytes that nobody can foresee. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Where links in letters lead; without a slash at the end. */
  readonly portalUrl: string;
  /** Where letters leave from, and mail to us comes. */
  readonly mailAddress: string;
  /** For the machine's own people: no values of a request, ever. */
  readonly log: { error(message: string, about: { entry: string; failure: unknown }): void };
};
