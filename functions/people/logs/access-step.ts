import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type AccessRow, accessLogStore } from './access-log-store.ts';

/** Who reads about whom, when and why: committed before the answer is given. */
export const accessLogged = (row: Omit<AccessRow, 'id'>, { table, newId }: Pick<Deps, 'table' | 'newId'>): Effects => ({
  saves: accessLogStore(table).append({ id: newId('lasning'), ...row }),
});
