import type { ComponentType } from 'preact';
import { speaking, useWords } from '../../../app/language.ts';
import { lazily } from '../../../app/lazily.tsx';
import type { AreaWords } from '../../../messages/areas.ts';

/** What a step is called and what its form says. */
export type ActWords = AreaWords['acts'] & AreaWords['actForms'];

/** The form of a step, fetched with its words the first time that somebody opens one: a page shows many and opens few. */
export const lazyForm = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> =>
  lazily(speaking('actForms', load));

/** The words of a form that was fetched so. */
export function useActWords(): ActWords {
  const { acts, actForms } = useWords();
  return { ...acts, ...actForms };
}
