import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { ReadMail } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { EffectsBy } from '../../../shared/steps/commit.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { kept } from '../arriving/keeping-step.ts';
import { askedAgain } from '../judging/asked-again.ts';
import { loadJudgement } from '../judging/load-judgement.ts';
import type { Mail, StopReason } from '../mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTask } from '../mail-task-step.ts';
import { ownWords } from '../reading/own-words.ts';
import { understand } from '../reading/understanding.ts';
import { submitted } from '../submitting/submitting-step.ts';
import { heeding } from './heeding-step.ts';
import { contextOf } from './load-context.ts';

/** The files that came with it, as people are told of them. */
const filesOf = ({ files }: ReadMail): Mail['files'] =>
  files.map(({ name, type, bytes }) => ({
    name: name.slice(0, 100),
    type: type.slice(0, 100),
    bytes: bytes.byteLength,
  }));

/**
 * Takes a mail as far as it goes: whom it is from, what it is, what it says, and what that comes to, each act in a commit
 * of its own with the mail that it was done by.
 */
export async function* taking(
  stored: Stored<Mail>,
  at: Instant,
  deps: Deps,
): AsyncGenerator<EffectsBy, boolean, boolean> {
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
    return together({ saves: [mails.save(next, stored)] }, await mailTask(next, 'quarantined', at, deps));
  };
  const judged = await loadJudgement(mail, reply, at, deps);
  const words = judged.read ? ownWords(judged.read.text) : '';
  const seen: Partial<Mail> = {
    ...(judged.claims === undefined ? {} : { claims: judged.claims }),
    ...(judged.read
      ? { subject: judged.read.subject.slice(0, 200), text: words.slice(0, 4000), files: filesOf(judged.read) }
      : {}),
  };
  if (judged.is === 'unanswered') {
    yield { saves: [mails.save(askedAgain(mail, at), stored)] };
    return false;
  }
  if (judged.is === 'automatic') return yield { saves: [mails.save({ ...about, ...seen, state: 'noted' }, stored)] };
  if (judged.is === 'stopped') {
    // What it would come to, for whoever decides whether it is let through.
    const acts = judged.read ? (understand(words, dateOf(at)) ?? []) : [];
    return yield await stop(judged.why, { ...seen, acts: [...acts] });
  }
  const digests = [judged.digest];
  const known = { ...about, ...seen, ...(await kept(mail, deps)), providerId: judged.sender.providerId };
  if (await mails.marked(digests)) return yield { saves: [mails.save({ ...known, state: 'repeated' }, stored)] };
  const { address } = judged.sender;
  const by: Caller = {
    userId: `epost-${known.providerId}`,
    role: 'provider',
    caseload: '',
    providerId: known.providerId,
  };
  const from = { by: by.userId, ...(address === '' ? {} : { answerTo: address }) };
  const handed =
    judged.read && (await submitted({ mail: known, files: judged.read.files, words, reply, ...from }, at, deps));
  if (handed) {
    const saves = [mails.save(handed.next, stored), ...digests.map((digest) => mails.mark(digest, mail.id))];
    return yield { by, ...together({ saves }, handed.effects) };
  }
  return yield* heeding({ stored, known, words, digests, context }, at, deps);
}
