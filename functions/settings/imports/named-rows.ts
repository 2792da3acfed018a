import type { ImportName } from './import-row.ts';

/** What the files have lists of. */
export type ListKind = 'rates' | 'services' | 'providers' | 'units' | 'officers' | 'people' | 'cases';

/** A list that the files hold: whom it names, also where a row of it is at fault. */
export type Listed = {
  readonly file: ImportName;
  readonly names: ReadonlySet<string>;
  /** Some row cannot say whom it is about: nobody can be said to be left out, and nobody is unknown for that. */
  readonly unsure: boolean;
};
export type Lists = Readonly<Partial<Record<ListKind, Listed>>>;

/** The lists of several files, a table before `cases.json`, as one. */
export function bothLists(one: Lists, other: Lists): Lists {
  const both: Partial<Record<ListKind, Listed>> = { ...other, ...one };
  for (const [kind, list] of Object.entries(one) as [ListKind, Listed][]) {
    const more = other[kind];
    if (more)
      both[kind] = {
        file: list.file,
        names: new Set([...list.names, ...more.names]),
        unsure: list.unsure || more.unsure,
      };
  }
  return both;
}
