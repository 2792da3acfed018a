import * as z from 'zod';
import { Instant } from './local-time.ts';

const Coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A P-256 point as it is inside a record: enough to check the seal, not to know whose it is. */
export const PublicPoint = z.strictObject({
  crv: z.literal('P-256'),
  kty: z.literal('EC'),
  x: Coordinate,
  y: Coordinate,
});
export type PublicPoint = z.infer<typeof PublicPoint>;

/** One key of the history. `kid` is its RFC 7638 thumbprint; it sealed from `utfort_from` to `utfort_to`, both included. */
export const PublicKey = z.object({
  ...PublicPoint.shape,
  kid: Coordinate,
  alg: z.literal('ES256').optional(),
  use: z.literal('sig').optional(),
  utfort_from: Instant.optional(),
  utfort_to: Instant.optional(),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** The key history as it is published (`/.well-known/jwks.json`) and kept with the records. */
export const PublicKeys = z.object({ keys: z.array(PublicKey) });
export type PublicKeys = { readonly keys: readonly PublicKey[] };

/** Any JWKS that a person may hold up against a record; keys of other kinds are passed over. */
export const KeySet = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) });
export type KeySet = { readonly keys: readonly { readonly [member: string]: unknown }[] };

/** The key that seals now: the one whose time has not ended. */
export const currentKey = ({ keys }: PublicKeys): PublicKey | undefined =>
  keys.findLast((key) => key.utfort_to === undefined);
