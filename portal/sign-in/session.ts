import type { Role } from '../../shared/domain/roles.ts';
import type { AnswerOf } from '../api/contract.ts';
import { store } from '../app/store.ts';
import { takeBackDrafts } from '../app/use-draft.ts';

type Me = AnswerOf<'GET /people/me'>;

/** A signing intent, and the id token of the sign-in that was made for it: the proof that goes with the signature. */
export type MadeFor = { readonly intentId: string; readonly idToken: string };

/** The sign-in, in memory and nowhere else: a closed tab takes it along. */
export type Session = {
  readonly state: 'open' | 'in' | 'ended' | 'failed' | 'no-role';
  readonly token?: string;
  /** When the token ends, by this browser's clock. */
  readonly endsAt?: number;
  /** The sign-in that was made for a signing, when it was made for one. */
  readonly signature?: MadeFor;
  readonly me?: Me;
  /** The signing that somebody else than its signer has signed in for: whose it is, and how they sign in for it. */
  readonly meantFor?: { readonly by: string; readonly intentId: string; readonly back: string };
};

export const session = store<Session>({ state: 'open' });

/** Which role is active, and that this tab was signed in: words of no person, so that a reload can go on. */
const rolePlace = 'utfort:role';
const tabPlace = 'utfort:signed-in';

export const activeRole = (): Role | undefined => session.get().me?.role;
export const roleBefore = (): string | undefined => sessionStorage.getItem(rolePlace) ?? undefined;
export const wasSignedIn = (): boolean => sessionStorage.getItem(tabPlace) !== null;

export function startSession(next: Omit<Session, 'state'>): void {
  sessionStorage.setItem(tabPlace, '1');
  if (next.me) sessionStorage.setItem(rolePlace, next.me.role);
  session.set({ ...next, state: 'in' });
}

/** The API no longer takes the token. Who one is stays on the page, so that the work there does too. */
export function sessionEnded(): void {
  const { me, state } = session.get();
  if (state === 'in') session.set({ state: 'ended', me });
}

export function forgetSession(): void {
  sessionStorage.clear();
  takeBackDrafts({});
  session.set({ state: 'open' });
}

/** Acts in another of one's roles from now on. */
export function actAs(role: Role): void {
  const now = session.get();
  if (now.me?.roles.some((held) => held.role === role)) startSession({ ...now, me: { ...now.me, role } });
}
