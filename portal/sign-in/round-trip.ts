/** What must outlive the way to the identity provider and back: never a token, nothing about a person. */
export type RoundTrip = {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  /** The hash of the page that one was on. */
  readonly back: string;
  readonly intentId?: string;
};

const place = 'utfort:round-trip';

export const rememberTrip = (trip: RoundTrip): void => sessionStorage.setItem(place, JSON.stringify(trip));

/** The trip that was begun, once: whatever comes of it, it cannot be used again. */
export function takeTrip(): RoundTrip | undefined {
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  // Written by `rememberTrip` in this tab.
  return kept === null ? undefined : (JSON.parse(kept) as RoundTrip);
}
