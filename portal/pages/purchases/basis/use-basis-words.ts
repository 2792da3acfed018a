import { useOwnWords } from '../../../app/language.ts';
import { en } from './basis-words-en.ts';
import { sv } from './basis-words-sv.ts';

/** The words of the bases come along with their pages, which few come to. */
export const useBasisWords = () => useOwnWords(sv, en);
