import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../api/outcome.ts';
import { usePortal } from '../app/portal.ts';
import { type Send, useSend } from '../app/use-send.ts';
import { type MadeFor, session } from './session.ts';

/** What the sign-in was made for, once: a page that is left and come back to signs nothing more. */
function takeSignature(): MadeFor | undefined {
  const { signature, ...rest } = session.get();
  if (signature !== undefined) session.set(rest);
  return signature;
}

/** Makes the signature: the idempotency key, and the intent with the proof of the sign-in that was made for it. */
export type Seal<A> = (key: string, signature: MadeFor) => Promise<Outcome<A>>;

type Signature<A> = Pick<Send<A, [MadeFor]>, 'busy' | 'failure'> & {
  /** Whether one has just come back from signing in for a signature. */
  readonly isBack: boolean;
  /** What the signature led to, once it has been made. */
  readonly sealed?: A;
  /** Leaves to sign in anew for what is shown; the same page goes on when one is back. */
  sign(intentId: string): void;
  /** Tries once more after a lost connection, with the same sign-in. */
  again(): void;
};

/**
 * A signature in two steps. The page shows what an intent will sign and calls `sign`; the person signs in for it, comes
 * back to the page (the same hash), and `seal` is called by itself with what the sign-in was made for.
 */
export function useSignature<A>(seal: Seal<A>): Signature<A> {
  const { signIn } = usePortal();
  const { run, busy, failure } = useSend(seal);
  const [signature] = useState(takeSignature);
  const [sealed, setSealed] = useState<A>();

  async function finish(): Promise<void> {
    if (signature === undefined) return;
    const outcome = await run(signature);
    if (outcome?.ok) setSealed(outcome.value);
  }
  // Once, when the page is come back to.
  useEffect(() => {
    finish();
  }, []);

  return {
    busy,
    failure,
    sealed,
    isBack: signature !== undefined,
    sign: (id) => signIn.begin({ intentId: id }),
    again: finish,
  };
}
