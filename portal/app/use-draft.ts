import { useCallback, useState } from 'preact/hooks';

type Drafts = Record<string, object>;

/** In memory and nowhere else: what is being written may tell of somebody's health, and the computer may be shared. */
let drafts: Drafts = {};

/** What is being filled in, to be taken along to the sign-in and back. */
export const draftsNow = (): Drafts => drafts;
export const takeBackDrafts = (kept: Drafts): void => {
  drafts = kept;
};

/**
 * What somebody is filling in, kept until it has been sent: they may look at another page meanwhile, and a sign-in that
 * ends takes nothing with it. `key` names the page and the thing (`order/new`, `line/2026-10/P1/A-1034`). Never for
 * names or personnummer: a field that asks for those belongs to its form alone.
 */
export function useDraft<T extends object>(key: string, initial: T): [T, (change: Partial<T>) => void, () => void] {
  const [value, setValue] = useState<T>(() => ({ ...initial, ...drafts[key] }));
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const next = { ...before, ...part };
        drafts[key] = next;
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => {
    delete drafts[key];
    setValue(initial);
  }, [key]);
  return [value, change, forget];
}
