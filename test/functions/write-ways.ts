import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reach } from '../../functions/reach.ts';
import { registry } from '../../functions/registry.ts';
import { waysTable } from '../support/ways-table.ts';

/** What `npm run ways` runs. */
writeFileSync(join(import.meta.dirname, 'ways.md'), waysTable(registry, reach));
