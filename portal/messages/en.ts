import { parts } from './en/parts.ts';
import { shell } from './en/shell.ts';
import { states } from './en/states.ts';
import type { sv } from './sv.ts';
import type { Words } from './words.ts';

export const en: Words<typeof sv> = { shell, parts, states };
