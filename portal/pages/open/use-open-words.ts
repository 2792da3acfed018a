import { useOwnWords } from '../../app/language.ts';
import { en } from './open-words-en.ts';
import { sv } from './open-words-sv.ts';

export const useOpenWords = () => useOwnWords(sv, en);
