import { writeFileSync } from 'node:fs';
import { ruleTable, tablePath } from './rule-table.ts';

writeFileSync(tablePath, ruleTable());
