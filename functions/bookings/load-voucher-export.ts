import type { Table } from '../../shared/ports/table.ts';
import { voucherStore } from './voucher-store.ts';

/** In which export a voucher stands, and as which of the series; undefined while it waits, or where there is none. */
export const voucherExport = async (id: string, table: Table) => (await voucherStore(table).find(id))?.entity.exported;
