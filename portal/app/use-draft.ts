import { useCallback, useState } from 'preact/hooks';

const placeOf = (key: string) => `utfort:draft:${key}`;

function kept<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(placeOf(key));
  // Written by `useDraft` under the same key in this tab.
  return text === null ? undefined : (JSON.parse(text) as T);
}

/**
 * What somebody is filling in, kept in this tab until it has been sent, so that a sign-in that ends takes nothing with
 * it. `key` names the page and the thing (`order/new`, `line/2026-10/P1/A-1034`). Never for names or personnummer: a
 * field that asks for those is kept in memory only.
 */
export function useDraft<T extends object>(key: string, initial: T): [T, (change: Partial<T>) => void, () => void] {
  const [value, setValue] = useState<T>(() => ({ ...initial, ...kept<Partial<T>>(key) }));
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const next = { ...before, ...part };
        sessionStorage.setItem(placeOf(key), JSON.stringify(next));
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(placeOf(key));
    setValue(initial);
  }, [key]);
  return [value, change, forget];
}
