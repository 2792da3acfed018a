import type { ComponentChildren } from 'preact';
import { useWords } from '../app/language.ts';
import type { Asking } from '../app/use-ask.ts';
import { FailureNotice } from './notice.tsx';

/** What was asked for, once it is there; until then that it is on its way, or why it is not to be had. */
export function Loaded<A>({
  of: asking,
  children,
}: {
  readonly of: Asking<A>;
  readonly children: (value: A) => ComponentChildren;
}) {
  const { states } = useWords();
  const { state, value, failure, again } = asking;
  return (
    <>
      {state === 'failed' && failure ? <FailureNotice failure={failure} again={again} /> : undefined}
      {value === undefined ? (
        state === 'loading' ? (
          <p class="loading" role="status">
            {states.loading} …
          </p>
        ) : undefined
      ) : (
        children(value)
      )}
    </>
  );
}
