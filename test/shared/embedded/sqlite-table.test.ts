import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { sqliteTable } from '../../../shared/embedded/sqlite-table.ts';
import { durableTableContract, tableContract } from '../../contract/table.ts';

const folder = mkdtempSync(join(tmpdir(), 'utfort-table-'));
const tables: { close(): void }[] = [];
afterAll(() => {
  for (const table of tables) table.close();
  rmSync(folder, { recursive: true });
});

tableContract('one machine', {
  async make() {
    const table = sqliteTable(':memory:');
    tables.push(table);
    return table;
  },
});

durableTableContract('one machine', async () => {
  const table = sqliteTable(join(folder, 'table.sqlite'));
  return { table, close: () => table.close() };
});
