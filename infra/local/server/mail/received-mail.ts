import type { Mail } from '../../../../functions/mail/mail.ts';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { officerOwner } from '../../../../shared/domain/owner.ts';
import type { Table } from '../../../../shared/ports/table.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';

/** How many are shown. */
const most = 300;

/** What has come in, newest first: what waits for each person, and the rest. */
export async function receivedMail(table: Table): Promise<readonly Mail[]> {
  const mails = mailStore(table);
  const officers = await membershipStore(table).withRole('officer');
  const owners = new Set(['administrator', ...officers.map(({ userId }) => officerOwner(userId))]);
  const found: Mail[] = (await mails.rest(most)).items.map(({ entity }) => entity);
  for (const owner of owners) {
    const { items } = await mails.open(owner, { limit: most });
    found.push(...items.map(({ entity }) => entity));
  }
  return found.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id.localeCompare(a.id)).slice(0, most);
}
