import { findableBy, type Identity, traitsOf } from '../domain/identity.ts';
import { dateOf, type Instant } from '../domain/local-time.ts';
import { formsOf, wordsOf } from '../domain/name-forms.ts';
import { personIdOf } from '../domain/person-id.ts';
import type { IdentityKeys } from '../ports/identity-keys.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type WhoseCase, whoseCase } from './person-cases.ts';
import { type Person, personStore } from './person-store.ts';
import { locked, putSealed, type SealedCase, type SealedIdentity, sealedCases, unlocked } from './sealed-identity.ts';

/** A case that a keyed hash leads to, whose it is, and whether that person is hidden from everybody who looks. */
export type Lead = { readonly caseNo: string; readonly person?: string; readonly protected: boolean };

/** The details that may be told to have changed. */
const identityFields = ['name', 'personnummer', 'address', 'phone', 'relativePhone'] as const;
export type IdentityField = (typeof identityFields)[number] | 'protected';

const leadKey = (hash: string, caseNo: string): Key => ({ pk: `TRAIT#${hash}`, sk: caseNo });

/** Protected identity is the person's, and holds in all of their cases (A73). */
const isHidden = ({ sealed }: SealedCase, person: Person | undefined): boolean => person?.protected ?? sealed.protected;

/** Whose the case becomes, and whether that person is protected, as it will be. */
type Sealing = WhoseCase & { readonly isProtected: boolean };

/** The one place where a customer's identity lives: sealed with a key of its own, bound to its case. */
export const identityStore = (table: Table, keys: IdentityKeys) => {
  const read = async (caseNo: string) => (await sealedCases(table, [caseNo]))[0];
  const personOf = async ({ sealed }: SealedCase): Promise<Person | undefined> =>
    sealed.person === undefined ? undefined : (await personStore(table).find(sealed.person))?.entity;

  /** Bound to the case, so that nobody sees that two customers have the same telephone number. */
  const markOf = (caseNo: string, field: string, text: string) => keys.blind(`${caseNo} ${field} ${text.trim()}`);
  async function marksOf(caseNo: string, identity: Partial<Identity>): Promise<Record<string, string>> {
    const told = identityFields.flatMap((field) => (identity[field] ? [[field, identity[field]] as const] : []));
    return Object.fromEntries(
      await Promise.all(told.map(async ([field, text]) => [field, await markOf(caseNo, field, text)] as const)),
    );
  }

  /** The leads to a case as they are to be: what is new is written, what is no longer so is taken away. */
  async function leadChanges(
    caseNo: string,
    next: SealedIdentity,
    before: SealedIdentity | undefined,
  ): Promise<readonly Change[]> {
    const [known, wanted] = [new Set(before?.found), new Set(next.found)];
    const gone = [...known].filter((hash) => !wanted.has(hash)).map((hash) => leadKey(hash, caseNo));
    return [
      ...[...wanted]
        .filter((hash) => !known.has(hash))
        .map((hash): Change => ({ kind: 'put', over: 0, item: { ...leadKey(hash, caseNo), data: { caseNo } } })),
      ...(await table.getMany(gone)).map(
        ({ pk, sk, version: over }): Change => ({ kind: 'delete', key: { pk, sk }, over }),
      ),
    ];
  }

  async function leadsTo(caseNos: readonly string[]): Promise<readonly Lead[]> {
    const cases = await sealedCases(table, caseNos);
    const persons = await personStore(table).findMany(cases.flatMap(({ sealed }) => sealed.person ?? []));
    return cases.map((one) => {
      const person = persons.get(one.sealed.person ?? '');
      return { caseNo: one.caseNo, ...(person ? { person: person.id } : {}), protected: isHidden(one, person) };
    });
  }

  /**
   * Seals a customer over what was stored, with what the customer is found by; the number as twelve digits. A protection
   * that is not mentioned is kept, and is the person's. A case whose number others have under another name is theirs
   * only when somebody says so (`samePerson`).
   */
  async function sealing(caseNo: string, given: Identity, at: Instant, samePerson = false): Promise<Sealing> {
    const number = given.personnummer && personIdOf(given.personnummer, dateOf(at));
    const before = await read(caseNo);
    const named = { ...given, ...(number ? { personnummer: number } : {}) };
    const [traits, findable] = [traitsOf(named), findableBy(named)];
    const words = [...new Set([...traits, ...findable])];
    const hashes = new Map(await Promise.all(words.map(async (word) => [word, await keys.blind(word)] as const)));
    const hashed = (some: readonly string[]) => [...new Set(some)].flatMap((word) => hashes.get(word) ?? []);
    const [id] = hashed(number ? [number] : []);
    const names = wordsOf(given.name).map((word) => hashed(formsOf(word)));
    const whose = await whoseCase({ caseNo, id, names, said: given.protected, before }, samePerson, table);

    const hidden = whose.person?.protected ?? given.protected ?? before?.sealed.protected ?? false;
    const next: SealedIdentity = {
      ...(await locked(caseNo, { ...named, ...(hidden ? { protected: true } : {}) }, keys)),
      ...{ traits: hashed(traits), found: hashed(findable), protected: hidden },
      ...(whose.person ? { person: whose.person.id } : {}),
      marks: await marksOf(caseNo, named),
    };
    const leads = await leadChanges(caseNo, next, before?.sealed);
    return { ...whose, isProtected: hidden, changes: [putSealed(caseNo, next, before), ...leads, ...whose.changes] };
  }

  return {
    /** Whether nothing about the customer may leave by mail; nobody is opened or recognised for it. */
    async isProtected(caseNo: string): Promise<boolean> {
      const found = await read(caseNo);
      return found !== undefined && isHidden(found, await personOf(found));
    },

    sealing,
    seal: async (caseNo: string, given: Identity, at: Instant): Promise<readonly Change[]> =>
      (await sealing(caseNo, given, at)).changes,

    /**
     * Which of the details that are given differ from those that are sealed; undefined where nobody is. Opens nothing.
     */
    async differs(
      caseNo: string,
      given: Partial<Identity>,
      at: Instant,
    ): Promise<readonly IdentityField[] | undefined> {
      const found = await read(caseNo);
      if (!found) return undefined;
      const number = given.personnummer && personIdOf(given.personnummer, dateOf(at));
      const marks = await marksOf(caseNo, { ...given, ...(number ? { personnummer: number } : {}) });
      const hides = given.protected !== undefined && given.protected !== isHidden(found, await personOf(found));
      return [
        ...identityFields.filter((field) => marks[field] !== undefined && marks[field] !== found.sealed.marks?.[field]),
        ...(hides ? (['protected'] as const) : []),
      ];
    },

    /**
     * The cases that all the words lead to, in the order of their numbers; `more` when there are so many that some may
     * have been left out. Opens no identity.
     */
    async find(words: readonly string[], most: number): Promise<{ leads: readonly Lead[]; more: boolean }> {
      const hashes = await Promise.all([...new Set(words)].map((word) => keys.blind(word)));
      const pages = await Promise.all(
        hashes.map(async (hash) => ({ hash, page: await table.query({ pk: `TRAIT#${hash}`, limit: most }) })),
      );
      // The word that fewest have is looked through; whether the others lead there too is asked by key.
      const [fewest] = pages.toSorted((a, b) => a.page.items.length - b.page.items.length);
      if (!fewest) return { leads: [], more: false };
      const others = hashes.filter((hash) => hash !== fewest.hash);
      const cases = fewest.page.items.map(({ sk }) => sk);
      const asked = cases.flatMap((caseNo) => others.map((hash) => leadKey(hash, caseNo)));
      const there = new Map<string, number>();
      for (const { sk } of await table.getMany(asked)) there.set(sk, (there.get(sk) ?? 0) + 1);
      const found = cases.filter((caseNo) => (there.get(caseNo) ?? 0) === others.length);
      return { leads: await leadsTo(found), more: fewest.page.next !== undefined };
    },

    /** The caller writes the access-log row in the commit that the answer waits for. */
    async open(caseNo: string): Promise<Identity | undefined> {
      const found = await read(caseNo);
      if (!found) return undefined;
      const { protected: _, ...identity } = await unlocked(found, keys);
      return { ...identity, ...(isHidden(found, await personOf(found)) ? { protected: true } : {}) };
    },

    /**
     * What the customers of a list are called, by their cases; undefined for who is hidden, whom nobody opens. As with
     * `open`, the caller writes the access-log row.
     */
    async namesOf(caseNos: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
      const cases = await sealedCases(table, caseNos);
      const persons = await personStore(table).findMany(cases.flatMap(({ sealed }) => sealed.person ?? []));
      return new Map(
        await Promise.all(
          cases.map(async (one) => {
            const isHiddenNow = isHidden(one, persons.get(one.sealed.person ?? ''));
            return [one.caseNo, isHiddenNow ? undefined : (await unlocked(one, keys)).name] as const;
          }),
        ),
      );
    },

    /** Which of some words are the customer's own. Reads no identity. */
    async knownAmong(caseNo: string, words: readonly string[]): Promise<readonly string[]> {
      const found = await read(caseNo);
      if (!found) return [];
      const traits = new Set(found.sealed.traits);
      const blinded = await Promise.all(words.map(async (word) => [word, await keys.blind(word)] as const));
      return blinded.flatMap(([word, hash]) => (traits.has(hash) ? [word] : []));
    },

    /**
     * Which of some words are in the names of customers, by their cases; of a case that none of them is in, nothing. Opens
     * nobody.
     */
    async namedAmong(caseNos: readonly string[], words: readonly string[]): Promise<readonly (readonly string[])[]> {
      const blinded = await Promise.all(words.map(async (word) => [word, await keys.blind(word)] as const));
      const cases = await sealedCases(table, caseNos);
      return cases.flatMap(({ sealed }) => {
        const found = new Set(sealed.found);
        const named = blinded.flatMap(([word, hash]) => (found.has(hash) ? [word] : []));
        return named.length > 0 ? [named] : [];
      });
    },

    /** Whether a customer's letters must not be sent at all, and how many of some words are the customer's. Reads no identity. */
    async recognise(caseNo: string, words: readonly string[]): Promise<{ protected: boolean; known: number }> {
      const found = await read(caseNo);
      if (!found) return { protected: false, known: 0 };
      const traits = new Set(found.sealed.traits);
      const blinded = await Promise.all(words.map((word) => keys.blind(word)));
      const known = blinded.filter((word) => traits.has(word)).length;
      return { protected: isHidden(found, await personOf(found)), known };
    },
  };
};
