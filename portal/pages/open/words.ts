import { useOwnWords } from '../../app/language.ts';
import { en } from './words-en.ts';
import { sv } from './words-sv.ts';

export const useOpenWords = () => useOwnWords(sv, en);
