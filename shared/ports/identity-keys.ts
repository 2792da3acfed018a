/**
 * The cell's key for customers' identity: it wraps one data key per customer, bound to that customer, and makes
 * the blind index by which a person is found without the table holding a readable name.
 */
export type IdentityKeys = {
  newDataKey(customer: string): Promise<{ readonly plain: Uint8Array; readonly wrapped: Uint8Array }>;
  unwrap(wrapped: Uint8Array, customer: string): Promise<Uint8Array>;
  /** Keyed hash of a normalised word, hex. */
  blind(word: string): Promise<string>;
};
