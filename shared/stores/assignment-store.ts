import { Assignment } from '../domain/assignment.ts';
import type { Change, Key, Table } from '../ports/table.ts';

const keyOf = ({ caseNo, providerId, from }: Assignment): Key => ({
  pk: `CASE#${caseNo}`,
  sk: `ASSIGNMENT#${from}#${providerId}`,
});

/** Where assignments live: under the case, and under the provider that has it. */
export const assignmentStore = (table: Table) => ({
  add: (next: Assignment): Change => ({
    kind: 'put',
    over: 0,
    item: { ...keyOf(next), data: next, indexes: { g3: { pk: `ASSIGNMENTS#${next.providerId}`, sk: next.caseNo } } },
  }),

  async ofCase(caseNo: string): Promise<readonly Assignment[]> {
    const { items } = await table.query({ pk: `CASE#${caseNo}`, from: 'ASSIGNMENT#', to: 'ASSIGNMENT#~' });
    return items.map((item) => Assignment.parse(item.data));
  },

  /** Everything the provider has or has had, by case number; an index may lag, so each is read again by key. */
  async ofProvider(providerId: string): Promise<readonly Assignment[]> {
    const found: Assignment[] = [];
    let after: string | undefined;
    do {
      const page = await table.queryIndex('g3', { pk: `ASSIGNMENTS#${providerId}`, limit: 1000, after });
      found.push(...(await table.getMany(page.items)).map((item) => Assignment.parse(item.data)));
      after = page.next;
    } while (after !== undefined);
    return found;
  },
});
