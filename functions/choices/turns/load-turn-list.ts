import type { TurnList } from '../../../shared/domain/turn-list.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { turnListStore } from '../turn-list-store.ts';

/** The turn list as it is now; undefined until one has been drawn up. */
export const loadTurnList = async (table: Table): Promise<TurnList | undefined> =>
  (await turnListStore(table).find())?.entity;
