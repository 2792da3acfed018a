import { useRef, useState } from 'preact/hooks';
import type { Failure, Outcome } from '../api/outcome.ts';

export type Send<A, Given extends readonly unknown[]> = {
  /** Sends it under its idempotency key; a second press while it is being sent does nothing. */
  run(...given: Given): Promise<Outcome<A> | undefined>;
  readonly busy: boolean;
  readonly failure?: Failure;
  forget(): void;
};

const isUnsettled = ({ kind }: Failure): boolean =>
  kind === 'offline' || kind === 'busy' || kind === 'failed' || kind === 'expired';

/**
 * Sends a change. Its `Idempotency-Key` is kept for as long as nobody knows
 * whether it was done, so that trying again never does it twice.
 */
export function useSend<A, Given extends readonly unknown[]>(
  work: (key: string, ...given: Given) => Promise<Outcome<A>>,
): Send<A, Given> {
  const name = useRef<{ readonly id: string; readonly of: string } | undefined>(undefined);
  const isBusy = useRef(false);
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure?: Failure }>({ busy: false });

  async function run(...given: Given): Promise<Outcome<A> | undefined> {
    if (isBusy.current) return undefined;
    isBusy.current = true;
    const of = JSON.stringify(given);
    if (name.current?.of !== of) name.current = { id: crypto.randomUUID(), of };
    setState({ busy: true });
    const outcome = await work(name.current.id, ...given);
    if (outcome.ok || !isUnsettled(outcome)) name.current = undefined;
    isBusy.current = false;
    setState(outcome.ok ? { busy: false } : { busy: false, failure: outcome });
    return outcome;
  }

  return { run, ...state, forget: () => setState({ busy: false }) };
}
