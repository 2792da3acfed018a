import { useOwnWords } from '../../app/language.ts';
import { letterEn } from './letter-words-en.ts';
import { letterSv } from './letter-words-sv.ts';

export const useLetterWords = () => useOwnWords(letterSv, letterEn);
