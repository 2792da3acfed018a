import type { Change, Item, Key, Table } from '../../shared/ports/table.ts';
import { dueKey } from '../../shared/stores/due-index.ts';
import { type ReadableItems, readableAs, type Stored, storedAs } from '../../shared/stores/stored.ts';
import { Mail } from './mail.ts';

/** Where mail that has come in lives, and the marks of what has acted. */
const keyOf = (id: string): Key => ({ pk: `MAIL#${id}`, sk: 'MAIL' });
const markKey = (digest: string): Key => ({ pk: `MAILED#${digest}`, sk: 'MAILED' });

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
        g1: isOpen(mail) && mail.owner ? { pk: `MAILS#open#${mail.owner}`, sk: at } : { pk: 'MAILS#rest', sk: at },
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

  async open(owner: string, page: { limit: number; after?: string }): Promise<ReadableItems<Mail> & { next?: string }> {
    const { items, next } = await table.queryIndex('g1', { pk: `MAILS#open#${owner}`, ...page });
    return { ...readableAs(Mail, await table.getMany(items)), ...(next ? { next } : {}) };
  },
  /** What waits for nobody, the newest first. */
  async rest(limit = 200): Promise<ReadableItems<Mail>> {
    const { items } = await table.queryIndex('g1', { pk: 'MAILS#rest', limit, descending: true });
    return readableAs(Mail, await table.getMany(items));
  },
  async ofCase(caseNo: string, limit = 200): Promise<readonly Stored<Mail>[]> {
    const { items } = await table.queryIndex('g3', { pk: `MAILS#case#${caseNo}`, limit, descending: true });
    return readableAs(Mail, await table.getMany(items)).items;
  },
});
