import type { PublicKeys } from '../domain/public-keys.ts';

/**
 * The service's seal: one P-256 key at a time, whose private half never leaves the adapter.
 * A key service behind it may take only a digest; hashing (SHA-256) is the adapter's own matter.
 */
export type Signer = {
  /** ES256 over the bytes (a JWS signing input): raw r‖s, 64 bytes, and the id of the key that made it. */
  sign(bytes: Uint8Array): Promise<{ readonly kid: string; readonly signature: Uint8Array }>;
  /** Every key that ever sealed, oldest first, with `utfort_from` and, when it has been replaced, `utfort_to`. */
  keys(): Promise<PublicKeys>;
};
