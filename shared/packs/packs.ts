import type { LocalDate } from '../domain/local-time.ts';
import { botkyrka } from './botkyrka.ts';
import { halmstad } from './halmstad.ts';
import { helsingborg } from './helsingborg.ts';
import { leksand } from './leksand.ts';
import { Pack } from './pack.ts';
import { sn2016840 } from './sn2016-840.ts';

/** Every rule pack, each version of a municipality's routine in its own file. One more is one more line here. */
export const packs: readonly Pack[] = [leksand, sn2016840, botkyrka, helsingborg, halmstad].map((data) =>
  Pack.parse(data),
);

/** The version of a routine in force on a day: the event's day decides, not today (S-62). */
export const packInForce = (name: string, date: LocalDate): Pack | undefined =>
  packs.find((pack) => pack.name === name && pack.validFrom <= date && (!pack.validTo || date <= pack.validTo));

/** The newest version of a routine. */
export const packNamed = (name: string): Pack | undefined =>
  packs.filter((pack) => pack.name === name).sort((one, other) => other.validFrom.localeCompare(one.validFrom))[0];
