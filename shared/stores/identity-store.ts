import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { findableBy, Identity, traitsOf } from '../domain/identity.ts';
import { dateOf, type Instant } from '../domain/local-time.ts';
import { personIdOf } from '../domain/person-id.ts';
import type { IdentityKeys } from '../ports/identity-keys.ts';
import type { Change, Key, Table } from '../ports/table.ts';

const Sealed = z.object({
  wrapped: z.string(),
  nonce: z.string(),
  tag: z.string(),
  body: z.string(),
  /** Keyed hashes of the person's words and numbers: enough to recognise them, not to read them. */
  traits: z.array(z.string()),
  /** Those of them by which the person is found: under each is an item that leads to the case. */
  found: z.array(z.string()).default([]),
  protected: z.boolean(),
  /** A keyed hash of each detail as a whole: enough to see whether a file says another, not to read it. */
  marks: z.record(z.string(), z.string()).optional(),
});
type Sealed = z.infer<typeof Sealed>;

/** The details that may be told to have changed. */
const identityFields = ['name', 'personnummer', 'address', 'phone', 'relativePhone'] as const;
export type IdentityField = (typeof identityFields)[number] | 'protected';

/** Where a keyed hash leads: to a case, and whether its customer is hidden from everybody who looks. */
const Lead = z.object({ caseNo: z.string(), protected: z.boolean() });
export type Lead = z.infer<typeof Lead>;

const keyOf = (caseNo: string): Key => ({ pk: `PERSON#${caseNo}`, sk: 'IDENTITY' });
const leadKey = (hash: string, caseNo: string): Key => ({ pk: `TRAIT#${hash}`, sk: caseNo });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => Buffer.from(text, 'base64');

/** The one place where a customer's identity lives: sealed with a key of its own, bound to its case. */
export const identityStore = (table: Table, keys: IdentityKeys) => {
  const read = async (caseNo: string) => {
    const item = await table.get(keyOf(caseNo));
    return item && { sealed: Sealed.parse(item.data), version: item.version };
  };

  /** Bound to the case, so that nobody sees that two customers have the same telephone number. */
  const markOf = (caseNo: string, field: string, text: string) => keys.blind(`${caseNo} ${field} ${text.trim()}`);
  async function marksOf(caseNo: string, identity: Partial<Identity>): Promise<Record<string, string>> {
    const told = identityFields.flatMap((field) => (identity[field] ? [[field, identity[field]] as const] : []));
    return Object.fromEntries(
      await Promise.all(told.map(async ([field, text]) => [field, await markOf(caseNo, field, text)] as const)),
    );
  }

  /** The leads to a case as they are to be: what is new is written, what is no longer so is changed or taken away. */
  async function leadChanges(caseNo: string, next: Sealed, before: Sealed | undefined): Promise<readonly Change[]> {
    const known = new Set(before?.found);
    const wanted = new Set(next.found);
    const put = (hash: string, over: number): Change => ({
      kind: 'put',
      over,
      item: { ...leadKey(hash, caseNo), data: { caseNo, protected: next.protected } },
    });
    const isWrong = (hash: string) => !wanted.has(hash) || before?.protected !== next.protected;
    const wrong = await table.getMany([...known].filter(isWrong).map((hash) => leadKey(hash, caseNo)));
    return [
      ...[...wanted].filter((hash) => !known.has(hash)).map((hash) => put(hash, 0)),
      ...wrong.map(({ pk, sk, version: over }): Change => {
        const hash = pk.slice('TRAIT#'.length);
        return wanted.has(hash) ? put(hash, over) : { kind: 'delete', key: { pk, sk }, over };
      }),
    ];
  }

  return {
    /**
     * Seals a customer over what was stored, with what the customer is found by; the number as twelve digits. A
     * protection that is not mentioned is kept.
     */
    async seal(caseNo: string, given: Identity, at: Instant): Promise<readonly Change[]> {
      const number = given.personnummer && personIdOf(given.personnummer, dateOf(at));
      const before = await read(caseNo);
      const hidden = given.protected ?? before?.sealed.protected;
      const identity = {
        ...given,
        ...(number ? { personnummer: number } : {}),
        ...(hidden ? { protected: true } : {}),
      };
      const { plain, wrapped } = await keys.newDataKey(caseNo);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', plain, nonce).setAAD(Buffer.from(caseNo));
      const body = Buffer.concat([cipher.update(JSON.stringify(identity)), cipher.final()]);
      const [traits, findable] = [traitsOf(identity), findableBy(identity)];
      const hashes = new Map(
        await Promise.all(
          [...new Set([...traits, ...findable])].map(async (trait) => [trait, await keys.blind(trait)] as const),
        ),
      );
      const data: Sealed = {
        wrapped: base64(wrapped),
        nonce: base64(nonce),
        tag: base64(cipher.getAuthTag()),
        body: base64(body),
        traits: [...new Set(traits)].flatMap((trait) => hashes.get(trait) ?? []),
        found: findable.flatMap((word) => hashes.get(word) ?? []),
        protected: identity.protected ?? false,
        marks: await marksOf(caseNo, identity),
      };
      return [
        { kind: 'put', over: before?.version ?? 0, item: { ...keyOf(caseNo), data } },
        ...(await leadChanges(caseNo, data, before?.sealed)),
      ];
    },

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
      const hides = given.protected !== undefined && given.protected !== found.sealed.protected;
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
      const cases = fewest.page.items.map((item) => Lead.parse(item.data));
      const asked = cases.flatMap(({ caseNo }) => others.map((hash) => leadKey(hash, caseNo)));
      const there = new Map<string, number>();
      for (const { sk } of await table.getMany(asked)) there.set(sk, (there.get(sk) ?? 0) + 1);
      const leads = cases.filter(({ caseNo }) => (there.get(caseNo) ?? 0) === others.length);
      return { leads, more: fewest.page.next !== undefined };
    },

    /** The caller writes the access-log row in the commit that the answer waits for. */
    async open(caseNo: string): Promise<Identity | undefined> {
      const found = await read(caseNo);
      if (!found) return undefined;
      const { wrapped, nonce, tag, body } = found.sealed;
      const plain = await keys.unwrap(bytes(wrapped), caseNo);
      const decipher = createDecipheriv('aes-256-gcm', plain, bytes(nonce))
        .setAAD(Buffer.from(caseNo))
        .setAuthTag(bytes(tag));
      return Identity.parse(JSON.parse(Buffer.concat([decipher.update(bytes(body)), decipher.final()]).toString()));
    },

    /** Whether a customer's letters must not be sent at all, and which of some words are the customer's. Reads no identity. */
    async recognise(caseNo: string, words: readonly string[]): Promise<{ protected: boolean; known: number }> {
      const found = await read(caseNo);
      if (!found) return { protected: false, known: 0 };
      const traits = new Set(found.sealed.traits);
      const blinded = await Promise.all(words.map((word) => keys.blind(word)));
      return { protected: found.sealed.protected, known: blinded.filter((word) => traits.has(word)).length };
    },
  };
};
