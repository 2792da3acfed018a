/** The identity provider's keys could not be fetched: nothing is proven, and it may be asked again in a moment. */
export class KeysOutOfReach extends Error {
  override readonly name = 'KeysOutOfReach';
}

/** What an id token says; `sub` is the person as the memberships know them. */
export type IdClaims = Readonly<Record<string, unknown>> & { readonly sub: string };

/**
 * The id tokens of the one identity provider that people sign in with here. A gateway checks the bearer; what comes
 * beside it, as the proof of a signing, is checked where it is used.
 */
export type IdTokens = {
  /**
   * The claims of an id token that the identity provider signed for this portal and that has not expired; undefined for
   * anything else. Rejects with `KeysOutOfReach` when that cannot be checked.
   */
  read(token: string): Promise<IdClaims | undefined>;
};
