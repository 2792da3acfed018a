import type { EntryKey } from '../../../functions/registry.ts';
import { registry } from '../../../functions/registry.ts';
import type { WayIn } from '../../../functions/way-in.ts';

const lines: readonly [string, WayIn][] = Object.entries(registry);

const isEntryKey = (key: string): key is EntryKey => Object.hasOwn(registry, key);

/** The way in of that name over HTTP, and its route. */
export function wayNamed(
  key: string,
): { readonly key: EntryKey; readonly route: string; readonly isOpen: boolean } | undefined {
  if (!isEntryKey(key)) return undefined;
  const { on }: WayIn = registry[key];
  return 'http' in on ? { key, route: on.http, isOpen: on.roles === 'everyone' } : undefined;
}

/** What can be signed: `intendReport` and the way in at the same route without `/intent`, by the word `report`. */
export const signings: ReadonlyMap<
  string,
  { readonly intend: EntryKey; readonly seal: EntryKey; readonly route: string }
> = new Map(
  lines.flatMap(([intend, { on }]) => {
    const route = 'http' in on && intend.startsWith('intend') ? on.http : '';
    const seal = lines.find(([, way]) => 'http' in way.on && `${way.on.http}/intent` === route)?.[0];
    if (!isEntryKey(intend) || seal === undefined || !isEntryKey(seal)) return [];
    const word = intend.slice('intend'.length);
    return [[`${word.charAt(0).toLowerCase()}${word.slice(1)}`, { intend, seal, route }] as const];
  }),
);
