import { useOwnWords } from '../../app/language.ts';
import { en } from './record-words-en.ts';
import { sv } from './record-words-sv.ts';

export const useRecordWords = () => useOwnWords(sv, en);
