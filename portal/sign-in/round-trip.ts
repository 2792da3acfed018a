import { draftsNow, takeBackDrafts } from '../app/use-draft.ts';

/**
 * What must outlive the way to the identity provider and back: never a token. What is being filled in lies in this tab's
 * storage on the way, and is taken out of it at once on the way back.
 */
export type RoundTrip = {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  /** The hash of the page that one was on. */
  readonly back: string;
  readonly intentId?: string;
  /** Who was signed in, by their id. */
  readonly by?: string;
};

const place = 'utfort:round-trip';

export const rememberTrip = (trip: RoundTrip): void =>
  sessionStorage.setItem(place, JSON.stringify({ ...trip, drafts: draftsNow() }));

/** The trip that was begun, once: whatever comes of it, it cannot be used again. */
export function takeTrip(): RoundTrip | undefined {
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (kept === null) return undefined;
  // Written by `rememberTrip` in this tab.
  const { drafts, ...trip } = JSON.parse(kept) as RoundTrip & { drafts: ReturnType<typeof draftsNow> };
  takeBackDrafts(drafts);
  return trip;
}
