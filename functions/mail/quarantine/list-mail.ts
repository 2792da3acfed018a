import * as z from 'zod';
import { ownerOf } from '../../../shared/domain/owner.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { filteredPage } from '../../../shared/http/filtered-page.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Mail } from '../mail.ts';
import { mailStore } from '../mail-store.ts';
import { MailRow, mailRow } from './mail-view.ts';

const waits = ({ state }: Mail): boolean => state === 'quarantined' || state === 'asked';

/**
 * The mail that waits for the caller to decide, or that has lately been decided. Whose it is, is whose task it is: those
 * of a case that another officer has taken over have gone with it. The head sees everybody's.
 */
export const listMail = endpoint({
  summary: 'The mail that waits for a decision, or has got one',
  query: z.strictObject({
    state: z.enum(['waiting', 'decided']).default('waiting'),
    limit: PageSize,
    cursor: Cursor,
  }),
  answer: z.object({ items: z.array(MailRow), next: z.string().optional() }),
  async run({ query, caller, language }, { table }) {
    const { state, limit, cursor: after } = query;
    const mails = mailStore(table);
    const isAsked = (mail: Mail) => waits(mail) === (state === 'waiting');
    const row = (mail: Mail) => mailRow(mail, language);
    if (caller.role === 'head') {
      const list = state === 'waiting' ? 'open' : 'decided';
      const page = await mails.listed(list, { limit, after });
      return done({ items: page.items.filter(isAsked).map(row), next: page.next });
    }
    const deadlines = deadlineStore(table);
    const owner = ownerOf(caller);
    const ids = await filteredPage(
      async (page) => {
        const read = await (state === 'waiting' ? deadlines.todo(owner, page) : deadlines.done(owner, page));
        const named = read.items.flatMap(({ entity: { subject } }) =>
          subject.kind === 'mail' ? [subject.mailId] : [],
        );
        return { items: named, ...(read.next ? { next: read.next } : {}) };
      },
      () => true,
      { limit, after },
    );
    // One that was let through and then asked about has two tasks.
    const found = await mails.named([...new Set(ids.items)]);
    return done({ items: found.filter(isAsked).map(row), next: ids.next });
  },
});
