import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, pageOf } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { turnListStore } from '../turn-list-store.ts';
import { TurnFile, turnFileOf } from './turn-file.ts';

/**
 * The whole ledger as `utfort turns --list` reads it, for anyone who wants to play it again, a provider too (L-08,
 * L-09).
 */
export const exportTurns = endpoint({
  summary: 'The whole turn list, to be played again with utfort turns --list',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(5000).default(5000).meta({ description: 'How many at most' }),
    cursor: Cursor,
  }),
  answer: TurnFile.extend({ next: z.string().optional().meta({ description: 'Where there are more turns' }) }),
  async run({ query, at }, { table }) {
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const entries = await turnListStore(table).wholeLedger();
    if (entries.length === 0) return refuse('conflict', 'turn-list-missing');
    const { settings, pack } = routine.value;
    const set = settings.overrides.filter((one) => one.startsWith('rotation.'));
    const { items, next } = pageOf(entries, ({ seq }) => String(seq).padStart(9, '0'), query);
    return done({ ...turnFileOf(items, pack.name), ...(set.length > 0 ? { set } : {}), next });
  },
});
