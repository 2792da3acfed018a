import * as z from 'zod';
import type { Change, Key, Table } from '../ports/table.ts';
import { type Stored, storedAs } from './stored.ts';

/** More cases than anybody has; what a death or a protection reaches is bounded by it. */
export const mostCases = 20;

/**
 * A person above the cases (A73): the keyed hash of the number, never the number, and the cases that are about whoever
 * has it. What is the person's and not the case's stands here: protected identity.
 */
const Person = z.object({ id: z.string(), cases: z.array(z.string()), protected: z.boolean() });
export type Person = z.infer<typeof Person>;

/** Of a case's sealed identity only the leaf that says whose it is. */
const Leaf = z.object({ person: z.string().optional() });

const keyOf = (id: string): Key => ({ pk: `PERSONCASES#${id}`, sk: 'PERSON' });
export const sealedKey = (caseNo: string): Key => ({ pk: `PERSON#${caseNo}`, sk: 'IDENTITY' });

/** Where it is kept which cases are about the same person. Opens no identity. */
export const personStore = (table: Table) => {
  const find = async (id: string): Promise<Stored<Person> | undefined> => {
    const item = await table.get(keyOf(id));
    return item && storedAs(Person, item);
  };
  return {
    find,
    async findMany(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
      const items = await table.getMany([...new Set(ids)].map(keyOf));
      return new Map(items.map((item) => storedAs(Person, item).entity).map((person) => [person.id, person]));
    },
    /** Whom a case is about; undefined when no number is known, or somebody else has it. */
    async ofCase(caseNo: string): Promise<Stored<Person> | undefined> {
      const item = await table.get(sealedKey(caseNo));
      const { person } = Leaf.parse(item?.data ?? {});
      return person === undefined ? undefined : find(person);
    },
    /** A person of whom no case is left is forgotten. */
    save: (next: Person, over: Stored<Person> | undefined): Change =>
      next.cases.length === 0 && over
        ? { kind: 'delete', key: keyOf(next.id), over: over.version }
        : {
            kind: 'put',
            over: over?.version ?? 0,
            item: { ...keyOf(next.id), data: { ...next, cases: next.cases.toSorted() } },
          },
    /** What was decided on all of somebody's cases is decided anew when another has come, or one has gone. */
    still: ({ entity, version }: Stored<Person>): Change => ({ kind: 'check', key: keyOf(entity.id), over: version }),
  };
};
