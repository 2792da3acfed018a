import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { legibleAs, storedAs } from '../../../shared/stores/stored.ts';
import { Print } from './print.ts';

const keyOf = (letters: string): Key => ({ pk: `PRINT#${letters}`, sk: 'PRINT' });
/** Prints of one provider's month: of several of a form the newest is the one to be handed in. */
const monthOf = (month: Month, providerId: string) => `PRINTS#${month}#${providerId}`;

/** Where prints of the month's forms live, by the letters on their pages. */
export const printStore = (table: Table) => ({
  async find(letters: string): Promise<Print | undefined> {
    const item = await table.get(keyOf(letters));
    return item && storedAs(Print, item).entity;
  },

  /** Written once; letters that another print has are refused, and others drawn. */
  add: (made: Print): Change => ({
    kind: 'put',
    over: 0,
    item: {
      ...keyOf(made.letters),
      data: made,
      indexes: { g1: { pk: monthOf(made.month, made.providerId), sk: `${made.at}#${made.letters}` } },
    },
  }),

  /** The newest first. */
  async ofMonth(month: Month, providerId: string, limit: number): Promise<readonly Print[]> {
    const { items } = await table.queryIndex('g1', { pk: monthOf(month, providerId), descending: true, limit });
    return legibleAs(Print, await table.getMany(items));
  },
});
