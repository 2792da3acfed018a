import type { CatalogueShape } from './catalogue-shape.ts';
import { parts } from './en/parts.ts';
import { shell } from './en/shell.ts';
import { states } from './en/states.ts';
import type { sv } from './sv.ts';

export const en: CatalogueShape<typeof sv> = { shell, parts, states };
