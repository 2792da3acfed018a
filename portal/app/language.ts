import type { Language } from '../../shared/http/spec.ts';
import { type Area, type AreaWords, areas } from '../messages/areas.ts';
import type { CatalogueShape } from '../messages/catalogue-shape.ts';
import type { sv } from '../messages/sv.ts';
import { store, useStore } from './store.ts';

const place = 'utfort:language';

/** The language that the portal speaks, and asks the API to speak. */
export const language = store<Language>('sv');
// Nothing is drawn before the first catalogue is there.
type AllWords = CatalogueShape<typeof sv> & AreaWords;
const words = store({} as AllWords);
/** The areas whose pages have been opened; a page is not drawn before its words are there. */
const opened = new Set<Area>();

const catalogues = {
  sv: async () => (await import('../messages/sv.ts')).sv,
  en: async () => (await import('../messages/en.ts')).en,
};

const wordsIn = async (spoken: Language, of: readonly Area[]): Promise<AllWords> => {
  const parts = [catalogues[spoken](), ...of.map((area) => areas[area][spoken]())];
  // What the pages of the areas that are not opened yet say, nobody has asked for.
  return Object.assign({}, ...(await Promise.all<object>(parts))) as AllWords;
};

/** Fetches the words of an area before its first page is drawn; anew when the language is changed meanwhile. */
async function speakOf(area: Area): Promise<void> {
  while (!opened.has(area)) {
    const spoken = language.get();
    const fetched = await wordsIn(spoken, [area]);
    if (spoken !== language.get()) continue;
    opened.add(area);
    words.set({ ...words.get(), ...fetched });
  }
}

/** A page's or a form's code, and the words of an area with it; a page of two areas speaks both. */
export const speaking =
  <Component>(area: Area, load: () => Promise<Component>) =>
  async (): Promise<Component> => {
    const [component] = await Promise.all([load(), speakOf(area)]);
    return component;
  };

/** Changes the language; each is fetched the first time that it is asked for. */
export async function speak(next: Language): Promise<void> {
  let catalogue: AllWords;
  let areasThen: number;
  do {
    areasThen = opened.size;
    catalogue = await wordsIn(next, [...opened]);
  } while (areasThen !== opened.size);
  speakLater(next);
  document.documentElement.lang = next;
  language.set(next);
  words.set(catalogue);
}

/** The language to speak from the next opening on. */
export const speakLater = (next: Language): void => localStorage.setItem(place, next);

/** The language that was chosen the last time; Swedish for who has not chosen. */
export const speakAsBefore = (): Promise<void> => speak(localStorage.getItem(place) === 'en' ? 'en' : 'sv');

/** Every text of the portal, in the language that is spoken now. */
export const useWords = (): AllWords => useStore(words);
export const wordsNow = (): AllWords => words.get();

/** The texts of an area that few come to, which come along with its pages in both languages. */
export function useOwnWords<Catalogue>(sv: Catalogue, en: CatalogueShape<Catalogue>): CatalogueShape<Catalogue> {
  // A catalogue is itself a catalogue's shape; the compiler cannot see it of any catalogue whatever.
  return useStore(language) === 'en' ? en : (sv as CatalogueShape<Catalogue>);
}
