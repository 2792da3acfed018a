import { Letter } from '../domain/letter.ts';
import { dateOf, type Instant, type LocalDate, plusMinutes } from '../domain/local-time.ts';
import type { Owner } from '../domain/owner.ts';
import type { Change, IndexEntry, Item, Key, Page, Table } from '../ports/table.ts';
import { dueKey, dueOnes } from './due-index.ts';
import { type ReadableItems, readableAs, type Stored, storedAs } from './stored.ts';

/** Where letters live. A letter is stored in the same commit as the change it is about, and sent afterwards. */
const prefix = 'LETTER#';
const keyOf = (id: string): Key => ({ pk: `${prefix}${id}`, sk: 'LETTER' });

/** The letter whose key this is; undefined for the key of anything else. */
export const letterIdOf = ({ pk }: Key): string | undefined =>
  pk.startsWith(prefix) ? pk.slice(prefix.length) : undefined;

/**
 * When the sender must look at it: at once while it waits, later when it was put off, or at the end of its lease. One that
 * was to contact a provider and never reached it waits for the orders (S-23).
 */
function wakes(letter: Letter): { g2?: Key } {
  const { id, kind, state, queuedAt, putOff, lease, heardAt, heededAt } = letter;
  if (state === 'waiting') return { g2: dueKey('letters', putOff?.until ?? queuedAt, id) };
  if (state === 'sending' && lease) return { g2: dueKey('letters', lease.until, id) };
  const isUnreached = kind === 'N05' && (state === 'bounced' || state === 'blocked') && heededAt === undefined;
  return isUnreached && heardAt !== undefined ? { g2: dueKey('contacts', heardAt, id) } : {};
}

/** A letter that a person must look at is in the list of whoever is to phone, else in the administrator's. */
const needsPerson = ({ state }: Letter) => ['asked', 'blocked', 'bounced', 'complained'].includes(state);
const askedList = (owner: Owner | undefined): string =>
  owner === undefined || owner === 'administrator' ? 'LETTERS#ASKED' : `LETTERS#ASKED#${owner}`;

/** Held back because the day's quota is spent: an administrator can ask for more. */
const isHeld = ({ state, putOff }: Letter) => state === 'waiting' && putOff?.because === 'QUOTA_SPENT';

function listOf(letter: Letter): { g1?: Key } {
  const sk = `${letter.queuedAt}#${letter.id}`;
  if (needsPerson(letter)) return { g1: { pk: askedList(letter.phones), sk } };
  if (isHeld(letter)) return { g1: { pk: 'LETTERS#HELD', sk } };
  // What has left, by its day: both times are in the key, and are counted without a letter being read.
  const hasLeft = letter.state === 'sent' || letter.state === 'delivered';
  if (!hasLeft || letter.sentAt === undefined) return {};
  const { sentAt, queuedAt, id } = letter;
  return { g1: { pk: `LETTERS#SENT#${dateOf(sentAt)}`, sk: `${sentAt}#${queuedAt}#${id}` } };
}

/** By the case that it names or is about, as its timeline lists them. */
function ofCaseKey({ id, fields, about, queuedAt }: Letter): { g3?: Key } {
  const caseNo = fields.caseNo ?? about;
  return caseNo === undefined ? {} : { g3: { pk: `LETTERS#case#${caseNo}`, sk: `${queuedAt}#${id}` } };
}

function put(letter: Letter, over: number): Change {
  return {
    kind: 'put',
    over,
    item: {
      ...keyOf(letter.id),
      data: letter,
      indexes: {
        ...wakes(letter),
        ...listOf(letter),
        ...ofCaseKey(letter),
      },
    },
  };
}

export const letterStore = (table: Table) => ({
  queue: (letter: Letter): Change => put(letter, 0),
  save: (next: Letter, over: Stored<Letter>): Change => put(next, over.version),

  /** As it is stored: it may be one that cannot be read. */
  findItem: (id: string): Promise<Item | undefined> => table.get(keyOf(id)),
  async find(id: string): Promise<Stored<Letter> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Letter, item);
  },

  read: (item: Item): Stored<Letter> => storedAs(Letter, item),

  /** Letters under somebody's lease: after a restart nobody holds them. What cannot be read the next sweep sets aside. */
  async inFlight(at: Instant): Promise<readonly Stored<Letter>[]> {
    const keys = await dueOnes(table, 'letters', plusMinutes(at, 120), 10_000);
    return readableAs(Letter, await table.getMany(keys)).items.filter(({ entity }) => entity.state === 'sending');
  },

  /** A case's letters, the latest first; what cannot be read is told by its key. */
  async ofCase(caseNo: string, page: { readonly limit: number; readonly after?: string | undefined }) {
    const range = { pk: `LETTERS#case#${caseNo}`, descending: true, ...page };
    const { items, next } = await table.queryIndex('g3', range);
    return { ...readableAs(Letter, await table.getMany(items)), ...(next ? { next } : {}) };
  },

  /** When those of a day were stored and left, the latest first, from the index alone. */
  async sentOn(day: LocalDate, most: number): Promise<readonly { queuedAt: Instant; sentAt: Instant }[]> {
    const found: { queuedAt: Instant; sentAt: Instant }[] = [];
    let after: string | undefined;
    do {
      const limit = Math.min(1000, most - found.length);
      const range = { pk: `LETTERS#SENT#${day}`, descending: true, limit, after };
      const page: Page<IndexEntry> = await table.queryIndex('g1', range);
      for (const { at } of page.items) {
        const [sentAt = '', queuedAt = ''] = at.sk.split('#');
        found.push({ sentAt, queuedAt });
      }
      after = page.next;
    } while (after !== undefined && found.length < most);
    return found;
  },

  /** What has not left: it waits, is put off, is being sent, or nobody knows. What cannot be read is left out. */
  async unsent(at: Instant, most: number): Promise<readonly Letter[]> {
    const keys = await dueOnes(table, 'letters', plusMinutes(at, 120), most);
    const asked = await table.queryIndex('g1', { pk: 'LETTERS#ASKED', limit: 100 });
    const { items } = readableAs(Letter, await table.getMany([...keys, ...asked.items]));
    return items.map(({ entity }) => entity).filter(({ state }) => ['waiting', 'sending', 'asked'].includes(state));
  },

  /** How many wait for a person, as far as a list of them goes. */
  async countAsked(owner: Owner, limit = 100): Promise<number> {
    return (await table.queryIndex('g1', { pk: askedList(owner), limit })).items.length;
  },
  /** How many the mail service will not take today, as far as anybody counts. */
  async countHeld(limit = 1000): Promise<number> {
    return (await table.queryIndex('g1', { pk: 'LETTERS#HELD', limit })).items.length;
  },
  /** Those that wait for an owner; for the administrators where none is given. */
  async asked(owner: Owner = 'administrator', limit = 100): Promise<ReadableItems<Letter>> {
    const { items } = await table.queryIndex('g1', { pk: askedList(owner), limit });
    return readableAs(Letter, await table.getMany(items));
  },
});
