import { plusDays } from '../../../shared/domain/local-date.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { EffectsBy } from '../../../shared/steps/commit.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { type Reply, replyStore } from '../../../shared/stores/reply-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { filingMessage } from '../../orders/door.ts';
import type { AnswerWay } from '../answering/answer-way-step.ts';
import { answeringMail, type MailAnswer } from '../answering/answering-step.ts';
import { type AskedBecause, askedBecause, codeOf, orderRefusals } from '../answering/refusal-words.ts';
import type { Mail, MailAct } from '../mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTask } from '../mail-task-step.ts';
import type { Meant } from '../reading/understood.ts';
import type { Submitted } from '../submitting/not-taken-step.ts';
import type { Marks } from './coming-before-step.ts';
import type { MailContext } from './load-context.ts';
import { planOf } from './mail-plan.ts';
import { passedLimit } from './passed-limit.ts';
import { providerActs } from './provider-acts-step.ts';

/** A mail whose sender is known: as it is stored, as it is known to be now, what it means, and what it is about. */
type Heard = {
  readonly stored: Stored<Mail>;
  readonly known: Mail & { readonly providerId: string };
  readonly meant: Meant;
  /** Whom it is by, and where it may be answered. */
  readonly by: Caller;
  readonly way: AnswerWay | undefined;
  readonly marks: Marks;
  readonly context: MailContext | undefined;
  readonly order: Order | undefined;
  /** What its files come to: done with the last of what it says. */
  readonly handed?: Submitted;
};

type File = NonNullable<Mail['files']>[number];

/** A card with an address, a signature of the mail itself. */
const saysNothing = /^(?:text\/(?:x-)?vcard|application\/(?:x-)?(?:pkcs7|pgp)-signature)$/i;
const isPicture = ({ type }: File): boolean => /^image\//i.test(type);
/** Such a picture is the mark beneath a name; another was sent to be looked at. */
const isMark = (file: File): boolean => isPicture(file) && file.isShown === true;
/** A part without a name, which a mail program would have shown among the words. */
const isPart = ({ name, type }: File): boolean => name === '' && /^text\//i.test(type);

/** Why what came with a mail is for a person before anything is done: it may qualify what is said. */
function filesDoubt(files: readonly File[] = []): 'parts-unread' | 'files-beside' | undefined {
  const others = files.filter((file) => !saysNothing.test(file.type) && !isPicture(file));
  if (others.length === 0) return undefined;
  return others.every(isPart) ? 'parts-unread' : 'files-beside';
}

/** A day that is further ahead than anybody plans is a slip of the pen. */
export const mostAhead = 60;

/**
 * Whether a day to come is one that a person must look at. One that is later than the help shall have begun is not: a
 * provider says so by confirming with it, and whose the case is sees it (L-12, L-13).
 */
function isTooFar(acts: readonly MailAct[], at: Instant): boolean {
  const latest = plusDays(dateOf(at), mostAhead);
  return acts.some(
    (one) => (one.act === 'start' && one.on > latest) || (one.act === 'confirm' && (one.canStartOn ?? '') > latest),
  );
}

/** Beneath the answer it says what may come next, while something does. */
const nextOf = (order: Order, done: Mail['done'] = []): 'next' | undefined =>
  order.started || order.firstVisit || done.includes('start') || done.includes('reject') ? undefined : 'next';

/** A mail as it is left, and what comes of it besides what it says. */
type Closed = { readonly next: Mail; readonly effects: Effects };

/** The mail with what its files came to: whoever must read it reads it once, and for its words first. */
function withFiles(next: Mail, { next: after, effects, task = {} }: Submitted): Closed {
  const done = [...(next.done ?? []), ...(after.done ?? [])];
  const both: Mail = { ...next, month: after.month, done };
  const isAsked = next.state === 'asked' || after.state !== 'asked';
  return isAsked
    ? { next: both, effects }
    : {
        next: { ...both, state: 'asked', because: after.because, owner: after.owner },
        effects: together(effects, task),
      };
}

/**
 * Does what a provider says in a mail, each act in a commit of its own together with the mail that it was done by. With the
 * last one the message is filed in the case (S-29, S-39) and answered; what was not understood, or is refused by the
 * order's own rules, waits for the officer and is answered too.
 */
export async function* heeding(
  { stored, known, meant, by: caller, way, marks: toMark, context, order, handed }: Heard,
  at: Instant,
  deps: Deps,
): AsyncGenerator<EffectsBy, boolean, boolean> {
  const mails = mailStore(deps.table);
  const { isMasked } = meant;
  let now = stored;
  let reply: Stored<Reply> | undefined = context?.reply;
  const doneNow = () => now.entity.done ?? [];
  const marks = () => (doneNow().length === 0 ? toMark.acted : []);

  const filed = async (event: 'mail-filed' | 'mail-asked', acts: Mail['done'] = []): Promise<Effects> => {
    const { file, receivedAt } = known;
    // Only what is the provider's own lies in a case's file as its message.
    if (!order || !file || order.providerId !== known.providerId) return {};
    const refs = { mailId: known.id, documentId: file.id, ...(acts.length > 0 ? { acts: acts.join(' ') } : {}) };
    const message = { ...file, contentType: 'message/rfc822' };
    return filingMessage({ order, receivedAt, by: caller.userId, file: message, row: { event, refs } }, at, deps);
  };
  const answered = (answer: MailAnswer, mail = known) => {
    const acts = [...(answer.acts ?? []), ...(handed?.next.done ?? [])];
    const told = { ...answer, ...(acts.length > 0 ? { acts } : {}), ...(isMasked ? { masked: true } : {}) };
    return answeringMail(mail, way, told, at, deps);
  };
  const closed = (next: Mail): Closed => (handed ? withFiles(next, handed) : { next, effects: {} });
  const ask = async (because: string, answer: MailAnswer): Promise<EffectsBy> => {
    const done = doneNow();
    const { next, effects } = closed({ ...known, ...(done.length > 0 ? { done } : {}), state: 'asked', because });
    return {
      by: caller,
      ...together(
        { saves: [mails.save(next, now), ...(done.length === 0 ? toMark.asked : [])] },
        effects,
        await mailTask(next, 'asked', at, deps),
        await filed('mail-asked', done),
        await answered({ ...answer, ...(done.length > 0 ? { acts: done } : {}) }),
      ),
    };
  };
  // An answer to a question about a month says nothing of an order, whatever its words are (L-32, N17).
  if (context?.reply.entity.kind === 'N17' && context.reply.entity.caseNo !== undefined)
    return yield await ask('question-answered', { variant: 'month-asked', refusal: 'question-in-system' });
  const wonder = (why: AskedBecause) => ask(why, { variant: 'asked', refusal: askedBecause[why] });
  if (!meant.ok) return yield await wonder(meant.why);
  if (!order) return yield await wonder('about-nothing');
  const doubt = handed ? undefined : filesDoubt(known.files);
  if (doubt !== undefined) return yield await wonder(doubt);
  // What is done is done; the picture is looked at all the same.
  const hasPicture = !handed && (known.files ?? []).some((file) => isPicture(file) && !isMark(file));
  const last = hasPicture ? ({ state: 'asked', because: 'picture-beside' } as const) : ({ state: 'acted' } as const);
  const lookedAt = (mail: Mail): Promise<Effects> =>
    hasPicture ? mailTask(mail, 'asked', at, deps) : Promise.resolve({});

  const plan = planOf(meant.acts, order, dateOf(at), doneNow());
  const begun = meant.acts.find((one) => one.act === 'start');
  const on = begun && !plan.isAhead ? { on: begun.on } : {};
  // A day to come of what is confirmed already: the officer sees it, and the visit is told of when it has been made.
  if (plan.isAhead && !plan.steps.some(({ does }) => does.act === 'confirm') && !doneNow().includes('confirm'))
    return yield await ask('start-ahead', { variant: 'refused', refusal: 'visit-ahead' });
  if (isTooFar(meant.acts, at)) return yield await ask('start-far', { variant: 'refused', refusal: 'start-far' });
  if (plan.steps.length === 0) {
    const { next, effects } = closed({ ...known, done: doneNow(), ...last });
    return yield {
      by: caller,
      ...together(
        { saves: [mails.save(next, now), ...marks()] },
        effects,
        await lookedAt(next),
        await filed('mail-filed', doneNow()),
        await answered({ variant: 'again' }),
      ),
    };
  }

  for (const [n, step] of plan.steps.entries()) {
    const isUsed = step.acts.some((act) => reply?.entity.used.includes(act));
    if (isUsed) return yield await wonder('already-said');
    const outcome = await providerActs(step, order.id, { caller, at }, deps);
    if (!outcome.ok) {
      const code = codeOf(outcome);
      const isFull = step.does.act !== 'reject' || step.does.isCapacity;
      const refusal = code === 'rejection-without-ceiling' && !isFull ? 'rejection-not-full' : orderRefusals[code];
      return yield await ask(code, { variant: 'refused', refusal });
    }
    const done = [...doneNow(), ...step.acts];
    const isLast = n === plan.steps.length - 1;
    const after: Mail = { ...known, done, ...(isLast ? last : ({ state: 'waiting', wakesAt: at } as const)) };
    const { next, effects } = isLast ? closed(after) : { next: after, effects: {} };
    const due = passedLimit(outcome.value, done);
    const answer: MailAnswer = {
      acts: done,
      ...on,
      ...(due === undefined ? {} : { due }),
      variant: nextOf(order, done),
      ...(plan.isAhead ? { refusal: 'visit-ahead' } : {}),
    };
    const spent: Stored<Reply> | undefined = reply && {
      entity: { ...reply.entity, used: [...reply.entity.used, ...step.acts] },
      version: reply.version + 1,
    };
    const committed = yield {
      by: caller,
      ...together(
        { saves: [mails.save(next, now), ...marks()] },
        reply && spent && context ? { saves: [replyStore(deps.table).save(context.token, spent.entity, reply)] } : {},
        outcome.effects,
        effects,
        isLast
          ? together(await lookedAt(next), await filed('mail-filed', done), await answered(answer, { ...known, done }))
          : {},
      ),
    };
    if (!committed) return false;
    now = { entity: next, version: now.version + 1 };
    reply = spent;
  }
  return true;
}
