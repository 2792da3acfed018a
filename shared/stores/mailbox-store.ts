import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Instant } from '../domain/local-time.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { readableAs, type Stored, storedAs } from './stored.ts';

/** An address that a provider says is its own, or all of its domain; it counts once somebody has opened the link sent there. */
export const Mailbox = z.object({
  id: z.string(),
  providerId: z.string(),
  /** Where the link is sent; in ASCII and small letters. */
  address: z.string(),
  /** The domain, where every address at it is the provider's. */
  domain: z.string().optional(),
  state: z.enum(['asked', 'proven']),
  askedAt: Instant,
  provenAt: Instant.optional(),
});
export type Mailbox = z.infer<typeof Mailbox>;

/** What a secret link proves: which of a provider's addresses, and until when. */
export const MailboxProof = z.object({ providerId: z.string(), mailboxId: z.string(), expiresAt: Instant });
export type MailboxProof = z.infer<typeof MailboxProof>;

/** More than any provider writes from. */
export const mostMailboxes = 50;
/** More than a municipality has providers with addresses. */
const mostProven = 10_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the provider alone may have: the domain with its `@`, or the address. */
const claimed = ({ address, domain }: Pick<Mailbox, 'address' | 'domain'>): string =>
  domain === undefined ? address : `@${domain}`;

/** Where addresses live: in their provider's list, and what is proven under its hash, so that one provider alone has it. */
const keyOf = ({ providerId, id }: Pick<Mailbox, 'providerId' | 'id'>): Key => ({
  pk: `MAILBOX#${providerId}`,
  sk: `ADDRESS#${id}`,
});
const heldKey = (mailbox: Pick<Mailbox, 'address' | 'domain'>): Key => ({
  pk: `MAILBOX#HELD#${sha256(claimed(mailbox))}`,
  sk: 'HELD',
});
const proofKey = (secret: string): Key => ({ pk: `MAILBOX#PROOF#${sha256(secret)}`, sk: 'PROOF' });

export const mailboxStore = (table: Table) => {
  const put = (mailbox: Mailbox, over: number): Change => ({
    kind: 'put',
    over,
    item: {
      ...keyOf(mailbox),
      data: mailbox,
      indexes: mailbox.state === 'proven' ? { g1: { pk: 'MAILBOXES', sk: `${mailbox.providerId}#${mailbox.id}` } } : {},
    },
  });
  return {
    ask: (mailbox: Mailbox): Change => put(mailbox, 0),
    save: (next: Mailbox, over: Stored<Mailbox>): Change => put(next, over.version),
    async find(providerId: string, id: string): Promise<Stored<Mailbox> | undefined> {
      const item = await table.get(keyOf({ providerId, id }));
      return item && storedAs(Mailbox, item);
    },
    /** A provider's own, those that wait too. */
    async of(providerId: string): Promise<readonly Stored<Mailbox>[]> {
      const range = { pk: `MAILBOX#${providerId}`, from: 'ADDRESS#', to: 'ADDRESS#~', limit: mostMailboxes };
      return readableAs(Mailbox, (await table.query(range)).items).items;
    },
    /** All that are proven, of every provider: whom a mail may be from. */
    async proven(): Promise<readonly Mailbox[]> {
      const { items } = await table.queryIndex('g1', { pk: 'MAILBOXES', limit: mostProven });
      const read = readableAs(Mailbox, await table.getMany(items)).items.map(({ entity }) => entity);
      // An index may lag.
      return read.filter(({ state }) => state === 'proven');
    },

    /** It is one provider's from now on: written over nothing. */
    prove: (next: Mailbox, over: Stored<Mailbox>): readonly Change[] => [
      put(next, over.version),
      {
        kind: 'put',
        over: 0,
        item: { ...heldKey(next), data: { providerId: next.providerId, mailboxId: next.id } },
      },
    ],
    /** Whose an address or a domain has been proven to be. */
    async holder(mailbox: Pick<Mailbox, 'address' | 'domain'>): Promise<string | undefined> {
      const item = await table.get(heldKey(mailbox));
      return item && (item.data as { providerId: string }).providerId;
    },
    /** It is the provider's no more. */
    async takeAway({ entity, version }: Stored<Mailbox>): Promise<readonly Change[]> {
      const held = entity.state === 'proven' ? await table.get(heldKey(entity)) : undefined;
      return [
        { kind: 'delete', key: keyOf(entity), over: version },
        ...(held ? [{ kind: 'delete' as const, key: heldKey(entity), over: held.version }] : []),
      ];
    },

    /** That whoever has the secret opened a mail at the address; the secret stands in the letter and nowhere else. */
    openProof: (secret: string, proof: MailboxProof): Change => ({
      kind: 'put',
      over: 0,
      item: { ...proofKey(secret), data: proof, expiresAt: proof.expiresAt },
    }),
    async proofBehind(secret: string): Promise<MailboxProof | undefined> {
      const item = await table.get(proofKey(secret));
      return item && MailboxProof.parse(item.data);
    },
  };
};
