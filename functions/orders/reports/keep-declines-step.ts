import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type HandedInDeclines, handedInDeclinesStore } from './handed-in-declines-store.ts';

/** Declined visits that a month's form tells of, laid where the orders take them up and count them (L-50, D23). */
export const keepHandedInDeclines = (told: Omit<HandedInDeclines, 'id'>, { newId }: Pick<Deps, 'newId'>): Effects => ({
  saves: [handedInDeclinesStore.add({ id: newId('avsagda'), ...told })],
});
