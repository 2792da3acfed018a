import type { LetterKind } from '../domain/letter-kinds.ts';
import type { LetterFields } from '../domain/letters/letter-record.ts';
import type { Instant } from '../domain/local-time.ts';
import type { Owner } from '../domain/owner.ts';
import { Message, ThreadSide } from '../domain/thread.ts';
import type { Change, Key, Page, Table } from '../ports/table.ts';
import { legibleAs, readableAs, type Stored, storedAs } from './stored.ts';

/** Where messages inside the system live: the messages of a thread under it, and one side for each owner's inbox. */
const sideKey = (threadId: string, owner: Owner): Key => ({ pk: `THREAD#${threadId}`, sk: `SIDE#${owner}` });

/** The newest first in an inbox, and in the inbox of its case; unread ones also in a list of their own, to be counted. */
const put = (side: ThreadSide, over: number): Change => ({
  kind: 'put',
  over,
  item: {
    ...sideKey(side.threadId, side.owner),
    data: side,
    indexes: {
      g1: { pk: `INBOX#${side.owner}`, sk: `${side.lastAt}#${side.threadId}` },
      ...(side.caseNo
        ? { g2: { pk: `INBOX#${side.owner}#${side.caseNo}`, sk: `${side.lastAt}#${side.threadId}` } }
        : {}),
      ...(side.unread > 0 ? { g3: { pk: `UNREAD#${side.owner}`, sk: `${side.lastAt}#${side.threadId}` } } : {}),
    },
  },
});

/** Beyond this nobody counts. */
const mostCounted = 1000;

type Notice = {
  readonly threadId: string;
  readonly messageId: string;
  readonly to: Owner;
  readonly at: Instant;
  readonly kind: LetterKind;
  readonly fields: LetterFields;
};

export const threadStore = (table: Table) => {
  const append = (message: Message): Change => ({
    kind: 'put',
    over: 0,
    item: { pk: `THREAD#${message.threadId}`, sk: `MESSAGE#${message.at}#${message.id}`, data: message },
  });
  return {
    append,
    open: (side: ThreadSide): Change => put(side, 0),
    remove: ({ entity, version }: Stored<ThreadSide>): Change => ({
      kind: 'delete',
      key: sideKey(entity.threadId, entity.owner),
      over: version,
    }),
    save: (next: ThreadSide, over: Stored<ThreadSide>): Change => put(next, over.version),

    /** A notice of the system to an owner: a thread of its own with one message and one side. */
    notice: ({ threadId, messageId, to, at, kind, fields }: Notice): readonly Change[] => [
      put(
        {
          threadId,
          owner: to,
          others: [],
          ...(fields.caseNo ? { caseNo: fields.caseNo } : {}),
          // With its variant, where the kind has words of its own for that.
          title: fields.variant === undefined ? kind : `${kind} ${fields.variant}`,
          lastAt: at,
          unread: 1,
        },
        0,
      ),
      append({ id: messageId, threadId, at, from: { owner: 'system', userId: 'system' }, notice: { kind, fields } }),
    ],

    async side(threadId: string, owner: Owner): Promise<Stored<ThreadSide> | undefined> {
      const item = await table.get(sideKey(threadId, owner));
      return item && storedAs(ThreadSide, item);
    },

    /** The owner's threads, in one case when it is given, the one with the latest word first. */
    async inbox(
      owner: Owner,
      page: { limit: number; after?: string; caseNo?: string },
    ): Promise<Page<Stored<ThreadSide>>> {
      const { caseNo, limit, after } = page;
      const [index, pk] = caseNo ? (['g2', `INBOX#${owner}#${caseNo}`] as const) : (['g1', `INBOX#${owner}`] as const);
      const { items, next } = await table.queryIndex(index, { pk, descending: true, limit, after });
      const sides = readableAs(ThreadSide, await table.getMany(items)).items;
      return { items: sides, ...(next ? { next } : {}) };
    },

    /** Some of the owner's threads that have something unread, the oldest first. */
    async unread(owner: Owner, limit: number): Promise<readonly Stored<ThreadSide>[]> {
      const { items } = await table.queryIndex('g3', { pk: `UNREAD#${owner}`, limit });
      return readableAs(ThreadSide, await table.getMany(items)).items;
    },

    /** How many of the owner's threads have something unread. */
    async unreadCount(owner: Owner): Promise<number> {
      return (await table.queryIndex('g3', { pk: `UNREAD#${owner}`, limit: mostCounted })).items.length;
    },

    /** Whether something that a person has written waits to be read; a notice alone has never been mailed. */
    async hasUnreadWords(owner: Owner): Promise<boolean> {
      const { items } = await table.queryIndex('g3', { pk: `UNREAD#${owner}`, descending: true, limit: 100 });
      // One that cannot be read is not waiting to be read either: at worst a letter too many.
      const sides = legibleAs(ThreadSide, await table.getMany(items));
      return sides.some(({ others, unread }) => others.length > 0 && unread > 0);
    },

    async messages(threadId: string, page: { limit: number; after?: string }): Promise<Page<Message>> {
      const range = { pk: `THREAD#${threadId}`, from: 'MESSAGE#', to: 'MESSAGE#~', ...page };
      const { items, next } = await table.query(range);
      return { items: legibleAs(Message, items), ...(next ? { next } : {}) };
    },
  };
};
