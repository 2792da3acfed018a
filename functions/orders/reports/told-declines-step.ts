import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type ToldDeclines, toldDeclinesStore } from './told-declines-store.ts';

/** Declined visits that a month's form tells of, laid where the orders take them up and count them (L-50, D23). */
export const keepToldDeclines = (told: Omit<ToldDeclines, 'id'>, { newId }: Pick<Deps, 'newId'>): Effects => ({
  saves: [toldDeclinesStore.add({ id: newId('avsagda'), ...told })],
});
