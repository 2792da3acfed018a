import type { Month } from '../../shared/domain/local-time.ts';
import type { Change, Key, Page, Table } from '../../shared/ports/table.ts';
import { readableAs, type Stored, storedAs } from '../../shared/stores/stored.ts';
import { FiledInvoice } from './filed-invoice.ts';

const keyOf = (id: string): Key => ({ pk: `INVOICE#${id}`, sk: 'INVOICE' });

/** Which invoices a list is of. */
export type InvoiceList = { readonly month?: Month | undefined; readonly providerId?: string | undefined };

/** Where invoices live: each by its id, in the lists of its month, of its provider and of all. */
export const invoiceStore = (table: Table) => ({
  async find(id: string): Promise<Stored<FiledInvoice> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(FiledInvoice, item);
  },

  save(next: FiledInvoice, over: Stored<FiledInvoice> | undefined): Change {
    const { id, month, providerId, received } = next;
    const at = `${received.at}#${id}`;
    return {
      kind: 'put',
      over: over?.version ?? 0,
      item: {
        ...keyOf(id),
        data: next,
        indexes: {
          g1: { pk: `INVOICES#${month}`, sk: `${providerId}#${at}` },
          g2: { pk: 'INVOICES', sk: at },
          g3: { pk: `INVOICES#of#${providerId}`, sk: `${month}#${at}` },
        },
      },
    };
  },

  /** A page, the newest first; those of a month in the order of their providers. What cannot be read is left out. */
  async list(
    { month, providerId }: InvoiceList,
    page: { limit: number; after?: string },
  ): Promise<Page<Stored<FiledInvoice>>> {
    const within = month === undefined ? {} : { from: `${month}#`, to: `${month}#~` };
    const { items, next } =
      providerId !== undefined
        ? await table.queryIndex('g3', { pk: `INVOICES#of#${providerId}`, ...within, descending: true, ...page })
        : month === undefined
          ? await table.queryIndex('g2', { pk: 'INVOICES', descending: true, ...page })
          : await table.queryIndex('g1', { pk: `INVOICES#${month}`, ...page });
    const found = await table.getMany(items);
    return { items: readableAs(FiledInvoice, found).items, ...(next ? { next } : {}) };
  },
});
