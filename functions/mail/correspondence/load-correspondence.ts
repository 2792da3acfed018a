import type { Owner } from '../../../shared/domain/owner.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { threadStore } from '../../../shared/stores/thread-store.ts';
import { mailStore } from '../mail-store.ts';
import { type ItemInTime, letterSaid, mailSaid, messageSaid } from './correspondence.ts';

/** More than is ever said about a case by one way: of more, the latest. */
const most = { letters: 500, mails: 500, threads: 50, messages: 200 } as const;

/** What the owner may read of what was said inside about a case: the conversations that they take part in. */
async function insideOf(caseNo: string, owner: Owner, language: string, table: Table): Promise<readonly ItemInTime[]> {
  const threads = threadStore(table);
  const { items } = await threads.inbox(owner, { caseNo, limit: most.threads });
  const pages = await Promise.all(
    items.map(({ entity }) => threads.messages(entity.threadId, { limit: most.messages })),
  );
  return pages.flatMap((page) => page.items.map((message) => messageSaid(message, language)));
}

/** All that was said about a case, by letter, by mail and inside, in no order. */
export async function correspondenceOf(
  caseNo: string,
  owner: Owner,
  language: string,
  table: Table,
): Promise<readonly ItemInTime[]> {
  const [letters, mails, inside] = await Promise.all([
    letterStore(table).ofCase(caseNo, { limit: most.letters }),
    mailStore(table).ofCase(caseNo, most.mails),
    insideOf(caseNo, owner, language, table),
  ]);
  return [
    ...letters.items.map(({ entity }) => letterSaid(entity, language)),
    ...mails.map(({ entity }) => mailSaid(entity, language)),
    ...inside,
  ];
}
