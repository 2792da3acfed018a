import { type Area, type AreaWords, areas } from '../messages/areas.ts';
import type { sv } from '../messages/sv.ts';
import type { Words } from '../messages/words.ts';
import { store, useStore } from './store.ts';

export type Language = 'sv' | 'en';

const place = 'utfort:language';

/** The language that the portal speaks, and asks the API to speak. */
export const language = store<Language>('sv');
// Nothing is drawn before the first catalogue is there.
type AllWords = Words<typeof sv> & AreaWords;
const words = store({} as AllWords);
/** The areas whose pages have been opened; a page is not drawn before its words are there. */
const opened = new Set<Area>();

const catalogues = {
  sv: async () => (await import('../messages/sv.ts')).sv,
  en: async () => (await import('../messages/en.ts')).en,
};

const wordsIn = async (spoken: Language): Promise<AllWords> => {
  const parts = [catalogues[spoken](), ...[...opened].map((area) => areas[area][spoken]())];
  // What the pages of the areas that are not opened yet say, nobody has asked for.
  return Object.assign({}, ...(await Promise.all<object>(parts))) as AllWords;
};

/** Fetches the words of an area, before its first page is drawn. */
export async function speakOf(area: Area): Promise<void> {
  if (opened.has(area)) return;
  opened.add(area);
  words.set(await wordsIn(language.get()));
}

/** Changes the language; each is fetched the first time that it is asked for. */
export async function speak(next: Language): Promise<void> {
  const catalogue = await wordsIn(next);
  localStorage.setItem(place, next);
  document.documentElement.lang = next;
  language.set(next);
  words.set(catalogue);
}

/** The language that was chosen the last time; Swedish for who has not chosen. */
export const speakAsBefore = (): Promise<void> => speak(localStorage.getItem(place) === 'en' ? 'en' : 'sv');

/** Every text of the portal, in the language that is spoken now. */
export const useWords = (): AllWords => useStore(words);
export const wordsNow = (): AllWords => words.get();
