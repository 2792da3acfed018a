import { useStore } from '../../app/store.ts';
import { useDraft } from '../../app/use-draft.ts';
import { session } from '../../sign-in/session.ts';

type Of = { readonly month: string; readonly providerId: string };

/** Which comments this tab has seen written and by whom, never their words: `report/2026-10/P1/O2`. */
const place = 'utfort:comments';
const written = (): readonly string[] => (sessionStorage.getItem(place) ?? '').split(' ').filter(Boolean);
const note = (keys: readonly string[]): void => sessionStorage.setItem(place, keys.join(' '));

/**
 * What the officer says to the head, or the head to the provider, kept until it has been signed. The words lie in memory
 * alone, so a reload takes them: `isLost` says so before somebody signs without them.
 */
export function useComment(kind: 'report' | 'statement' | 'settlement', { month, providerId }: Of) {
  const key = `${kind}/${month}/${providerId}`;
  const [{ comment }, change, forgetDraft] = useDraft(key, { comment: '' });
  const mark = `${key}/${useStore(session).me?.userId}`;
  const others = () => written().filter((other) => other !== mark);
  return {
    comment,
    isLost: comment === '' && written().includes(mark),
    write(text: string): void {
      note(text === '' ? others() : [...others(), mark]);
      change({ comment: text });
    },
    forget(): void {
      note(others());
      forgetDraft();
    },
  };
}
