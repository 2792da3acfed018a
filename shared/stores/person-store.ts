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

/** Whose a case is: beside the case, so that nobody needs to reach what is sealed to know it. */
const Pointer = z.object({ person: z.string().optional() });

const pointerKey = (caseNo: string): Key => ({ pk: `CASE#${caseNo}`, sk: 'PERSON' });
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
      const item = await table.get(pointerKey(caseNo));
      const { person } = Pointer.parse(item?.data ?? {});
      return person === undefined ? undefined : find(person);
    },
    /** The cases as they point to whom they are about: somebody, or nobody who is known. */
    async pointing(caseNos: readonly string[], person: string | undefined): Promise<readonly Change[]> {
      const known = new Map((await table.getMany(caseNos.map(pointerKey))).map((item) => [item.pk, item]));
      return caseNos.flatMap((caseNo): readonly Change[] => {
        const item = known.get(pointerKey(caseNo).pk);
        if (Pointer.parse(item?.data ?? {}).person === person) return [];
        return [{ kind: 'put', over: item?.version ?? 0, item: { ...pointerKey(caseNo), data: { person } } }];
      });
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
