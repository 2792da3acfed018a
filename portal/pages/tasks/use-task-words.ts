import { useOwnWords } from '../../app/language.ts';
import { tasks as en } from '../../messages/en/tasks.ts';
import { tasks as sv } from '../../messages/sv/tasks.ts';

/** The tasks' words come along with their page, so that no other page carries them. */
export const useTaskWords = () => useOwnWords(sv, en);
