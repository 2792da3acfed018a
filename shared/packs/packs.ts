import type { LocalDate } from '../domain/local-time.ts';
import { botkyrka } from './botkyrka.ts';
import { combinedPack } from './combined-pack.ts';
import { halmstad } from './halmstad.ts';
import { helsingborg } from './helsingborg.ts';
import { leksand } from './leksand.ts';
import { Pack } from './pack.ts';
import { sn2016840 } from './sn2016-840.ts';

/** Every rule pack, each version of a municipality's routine in its own file. One more is one more line here. */
export const packs: readonly Pack[] = [leksand, sn2016840, botkyrka, helsingborg, halmstad].map((data) =>
  Pack.parse(data),
);

/** Each of the routines in a name, `sn2016-840+leksand`, as `find` finds it; nothing unless all are found. */
function each(name: string, find: (name: string) => Pack | undefined): Pack | undefined {
  const found = name.split('+').map(find);
  const [first, ...others] = found.filter((pack) => pack !== undefined);
  return first && others.length === found.length - 1 ? combinedPack([first, ...others]) : undefined;
}

/**
 * The version of a routine in force on a day: the event's day decides, not today (S-62). A municipality whose modules
 * follow several routines names them with a plus between, the one that goes first for what they have in common.
 */
export const packInForce = (name: string, date: LocalDate): Pack | undefined =>
  each(name, (one) =>
    packs.find((pack) => pack.name === one && pack.validFrom <= date && (!pack.validTo || date <= pack.validTo)),
  );

/** The newest version of a routine, or of each of several. */
export const packNamed = (name: string): Pack | undefined =>
  each(
    name,
    (one) =>
      packs.filter((pack) => pack.name === one).sort((pack, other) => other.validFrom.localeCompare(pack.validFrom))[0],
  );
