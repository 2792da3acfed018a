import type { sv } from '../messages/sv.ts';
import type { Words } from '../messages/words.ts';
import { store, useStore } from './store.ts';

export type Language = 'sv' | 'en';

const place = 'utfort:language';

/** The language that the portal speaks, and asks the API to speak. */
export const language = store<Language>('sv');
// Nothing is drawn before the first catalogue is there.
const words = store({} as Words<typeof sv>);

const catalogues = {
  sv: async () => (await import('../messages/sv.ts')).sv,
  en: async () => (await import('../messages/en.ts')).en,
};

/** Changes the language; each is fetched the first time that it is asked for. */
export async function speak(next: Language): Promise<void> {
  const catalogue = await catalogues[next]();
  localStorage.setItem(place, next);
  document.documentElement.lang = next;
  language.set(next);
  words.set(catalogue);
}

/** The language that was chosen the last time; Swedish for who has not chosen. */
export const speakAsBefore = (): Promise<void> => speak(localStorage.getItem(place) === 'en' ? 'en' : 'sv');

/** Every text of the portal, in the language that is spoken now. */
export const useWords = (): Words<typeof sv> => useStore(words);
export const wordsNow = (): Words<typeof sv> => words.get();

/** The texts of an area that few come to, which come along with its pages in both languages. */
export function useOwnWords<Catalogue>(sv: Catalogue, en: Words<Catalogue>): Words<Catalogue> {
  // A catalogue is itself a catalogue's shape; the compiler cannot see it of any catalogue whatever.
  return useStore(language) === 'en' ? en : (sv as Words<Catalogue>);
}
