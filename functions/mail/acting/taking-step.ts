import { plusDays } from '../../../shared/domain/local-date.ts';
import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { lastDayOf } from '../../../shared/domain/order-end.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import type { ReadMail } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { EffectsBy } from '../../../shared/steps/commit.ts';
import { together } from '../../../shared/steps/effects.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Reply } from '../../../shared/stores/reply-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { answerWay } from '../answering/answer-way-step.ts';
import { kept } from '../arriving/keeping-step.ts';
import { askedAgain } from '../judging/asked-again.ts';
import { type Judgement, loadJudgement } from '../judging/load-judgement.ts';
import { notingReport } from '../judging/noting-step.ts';
import { isWrittenTo } from '../judging/pointing.ts';
import type { Mail } from '../mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTask } from '../mail-task-step.ts';
import { loadClaims } from '../reading/load-claims.ts';
import { loadMeaning } from '../reading/load-meaning.ts';
import { loadWhose } from '../reading/load-said.ts';
import { maskedEnvelope } from '../reading/masking.ts';
import type { Known } from '../reading/understanding.ts';
import { comingBefore } from './coming-before-step.ts';
import { handedWithWords } from './handing-step.ts';
import { heeding, mostAhead } from './heeding-step.ts';
import { caseNamed, contextOf, type MailContext, orderNamed } from './load-context.ts';
import { loadWriter } from './load-writer.ts';

/** What a mail says in its other readings: in its HTML, and as what nobody has signed that it is not. */
const otherTexts = (judged: Judgement): readonly string[] => [
  ...(judged.read?.inHtml === undefined ? [] : [judged.read.inHtml]),
  ...(judged.is === 'from' ? judged.others : []),
];

type About = { readonly order?: Order | undefined; readonly isOneOrder: boolean };

/** The order that a mail is about: the one of the letter that it answers, else the one of the case that it names. */
async function orderAbout(
  read: ReadMail | undefined,
  others: readonly string[],
  { reply, providerId }: { readonly reply: Reply | undefined; readonly providerId: string | undefined },
  deps: Deps,
): Promise<About> {
  if (reply?.orderId !== undefined)
    return { order: (await orderStore(deps.table).findReadable(reply.orderId))?.entity, isOneOrder: true };
  if (!read || providerId === undefined) return { isOneOrder: true };
  const of = { caseNo: reply?.caseNo, providerId };
  const [order, ...named] = await Promise.all(
    [read.text, ...others].map((text) => orderNamed([read.subject, text], of, deps)),
  );
  return { order, isOneOrder: named.every((one) => one?.id === order?.id) };
}

/**
 * Whose a mail is to decide on that is about no order: the officer's of the one case that it belongs to or names, and only
 * where it names none the administrator's, who decides about no case (S-39).
 */
async function decidedBy(mail: Mail, read: ReadMail | undefined, deps: Deps): Promise<Mail> {
  if (mail.orderId !== undefined || mail.month !== undefined) return mail;
  const texts = mail.caseNo === undefined ? (read ? [read.subject, read.text] : []) : [mail.caseNo];
  const named = await caseNamed(texts, deps);
  return named ? { ...mail, caseNo: named.caseNo, owner: officerOwner(named.officerId) } : mail;
}

/** Whose the case of a mail is. */
async function officersOwn({ caseNo }: Mail, { table }: Deps): Promise<Pick<Mail, 'owner'>> {
  const known = caseNo === undefined ? undefined : (await caseStore(table).find(caseNo))?.entity;
  return known ? { owner: officerOwner(known.officerId) } : {};
}

/**
 * Why a mail from somebody is a person's to read before anything is done by it: that its author has written it to us, and
 * of what it would act on, must be shown by more than its envelope.
 */
function doubtOf({ mail, context, order, judged }: Doubted): string | undefined {
  const { aimed, read, seemsAutomatic } = judged;
  if (context && context.others.length > 0) return 'mail-of-two-letters';
  // Whoever let it through answers for their own case alone.
  if (mail.released) return order && order.caseNo !== mail.caseNo ? 'mail-of-other-case' : undefined;
  if (seemsAutomatic) return 'mail-seems-automatic';
  const { token, reply } = context ?? {};
  const target = token !== undefined && reply ? { token, ...reply.entity } : undefined;
  const isOurs = (words: string) => aimed && isWrittenTo({ ...aimed, words }, target, mail.envelope?.to ?? []);
  const texts = [read.text, ...otherTexts(judged)];
  return texts.every((text) => isOurs(`${read.subject}\n${text}`)) ? undefined : 'mail-not-to-us';
}

type Doubted = {
  readonly mail: Mail;
  readonly context: MailContext | undefined;
  readonly order: Order | undefined;
  readonly judged: Extract<Judgement, { is: 'from' }>;
};

function knownOf(order: Order | undefined, today: LocalDate): Known {
  if (!order) return {};
  const { caseNo, from, services } = order;
  const lastDay = lastDayOf(order);
  const latest = plusDays(today, mostAhead);
  const to = lastDay !== undefined && lastDay < latest ? lastDay : latest;
  return { caseNo, codes: services.map(({ code }) => code), period: { from, to } };
}

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
  const judged = await loadJudgement(mail, reply, at, deps);
  if (judged.is === 'unanswered') {
    yield { saves: [mails.save(askedAgain(mail, at), stored)] };
    return false;
  }
  const providerId = judged.is === 'from' ? judged.sender.providerId : undefined;
  const others = otherTexts(judged);
  const { order, isOneOrder } = await orderAbout(judged.read, others, { reply, providerId }, deps);
  const about: Mail = {
    ...mail,
    wakesAt: undefined,
    owner: order ? officerOwner(order.officerId) : 'administrator',
    ...(mail.envelope ? { envelope: maskedEnvelope(mail.envelope) } : {}),
    ...(reply ? { letterId: reply.letterId, month: reply.month } : {}),
    ...(order
      ? { orderId: order.id, caseNo: order.caseNo }
      : { orderId: reply?.orderId, caseNo: reply?.caseNo ?? mail.caseNo }),
  };
  const beforehand = {
    ...{ letterId: reply?.letterId, providerId: providerId ?? reply?.providerId, caseNo: about.caseNo },
    isUnproven: judged.is !== 'from' || mail.released !== undefined,
  };
  const asked = { beforehand, known: knownOf(order, dateOf(at)), today: dateOf(at), isOne: isOneOrder };
  const { said, meant, otherwise } = judged.read ? await loadMeaning(judged.read, others, asked, deps) : {};
  const claims =
    judged.claims === undefined
      ? undefined
      : await loadClaims(judged.claims, await loadWhose(judged.read, { ...beforehand, isUnproven: true }, deps), deps);
  const isHidden = [said, otherwise].some((one) => one?.isHidden) || claims !== judged.claims;
  const seen: Partial<Mail> = {
    ...(claims === undefined ? {} : { claims }),
    ...(otherwise ? { otherText: otherwise.text } : {}),
    ...(said ? { subject: said.subject, text: said.text, files: [...said.files] } : {}),
    ...(meant?.isMasked || isHidden ? { masked: true } : {}),
    // Whoever decides whether it is let through sees what would be done.
    acts: meant?.ok ? [...meant.acts] : undefined,
  };
  if (judged.is === 'automatic') {
    const told = await notingReport({ ...about, ...seen }, judged.report, at, deps);
    const next: Mail = told?.next ?? { ...about, ...seen, state: 'noted' };
    return yield together({ saves: [mails.save(next, stored)] }, told?.effects ?? {});
  }
  if (judged.is === 'stopped') {
    const whose = await decidedBy({ ...about, ...seen }, judged.read, deps);
    const next: Mail = { ...whose, ...(await kept(mail, deps)), state: 'quarantined', stopped: judged.why };
    return yield together({ saves: [mails.save(next, stored)] }, await mailTask(next, 'quarantined', at, deps));
  }
  const { sender, digests, answers, aimed } = judged;
  const known = { ...about, ...seen, ...(await kept(mail, deps)), providerId: sender.providerId };
  const cameTo = context ? [context.reply.entity.letterId, ...context.others] : [];
  const before = await comingBefore(
    mail,
    { digests, answers, isToSigned: aimed?.to !== undefined, cameTo },
    deps.table,
  );
  if (before.isRepeated) return yield { saves: [mails.save({ ...known, state: 'repeated' }, stored)] };
  const { marks } = before;
  const doubt = doubtOf({ mail, context, order, judged });
  // What was cut off has been found right before.
  if (doubt !== undefined && mail.done === undefined) {
    const whose = await decidedBy(known, judged.read, deps);
    const next: Mail = { ...whose, state: 'asked', because: doubt };
    return yield together(
      { saves: [mails.save(next, stored), ...marks.asked] },
      await mailTask(next, 'asked', at, deps),
    );
  }
  if (!meant) throw new Error('a mail that is from somebody has been read');
  const { address } = sender;
  const by = await loadWriter(known, address, at, deps);
  const way = await answerWay(known, address, at, deps);
  const { files } = judged.read;
  // A question is about a case, and its officer's, whether or not the order is over.
  const whose =
    reply?.kind === 'N17' && reply.caseNo !== undefined ? { ...known, ...(await officersOwn(known, deps)) } : known;
  // A month is the administrator's, whatever case it was stopped about.
  const monthly = order || reply?.caseNo ? whose : { ...known, caseNo: undefined };
  const heard = { mail: monthly, files, said, isMasked: meant.isMasked, reply, by: by.userId, way };
  // Files are not handed in by words that another reader reads otherwise.
  const handed = otherwise
    ? undefined
    : await handedWithWords({ ...heard, of: knownOf(order, dateOf(at)), order }, at, deps);
  if (handed?.spoken)
    return yield* heeding({ stored, known: whose, by, marks, context, order, ...handed.spoken }, at, deps);
  if (handed) {
    const { next, effects, task = {} } = handed;
    const saves = [
      mails.save(next, stored),
      ...(next.state === 'asked' ? marks.asked : marks.acted),
      ...(handed.isAnswered && way ? [way.counted] : []),
    ];
    return yield { by, ...together({ saves }, effects, task) };
  }
  return yield* heeding({ stored, known: whose, meant, by, way, marks, context, order }, at, deps);
}
