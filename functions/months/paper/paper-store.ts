import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Item, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { MonthPaper } from './paper.ts';

type Of = { readonly month: Month; readonly providerId: string };

const keyOf = ({ month, providerId }: Of, id: string): Key => ({
  pk: `MONTH#${month}#${providerId}`,
  sk: `PAPER#${id}`,
});

async function itemsOf(table: Table, { month, providerId }: Of): Promise<readonly Item[]> {
  const found: Item[] = [];
  let after: string | undefined;
  do {
    const page = await table.query({ pk: `MONTH#${month}#${providerId}`, from: 'PAPER#', to: 'PAPER#~', after });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** Where a month's papers live: beside the month, each by its id. Their ids begin with the time they were filed. */
export const paperStore = (table: Table) => ({
  async find(of: Of, id: string): Promise<Stored<MonthPaper> | undefined> {
    const item = await table.get(keyOf(of, id));
    return item && storedAs(MonthPaper, item);
  },

  save: (next: MonthPaper, over: Stored<MonthPaper> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next, next.id), data: next },
  }),

  /** In the order that they were filed. */
  ofMonth: async (of: Of): Promise<readonly Stored<MonthPaper>[]> =>
    (await itemsOf(table, of)).map((item) => storedAs(MonthPaper, item)),
});
