import { dateOf, type Instant, plusHours, plusMinutes } from '../../../shared/domain/local-time.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import { authenticity } from '../../../shared/mail/authenticity.ts';
import { readMail } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { EffectsBy } from '../../../shared/steps/commit.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { isAutomatic } from '../judging/automatic.ts';
import { judgeSender, type Sender } from '../judging/sender.ts';
import { rawMail } from '../load-raw-mail.ts';
import type { Mail, StopReason } from '../mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTask } from '../mail-task-step.ts';
import { ownWords } from '../reading/own-words.ts';
import { understand } from '../reading/understanding.ts';
import { heeding } from './heeding-step.ts';
import { contextOf } from './load-context.ts';
import { loadRegister } from './load-register.ts';

/** How long DNS may be silent before a person must look (S-40), and how long between two times that it is asked. */
const [hoursOfSilence, minutesBetween] = [24, 15];

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
  const raw = await rawMail(mail, deps);
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
    const next: Mail = { ...about, ...more, state: 'quarantined', stopped };
    return together({ saves: [mails.save(next, stored)] }, await mailTask(next, 'quarantined', at, deps));
  };
  if (mail.scan !== 'CLEAN') return yield await stop(mail.scan === 'INFECTED' ? 'infected' : 'not-scanned');

  const { remoteAddress: ip, helo, from: sender } = mail.envelope ?? {};
  const proof = await authenticity(raw, { ip, helo, sender }, deps.dns);
  if (proof.isTemporary && at < plusHours(mail.receivedAt, hoursOfSilence)) {
    const later = { ...mail, times: (mail.times ?? 0) + 1, wakesAt: plusMinutes(at, minutesBetween) };
    yield { saves: [mails.save(later, stored)] };
    return false;
  }
  const read = await readMail(raw);
  if (typeof read === 'string') return yield await stop(read, { claims: proof.from[0] });
  const words = ownWords(read.text);
  const seen: Partial<Mail> = {
    claims: proof.from[0],
    subject: read.subject.slice(0, 200),
    text: words.slice(0, 4000),
    files: read.files.map(({ name, type, bytes }) => ({
      name: name.slice(0, 100),
      type: type.slice(0, 100),
      bytes: bytes.byteLength,
    })),
  };
  if (isAutomatic(read.headers, mail.envelope?.from))
    return yield { saves: [mails.save({ ...about, ...seen, state: 'noted' }, stored)] };

  const judged = mail.released
    ? { ok: true as const, value: { address: '', providerId: mail.released.providerId, digests: [] } satisfies Sender }
    : judgeSender(proof, await loadRegister(deps), reply);
  if (!judged.ok)
    return yield await stop(proof.isTemporary ? 'dns-silent' : judged.stopped, {
      ...seen,
      // What it would come to, for whoever decides whether it is let through.
      acts: [...(understand(words, dateOf(at)) ?? [])],
    });
  const { providerId, digests } = judged.value;
  const known = { ...about, ...seen, providerId };
  if (await mails.marked(digests)) return yield { saves: [mails.save({ ...known, state: 'repeated' }, stored)] };
  return yield* heeding({ stored, known, words, digests, context }, at, deps);
}
