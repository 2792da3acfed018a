import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { readableAs, type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { Consent } from './consent.ts';

const keyOf = ({ caseNo, id }: Pick<Consent, 'caseNo' | 'id'>): Key => ({
  pk: `CASE#${caseNo}`,
  sk: `CONSENT#${id}`,
});

/** The most consents that a case has: all of them are read at once. */
export const mostConsents = 200;

/** Where consents live: beside the case of whoever gave them. */
export const consentStore = (table: Table) => ({
  async find(caseNo: string, id: string): Promise<Stored<Consent> | undefined> {
    const item = await table.get(keyOf({ caseNo, id }));
    return item && storedAs(Consent, item);
  },
  save: (next: Consent, over: Stored<Consent> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next), data: next },
  }),
  async ofCase(caseNo: string): Promise<readonly Consent[]> {
    const range = { pk: `CASE#${caseNo}`, from: 'CONSENT#', to: 'CONSENT#~', limit: mostConsents };
    const { items } = await table.query(range);
    return readableAs(Consent, items).items.map(({ entity }) => entity);
  },
});
