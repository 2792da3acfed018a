import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { Identity, traitsOf } from '../domain/identity.ts';
import type { IdentityKeys } from '../ports/identity-keys.ts';
import type { Change, Key, Table } from '../ports/table.ts';

const Sealed = z.object({
  wrapped: z.string(),
  nonce: z.string(),
  tag: z.string(),
  body: z.string(),
  /** Keyed hashes of the person's words and numbers: enough to recognise them, not to read them. */
  traits: z.array(z.string()),
  protected: z.boolean(),
});

const keyOf = (caseNo: string): Key => ({ pk: `PERSON#${caseNo}`, sk: 'IDENTITY' });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => Buffer.from(text, 'base64');

/** The one place where a customer's identity lives: sealed with a key of its own, bound to its case. */
export const identityStore = (table: Table, keys: IdentityKeys) => {
  const read = async (caseNo: string) => {
    const item = await table.get(keyOf(caseNo));
    return item && { sealed: Sealed.parse(item.data), version: item.version };
  };

  return {
    async seal(caseNo: string, identity: Identity): Promise<Change> {
      const { plain, wrapped } = await keys.newDataKey(caseNo);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', plain, nonce).setAAD(Buffer.from(caseNo));
      const body = Buffer.concat([cipher.update(JSON.stringify(identity)), cipher.final()]);
      const data: z.infer<typeof Sealed> = {
        wrapped: base64(wrapped),
        nonce: base64(nonce),
        tag: base64(cipher.getAuthTag()),
        body: base64(body),
        traits: await Promise.all(traitsOf(identity).map((trait) => keys.blind(trait))),
        protected: identity.protected ?? false,
      };
      return { kind: 'put', over: (await read(caseNo))?.version ?? 0, item: { ...keyOf(caseNo), data } };
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
