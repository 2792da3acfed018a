import { randomBytes } from 'node:crypto';
import type { Letter } from '../../shared/domain/letter.ts';
import { type Instant, plusHours } from '../../shared/domain/local-time.ts';
import { providerIn } from '../../shared/domain/owner.ts';
import { tokenOf } from '../../shared/domain/reply-token.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Effects } from '../../shared/steps/effects.ts';
import { identityStore } from '../../shared/stores/identity-store.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { mailboxStore } from '../../shared/stores/mailbox-store.ts';
import { type Reply, replyStore, replyUntil } from '../../shared/stores/reply-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';
import { compose } from './compose.ts';
import { askPerson, block, markSent, putOff, takeLease, withhold } from './delivery.ts';
import { type Block, objections, wordsToRecognise } from './letter-guard.ts';
import { allowedFor } from './load-allowed.ts';
import { offersTo } from './load-offers.ts';
import { letterTrouble } from './trouble-step.ts';

/** Everything that speaks against the letter: its fields, what reads as a number, the customer's own words. */
async function blocksOf(letter: Letter, text: string, deps: Deps): Promise<readonly Block[]> {
  const caseNo = letter.fields.caseNo ?? letter.about;
  const identities = identityStore(deps.table, deps.identityKeys);
  const recognised = caseNo
    ? await identities.recognise(caseNo, wordsToRecognise(letter.fields))
    : { protected: false, known: 0 };
  // Of several cases, one that is protected keeps the whole letter inside.
  const others = await Promise.all((letter.fields.cases ?? []).map((one) => identities.recognise(one.caseNo, [])));
  return [
    ...objections(letter, text),
    ...(recognised.known > 0 ? (['KNOWN_NAME'] as const) : []),
    ...(recognised.protected || others.some((one) => one.protected) ? (['PROTECTED_IDENTITY'] as const) : []),
  ];
}

/**
 * What may not leave is not sent. About somebody with protected identity the recipient is notified inside the system,
 * once however many letters were meant for them; anything else is for a person to look at, and the administrators are
 * notified (N47).
 */
async function stopped(stored: Stored<Letter>, blocks: readonly Block[], at: Instant, deps: Deps): Promise<Effects> {
  const { entity: letter } = stored;
  const saves = (next: Letter) => [letterStore(deps.table).save(next, stored)];
  const { inside } = letter;
  if (!inside || blocks.some((one) => one !== 'PROTECTED_IDENTITY'))
    return { saves: saves({ ...block(letter, blocks), heardAt: at }), letters: letterTrouble(letter, at, deps) };
  const threads = threadStore(deps.table);
  // The inbox already shows that somebody has written, and the letter says nothing more.
  const isThere = letter.kind === 'M01' || (await threads.side(inside.threadId, inside.owner)) !== undefined;
  if (isThere) return { saves: saves(withhold(letter)) };
  const { owner: to, threadId } = inside;
  const { kind, fields } = letter;
  const notice = threads.notice({ threadId, messageId: deps.newId('medd'), to, at, kind, fields });
  return { saves: saves(withhold(letter)), letters: notice };
}

/** What a reply to the letter is about; a provider alone may reply, and has 60 days for it. */
function replyTo({ id, kind, to, fields, inside }: Letter, at: Instant): Reply | undefined {
  const providerId = inside && providerIn(inside.owner);
  if (providerId === undefined) return undefined;
  const { orderId, caseNo, month } = fields;
  return {
    ...{ letterId: id, kind, to, providerId, orderId, caseNo, month },
    ...{ sentAt: at, expiresAt: replyUntil(at), used: [] },
  };
}

/** How many days the link to an address is good. */
const daysToProve = 7;

/** The secret of a letter that proves an address: after its link in the text, and in the table by its hash alone. */
function proofBy({ proves, fields: { link } }: Letter, at: Instant, { table }: Deps) {
  if (!proves) return { opened: [], in: (text: string) => text };
  const secret = tokenOf(randomBytes(16));
  const expiresAt = plusHours(at, 24 * daysToProve);
  return {
    opened: [mailboxStore(table).openProof(secret, { ...proves, expiresAt })],
    in: (text: string) => text.replace(`${link}\n`, `${link}${secret}\n`),
  };
}

/**
 * Takes one letter as far as it can go now; true when it got there. It cannot all be one commit: the lease is committed
 * before the mailer is called, and `sent` after. What the mail service refused waits again; what it threw on stays
 * under the lease, since nobody knows.
 */
export async function* sending(
  stored: Stored<Letter>,
  at: Instant,
  deps: Deps,
): AsyncGenerator<Effects, boolean, boolean> {
  const letters = letterStore(deps.table);
  const saving = (next: Letter, over: Stored<Letter>): Effects => ({ saves: [letters.save(next, over)] });
  if (stored.entity.state === 'sending') return yield saving(askPerson(stored.entity), stored);

  const reply = replyTo(stored.entity, at);
  const allowed = await allowedFor(stored.entity, at, deps);
  const offers = reply === undefined ? [] : await offersTo(stored.entity, reply.providerId, at, deps);
  const { subject, text } = compose(stored.entity.kind, stored.entity.fields, allowed, offers);
  const blocks = await blocksOf(stored.entity, `${subject}\n${text}`, deps);
  if (blocks.length > 0) return yield await stopped(stored, blocks, at, deps);

  const owner = deps.newId('utskick');
  // The secret is in the letter alone: one that is sent again has another.
  const replyToken = reply && tokenOf(randomBytes(16));
  const proof = proofBy(stored.entity, at, deps);
  const opened = [...(reply && replyToken ? [replyStore(deps.table).open(replyToken, reply)] : []), ...proof.opened];
  const taken = saving(takeLease(stored.entity, owner, at), stored);
  if (!(yield { saves: [...(taken.saves ?? []), ...opened] })) return false;
  const leased = await letters.find(stored.entity.id);
  // Someone else's lease, or time has run out on ours: not ours to send.
  if (leased?.entity.lease?.owner !== owner || leased.entity.lease.until < deps.clock.now()) return false;
  const message = {
    letterId: leased.entity.id,
    to: leased.entity.to,
    subject,
    text: proof.in(text),
    at: deps.clock.now(),
    ...(replyToken ? { replyToken } : {}),
  };
  const posted = await deps.mailer.send(message);
  if (posted === 'TAKEN') return yield saving(markSent(leased.entity, deps.clock.now()), leased);
  yield saving(putOff(leased.entity, posted, deps.clock.now()), leased);
  return false;
}
