import { CaseNumber } from '../../../shared/domain/case-number.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { tokenIn } from '../../../shared/domain/reply-token.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { type Reply, replyStore } from '../../../shared/stores/reply-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { Mail } from '../mail.ts';

/** The letter that a mail answers. */
export type MailContext = { readonly token: string; readonly reply: Stored<Reply> };

/** What a mail is about, by the reply address that it came to. */
export async function contextOf(mail: Mail, at: Instant, { table }: Deps): Promise<MailContext | undefined> {
  const token = tokenIn(mail.envelope?.to ?? []);
  const reply = token === undefined ? undefined : await replyStore(table).behind(token);
  if (token === undefined || !reply || reply.entity.expiresAt <= at) return undefined;
  return { token, reply };
}

/** So many words of a mail are looked up as case numbers, at most. */
const mostAsked = 30;

/** What could be a case's number: it has a figure in it, and no other sign than such a number may have. */
const numbersIn = (text: string): readonly string[] =>
  [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}.:_-]{0,39}/gu) ?? [])]
    .map((word) => word.replace(/[.:_-]+$/, ''))
    .filter((word) => /\d/.test(word) && CaseNumber.safeParse(word).success)
    .slice(0, mostAsked);

/** The provider's orders of a case that are not over. */
async function openOrders(caseNo: string, providerId: string, { table }: Deps): Promise<readonly Order[]> {
  const given = await assignmentStore(table).ofCase(caseNo);
  const ids = given.flatMap((one) => (one.providerId === providerId && one.orderId ? [one.orderId] : []));
  const orders = await Promise.all([...new Set(ids)].map((id) => orderStore(table).findReadable(id)));
  return orders.flatMap((stored) =>
    stored && stored.entity.providerId === providerId && !isOver(stored.entity) ? [stored.entity] : [],
  );
}

/**
 * The order that a provider writes about without the letter's own reply address: the one that it has open in the case
 * whose number it names, first in its own words, then in what it quotes. Undefined where there is none, or more than one.
 */
export async function orderNamed(
  texts: readonly string[],
  { caseNo, providerId }: { readonly caseNo?: string | undefined; readonly providerId: string },
  deps: Deps,
): Promise<Order | undefined> {
  for (const numbers of [caseNo === undefined ? [] : [caseNo], ...texts.map(numbersIn)]) {
    const found = await Promise.all(numbers.map((one) => openOrders(one, providerId, deps)));
    const orders = found.flat();
    if (orders.length > 0) return orders.length === 1 ? orders[0] : undefined;
  }
  return undefined;
}
