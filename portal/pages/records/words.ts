import { useOwnWords } from '../../app/language.ts';
import { en } from './words-en.ts';
import { sv } from './words-sv.ts';

export const useRecordWords = () => useOwnWords(sv, en);
