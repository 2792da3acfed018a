import type { AnswerOf } from '../../../api/contract.ts';
import { useOwnWords } from '../../../app/language.ts';
import { en } from './meetings-words-en.ts';
import { sv } from './meetings-words-sv.ts';

/** Two units and their meetings. */
export type PairMeetings = AnswerOf<'GET /unit-pairs/{pairId}/meetings'>;
export const useMeetingWords = () => useOwnWords(sv, en);
