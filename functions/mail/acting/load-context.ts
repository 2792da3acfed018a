import { CaseNumber } from '../../../shared/domain/case-number.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { tokensIn } from '../../../shared/domain/reply-token.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { type Case, caseStore } from '../../../shared/stores/case-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { type Reply, replyStore } from '../../../shared/stores/reply-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { Mail } from '../mail.ts';

/** The letter that a mail answers; `others`: more letters to whose reply addresses it came. */
export type MailContext = {
  readonly token: string;
  readonly reply: Stored<Reply>;
  readonly others: readonly string[];
};

/** What a mail is about, by the reply address that it came to. */
export async function contextOf(mail: Mail, at: Instant, { table }: Deps): Promise<MailContext | undefined> {
  const tokens = tokensIn(mail.envelope?.to ?? []);
  const behind = await Promise.all(
    tokens.map(async (token) => ({ token, reply: await replyStore(table).behind(token) })),
  );
  const [first, ...others] = behind.flatMap(({ token, reply }) =>
    reply && reply.entity.expiresAt > at ? [{ token, reply }] : [],
  );
  return first && { ...first, others: others.map(({ reply }) => reply.entity.letterId) };
}

/** So many words of a mail are looked up as case numbers, at most. */
const mostAsked = 30;

/** What could be a case's number: it has a figure in it, and no other sign than such a number may have. */
const numbersIn = (text: string): readonly string[] =>
  [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}.:_-]{0,39}/gu) ?? [])]
    .map((word) => word.replace(/[.:_-]+$/, ''))
    .filter((word) => /\d/.test(word) && CaseNumber.safeParse(word).success)
    .slice(0, mostAsked);

/** Every case whose number stands in a mail, whoever's they are: what is known of their customers is hidden in it. */
export async function casesNamed(texts: readonly string[], { table }: Deps): Promise<readonly string[]> {
  const stored = await Promise.all(numbersIn(texts.join('\n')).map((one) => caseStore(table).find(one)));
  return stored.flatMap((one) => (one ? [one.entity.caseNo] : []));
}

/**
 * The case that a mail names, first in what it says of itself, then in its text: its officer decides on it, whoever it is
 * from. Undefined where it names none, or those of more than one officer.
 */
export async function caseNamed(texts: readonly string[], { table }: Deps): Promise<Case | undefined> {
  for (const numbers of texts.map(numbersIn)) {
    const stored = await Promise.all(numbers.map((one) => caseStore(table).find(one)));
    const [first, ...others] = stored.flatMap((one) => (one ? [one.entity] : []));
    if (first) return others.every(({ officerId }) => officerId === first.officerId) ? first : undefined;
  }
  return undefined;
}

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
