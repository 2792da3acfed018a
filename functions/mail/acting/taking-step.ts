import { begin } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import { tokenIn } from '../../../shared/domain/reply-token.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { type Reply, replyStore } from '../../../shared/stores/reply-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { kept } from '../arriving/keeping-step.ts';
import { askedAgain } from '../judging/asked-again.ts';
import { loadJudgement } from '../judging/load-judgement.ts';
import type { Mail, StopReason } from '../mail.ts';
import { mailStore } from '../mail-store.ts';
import { ownWords } from '../reading/own-words.ts';
import { understand } from '../reading/understanding.ts';
import { providerActs } from './provider-acts-step.ts';

/** What a mail is about, by the reply address that it came to. */
async function contextOf(mail: Mail, at: Instant, { table }: Deps) {
  const token = tokenIn(mail.envelope?.to ?? []);
  const reply = token === undefined ? undefined : await replyStore(table).behind(token);
  if (token === undefined || !reply || reply.entity.expiresAt <= at) return undefined;
  return { token, reply };
}

/** The task that it waits for a person. */
const task = (mail: Mail, ref: 'quarantined' | 'asked', at: Instant, { table }: Deps): Effects => ({
  saves: [
    deadlineStore(table).open(
      begin('D48', {
        subject: { kind: 'mail', mailId: mail.id, ...(mail.caseNo ? { caseNo: mail.caseNo } : {}), ref },
        owner: mail.owner ?? 'administrator',
        dueAt: plusHours(at, 24),
        why: [],
      }),
      at,
    ),
  ],
});

/**
 * Takes a mail as far as it goes: whom it is from, what it is, what it says, and what that comes to, each act in a commit
 * of its own with the mail that it was done by.
 */
export async function* taking(
  stored: Stored<Mail>,
  at: Instant,
  deps: Deps,
): AsyncGenerator<Effects, boolean, boolean> {
  const mails = mailStore(deps.table);
  const { entity: mail } = stored;
  const context = await contextOf(mail, at, deps);
  const reply = context?.reply.entity;
  const order = reply?.orderId === undefined ? undefined : await orderStore(deps.table).findReadable(reply.orderId);
  const about: Mail = {
    ...mail,
    wakesAt: undefined,
    owner: order ? officerOwner(order.entity.officerId) : 'administrator',
    ...(reply ? { letterId: reply.letterId, orderId: reply.orderId, caseNo: reply.caseNo, month: reply.month } : {}),
  };
  const stop = async (stopped: StopReason, more: Partial<Mail> = {}): Promise<Effects> => {
    const next: Mail = { ...about, ...more, ...(await kept(mail, deps)), state: 'quarantined', stopped };
    return together({ saves: [mails.save(next, stored)] }, task(next, 'quarantined', at, deps));
  };
  const judged = await loadJudgement(mail, reply, at, deps);
  const words = judged.read ? ownWords(judged.read.text) : '';
  const seen: Partial<Mail> = {
    ...(judged.claims === undefined ? {} : { claims: judged.claims }),
    ...(judged.read ? { subject: judged.read.subject.slice(0, 200), text: words.slice(0, 4000) } : {}),
  };
  if (judged.is === 'unanswered') {
    yield { saves: [mails.save(askedAgain(mail, at), stored)] };
    return false;
  }
  if (judged.is === 'automatic') return yield { saves: [mails.save({ ...about, ...seen, state: 'noted' }, stored)] };
  if (judged.is === 'stopped') return yield await stop(judged.why, seen);
  const { digest } = judged;
  const { providerId } = judged.sender;
  const known: Mail = { ...about, ...seen, providerId };
  if (await mails.marked([digest])) return yield { saves: [mails.save({ ...known, state: 'repeated' }, stored)] };
  const ask = async (because: string, over = stored, now = known): Promise<Effects> => {
    const next: Mail = { ...now, ...(await kept(mail, deps)), state: 'asked', because };
    return together({ saves: [mails.save(next, over)] }, task(next, 'asked', at, deps));
  };
  const acts = understand(words, dateOf(at));
  if (!acts) return yield await ask('not-understood');
  const orderId = reply?.orderId;
  if (orderId === undefined) return yield await ask('about-nothing');

  const caller: Caller = { userId: `epost-${providerId}`, role: 'provider', caseload: '', providerId };
  let now = stored;
  let used: Stored<Reply> | undefined = context?.reply;
  for (const act of acts) {
    if (used?.entity.used.includes(act.act)) return yield await ask('already-said', now, { ...known, ...now.entity });
    const outcome = await providerActs(act, orderId, { caller, at }, deps);
    if (!outcome.ok) return yield await ask(outcome.code, now, { ...known, done: now.entity.done });
    const done = [...(now.entity.done ?? []), act.act];
    const next: Mail = {
      ...known,
      acts: [...acts],
      done,
      state: done.length === acts.length ? 'acted' : 'waiting',
      wakesAt: at,
    };
    if (next.state === 'acted') delete next.wakesAt;
    const marks = done.length === 1 ? [mails.mark(digest, mail.id)] : [];
    const spent =
      used && context
        ? [replyStore(deps.table).save(context.token, { ...used.entity, used: [...used.entity.used, act.act] }, used)]
        : [];
    const committed = yield together({ saves: [mails.save(next, now), ...marks, ...spent] }, outcome.effects);
    if (!committed) return false;
    now = { entity: next, version: now.version + 1 };
    used = used && { entity: { ...used.entity, used: [...used.entity.used, act.act] }, version: used.version + 1 };
  }
  return true;
}
