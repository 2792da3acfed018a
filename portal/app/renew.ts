import { session } from '../sign-in/session.ts';
import type { SignInCalls } from '../sign-in/sign-in.ts';

/**
 * Opens the portal anew where one is, with what is being filled in: the files that its pages are made of get other names
 * when it is put in place again. False, and nothing done, while the server cannot be reached.
 */
export async function renew(signIn: SignInCalls): Promise<boolean> {
  const answer = await fetch('./config.json', { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return false;
  // By the way of the sign-in, which takes along what a reload would lose.
  if (session.get().me) await signIn.begin();
  else location.reload();
  return true;
}
