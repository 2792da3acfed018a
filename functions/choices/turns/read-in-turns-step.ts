import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import {
  build,
  freeNumber,
  join,
  type Numbered,
  type TurnList,
  type Written,
} from '../../../shared/domain/turn-list.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { turnListStore } from '../turn-list-store.ts';

/** A provider and the number that it asks for. */
type Place = { readonly id: string; readonly number: number };

/** Every provider under its own number, or the next free one when an earlier has it (L-07). */
function numbered(places: readonly Place[]): readonly Numbered[] {
  const numbers: Numbered[] = [];
  for (const { id: provider, number } of places)
    numbers.push({ provider, number: numbers.length > 0 ? freeNumber({ numbers }, number) : number });
  return numbers;
}

/**
 * The turn list as a municipality is read in: drawn up with every provider by number, so that a customer may abstain at
 * once (L-06); one that is there already takes the new ones last.
 */
export async function drawUpTurns(
  read: readonly Place[],
  pack: Pack,
  { at, by }: { readonly at: Instant; readonly by: string },
  { table }: Deps,
): Promise<readonly Change[]> {
  if (!pack.modules.includes('choices')) return [];
  const done = { at, on: dateOf(at), by };
  const stored = await turnListStore(table).find();
  if (stored) {
    const known = new Set(stored.entity.numbers.map(({ provider }) => provider));
    let list: TurnList = stored.entity;
    const written: Written[] = read.flatMap(({ id: provider, number }) => {
      if (known.has(provider)) return [];
      const one = join(list, { provider, number }, done);
      list = one.list;
      return [one];
    });
    const [first, ...rest] = written;
    return first ? turnListStore(table).write([first, ...rest], stored) : [];
  }
  const ids = new Set(read.map(({ id }) => id));
  const others = (await providerStore(table).all()).filter(({ id }) => !ids.has(id));
  return turnListStore(table).write(build(numbered([...read, ...others]), undefined, undefined, done), undefined);
}
