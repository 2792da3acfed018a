import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../api/client.ts';
import type { AnswerOf, Asked, Route } from '../api/contract.ts';
import type { Failure } from '../api/outcome.ts';
import { session } from '../sign-in/session.ts';
import { language } from './language.ts';
import { useStore } from './store.ts';

/** What was asked for: on its way, there, or not to be had. What was there before stays while it is fetched again. */
export type Asking<A> = {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly value?: A;
  readonly version?: number;
  readonly failure?: Failure;
  /** Fetches it again. */
  again(): void;
  /** Puts a newer value in its place, such as the answer of a change. */
  put(value: A, version?: number): void;
};

/** Asks for something, and asks again when what is asked for, the language or the role becomes another. */
export function useAsk<R extends Route>(
  route: R,
  ...[asked]: Partial<Asked<R>> extends Asked<R> ? [Asked<R>?] : [Asked<R>]
): Asking<AnswerOf<R>> {
  const [now, setNow] = useState<Omit<Asking<AnswerOf<R>>, 'again' | 'put'>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const spoken = useStore(language);
  const role = useStore(session).me?.role;
  const key = `${route} ${JSON.stringify(asked ?? {})} ${spoken} ${role}`;
  const before = useRef(key);

  // Everything that is asked with stands in the key.
  useEffect(() => {
    const wanted = new AbortController();
    const isOther = before.current !== key;
    before.current = key;
    setNow((there) => ({ ...(isOther ? {} : there), state: 'loading' }));
    send(route, asked ?? {}, { signal: wanted.signal }).then(
      (outcome) =>
        setNow((there) =>
          outcome.ok
            ? { state: 'ready', value: outcome.value, version: outcome.version }
            : { ...there, state: 'failed', failure: outcome },
        ),
      () => undefined,
    );
    return () => wanted.abort();
  }, [key, round]);

  const again = useCallback(() => setRound((count) => count + 1), []);
  const put = useCallback((value: AnswerOf<R>, version?: number) => setNow({ state: 'ready', value, version }), []);
  return { ...now, again, put };
}
