import type { Mail } from '../../../../functions/mail/mail.ts';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import type { Table } from '../../../../shared/ports/table.ts';

/** How many are shown. */
const most = 300;

/** What has come in, newest first: what waits for a person, what a person has decided, and the rest. */
export async function receivedMail(table: Table): Promise<readonly Mail[]> {
  const mails = mailStore(table);
  const lists = await Promise.all(
    (['open', 'decided', 'rest'] as const).map((list) => mails.listed(list, { limit: most })),
  );
  return lists
    .flatMap(({ items }) => items)
    .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id.localeCompare(a.id))
    .slice(0, most);
}
