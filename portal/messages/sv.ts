import { parts } from './sv/parts.ts';
import { shell } from './sv/shell.ts';
import { states } from './sv/states.ts';

/** What every page may say. The words of an area of its own are fetched with its pages (`areas.ts`). */
export const sv = { shell, parts, states };
