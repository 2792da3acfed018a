import type { Month } from '../../../shared/domain/local-time.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import type { Change, Key, Table } from '../../../shared/ports/table.ts';
import { type Stored, storedAs } from '../../../shared/stores/stored.ts';
import { BasisDraft } from './basis-draft.ts';

const keyOf = (month: Month, providerId: string): Key => ({
  pk: `BASES#${month}`,
  sk: `DRAFT#${providerOwner(providerId)}`,
});

/** Where reports of bought hours wait to be handed in: one of a month and performer, beside the month's bases. */
export const basisDraftStore = (table: Table) => ({
  async find(month: Month, providerId: string): Promise<Stored<BasisDraft> | undefined> {
    const item = await table.get(keyOf(month, providerId));
    return item && storedAs(BasisDraft, item);
  },

  save: (next: BasisDraft, over: Stored<BasisDraft> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.month, next.providerId), data: next },
  }),
});
