import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { Identity } from '../domain/identity.ts';
import type { IdentityKeys } from '../ports/identity-keys.ts';
import type { Change, Table } from '../ports/table.ts';
import { sealedKey } from './person-store.ts';

export const SealedIdentity = z.object({
  wrapped: z.string(),
  nonce: z.string(),
  tag: z.string(),
  body: z.string(),
  /** Keyed hashes of the person's words and numbers: enough to recognise them, not to read them. */
  traits: z.array(z.string()),
  /** Those of them by which the person is found: under each is an item that leads to the case. */
  found: z.array(z.string()).default([]),
  /** As it was last said in this case; where it is known whose the case is, the person's own protection holds. */
  protected: z.boolean(),
  /** Whose case it is: the keyed hash of the number. Absent without one, and while somebody else has it. */
  person: z.string().optional(),
  /** A keyed hash of each detail as a whole: enough to see whether a file says another, not to read it. */
  marks: z.record(z.string(), z.string()).optional(),
});
export type SealedIdentity = z.infer<typeof SealedIdentity>;

/** A sealed identity as it was read. */
export type SealedCase = { readonly caseNo: string; readonly sealed: SealedIdentity; readonly version: number };

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => Buffer.from(text, 'base64');

export async function sealedCases(table: Table, caseNos: readonly string[]): Promise<readonly SealedCase[]> {
  const items = await table.getMany(caseNos.map(sealedKey));
  return items.map(({ pk, data, version }) => ({
    caseNo: pk.slice('PERSON#'.length),
    sealed: SealedIdentity.parse(data),
    version,
  }));
}

export const putSealed = (caseNo: string, data: SealedIdentity, over: SealedCase | undefined): Change => ({
  kind: 'put',
  over: over?.version ?? 0,
  item: { ...sealedKey(caseNo), data },
});

/** An identity locked with a key of its own, bound to its case. */
export async function locked(caseNo: string, identity: Identity, keys: IdentityKeys) {
  const { plain, wrapped } = await keys.newDataKey(caseNo);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', plain, nonce).setAAD(Buffer.from(caseNo));
  const body = Buffer.concat([cipher.update(JSON.stringify(identity)), cipher.final()]);
  return {
    ...{ wrapped: base64(wrapped), nonce: base64(nonce) },
    ...{ tag: base64(cipher.getAuthTag()), body: base64(body) },
  };
}

export async function unlocked({ caseNo, sealed }: SealedCase, keys: IdentityKeys): Promise<Identity> {
  const plain = await keys.unwrap(bytes(sealed.wrapped), caseNo);
  const decipher = createDecipheriv('aes-256-gcm', plain, bytes(sealed.nonce))
    .setAAD(Buffer.from(caseNo))
    .setAuthTag(bytes(sealed.tag));
  return Identity.parse(JSON.parse(Buffer.concat([decipher.update(bytes(sealed.body)), decipher.final()]).toString()));
}
