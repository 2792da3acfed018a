import { useOwnWords } from '../../app/language.ts';
import { patrol as en } from '../../messages/en/patrol.ts';
import { patrol as sv } from '../../messages/sv/patrol.ts';

/** The night patrol's words come along with its page, so that no other page carries them. */
export const usePatrolWords = () => useOwnWords(sv, en);
