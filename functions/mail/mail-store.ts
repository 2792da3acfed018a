import type { Change, Item, Key, Page, Table } from '../../shared/ports/table.ts';
import { dueKey } from '../../shared/stores/due-index.ts';
import { legibleAs, readableAs, type Stored, storedAs } from '../../shared/stores/stored.ts';
import { Mail } from './mail.ts';

/** Where mail that has come in lives, and the marks of what has acted. */
const keyOf = (id: string): Key => ({ pk: `MAIL#${id}`, sk: 'MAIL' });
const markKey = (digest: string): Key => ({ pk: `MAILED#${digest}`, sk: 'MAILED' });

/** Those that wait for a person, those that a person has decided, and the rest: the newest last. */
const listOf = (mail: Mail): string => {
  if (isOpen(mail)) return 'MAILS#open';
  return mail.released || mail.settled ? 'MAILS#decided' : 'MAILS#rest';
};

const isOpen = ({ state }: Mail): boolean => state === 'quarantined' || state === 'asked';

function put(mail: Mail, over: number): Change {
  const at = `${mail.receivedAt}#${mail.id}`;
  return {
    kind: 'put',
    over,
    item: {
      ...keyOf(mail.id),
      data: mail,
      indexes: {
        g1: { pk: listOf(mail), sk: at },
        ...(mail.wakesAt ? { g2: dueKey('mails', mail.wakesAt, mail.id) } : {}),
        ...(mail.caseNo ? { g3: { pk: `MAILS#case#${mail.caseNo}`, sk: at } } : {}),
      },
    },
  };
}

export const mailStore = (table: Table) => ({
  add: (mail: Mail): Change => put(mail, 0),
  save: (next: Mail, over: Stored<Mail>): Change => put(next, over.version),
  read: (item: Item): Stored<Mail> => storedAs(Mail, item),
  async find(id: string): Promise<Stored<Mail> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Mail, item);
  },

  /** That what is signed has acted: written over nothing, so that it acts once. */
  mark: (digest: string, mailId: string): Change => ({
    kind: 'put',
    over: 0,
    item: { ...markKey(digest), data: { mailId } },
  }),
  async marked(digests: readonly string[]): Promise<string | undefined> {
    const [item] = await table.getMany(digests.map(markKey));
    return item && (item.data as { mailId: string }).mailId;
  },

  /** In the order of the ids; what is not there, or cannot be read, is left out. */
  async named(ids: readonly string[]): Promise<readonly Mail[]> {
    return legibleAs(Mail, await table.getMany(ids.map(keyOf)));
  },
  /** Everybody's that wait for a person, that a person has decided, or that wait for nobody; the newest first. */
  async listed(list: 'open' | 'decided' | 'rest', page: { limit: number; after?: string }): Promise<Page<Mail>> {
    const { items, next } = await table.queryIndex('g1', { pk: `MAILS#${list}`, descending: true, ...page });
    return { items: legibleAs(Mail, await table.getMany(items)), ...(next ? { next } : {}) };
  },
  async ofCase(caseNo: string, limit = 200): Promise<readonly Stored<Mail>[]> {
    const { items } = await table.queryIndex('g3', { pk: `MAILS#case#${caseNo}`, limit, descending: true });
    return readableAs(Mail, await table.getMany(items)).items;
  },
});
