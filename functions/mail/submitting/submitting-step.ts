import type { LetterFields } from '../../../shared/domain/letters/letter-record.ts';
import { dateOf, firstDay, type Instant, type Month } from '../../../shared/domain/local-time.ts';
import type { MailFile } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import type { Reply } from '../../../shared/stores/reply-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import {
  bytesSource,
  drafting,
  type FileName,
  type FilesToDraft,
  type OpenedFile,
  officersOfMonth,
} from '../../months/door.ts';
import { draftingBasis, isOfBought } from '../../purchases/door.ts';
import { type FilesRefusal, filesRefusals, unreadFiles } from '../answering/refusal-words.ts';
import type { Mail } from '../mail.ts';
import { correctionTasks, mailTask } from '../mail-task-step.ts';
import { asksSomething, isAboutBought, isAboutMonth, takesForms } from './about-month.ts';
import type { Attached } from './attached.ts';
import { attachedIn, type MailedFile } from './load-attached.ts';
import { latestOver, monthSaid } from './month-said.ts';

/** A mail whose sender is known, with what is attached to it. */
export type MailWithFiles = {
  readonly mail: Mail & { readonly providerId: string };
  readonly files: readonly MailFile[];
  /** The sender's own words. */
  readonly words: string;
  /** The letter that it answers. */
  readonly reply: Reply | undefined;
  /** Who sent it, as the draft keeps it. */
  readonly by: string;
  /** The registered address that may be answered; none when nothing is to be answered now. */
  readonly answerTo?: string;
};

/** The mail as the files leave it, and what they come to. */
export type Submitted = { readonly next: Mail; readonly effects: Effects };

type Given = MailWithFiles & { readonly attached: Attached<MailedFile>; readonly at: Instant };

/** An answer about files that were not taken, or not all: why, from a fixed list (M07). */
async function answer(
  { mail, answerTo, at }: Given,
  fields: Pick<LetterFields, 'variant' | 'month' | 'refusal' | 'acts'>,
  deps: Deps,
): Promise<readonly Change[]> {
  const provider = (await providerStore(deps.table).find(mail.providerId))?.entity;
  const routine = await routineOn(deps.table, dateOf(at));
  if (!provider || !routine.ok || answerTo === undefined) return [];
  return outbox(deps, routine.value.settings, at).toAddressOf(provider, answerTo, 'M07', { to: 'months', ...fields });
}

/** A person must look: what came stays with the mail, and the sender is told so. */
async function asked(given: Given, because: keyof typeof unreadFiles, deps: Deps): Promise<Submitted> {
  const next: Mail = { ...given.mail, owner: 'administrator', state: 'asked', because };
  const why = { variant: 'month-asked', refusal: unreadFiles[because], ...monthOf(next) } as const;
  const effects = together(await mailTask(next, 'asked', given.at, deps), { letters: await answer(given, why, deps) });
  return { next, effects };
}

const monthOf = ({ month }: Mail) => (month === undefined ? {} : { month });

/** Which month the files are of: the letter's that is answered, else their rows', else what the mail says, else the latest that is over. */
const monthFor = ({ mail, words, reply, attached, at }: Given): Month => {
  const today = dateOf(at);
  const theirs = reply?.month ?? attached.month;
  return theirs ?? monthSaid(mail.subject ?? '', today) ?? monthSaid(words, today) ?? latestOver(today);
};

/** A file of a mail as an upload is; it is kept by itself once it is taken, and until then with its mail alone. */
const opened = ({ bytes, sha256 }: MailedFile, deps: Deps): OpenedFile => ({
  document: { id: deps.newId('fil'), bucket: 'incoming', bytes: bytes.length, sha256, contentType: 'text/csv' },
  source: bytesSource(bytes),
});

/** Whether the routine takes a deviation form by mail in that month (A65). */
async function isFormTaken(month: Month, { table }: Deps): Promise<boolean> {
  const routine = await routineOn(table, firstDay(month));
  return !routine.ok || takesForms(routine.value.pack);
}

/** A form that is not taken by mail is filed all the same, by its bytes alone: nothing of it is read (A65). */
async function filed(file: MailedFile, month: Month, { mail }: Given, deps: Deps): Promise<Effects> {
  const { id: documentId, sha256 } = await deps.documents.put('documents', deps.newId('fil'), file.bytes, 'text/csv');
  const refs = { documentId, sha256, mailId: mail.id };
  return { rows: [{ event: 'month-form-filed', month, providerId: mail.providerId, refs }] };
}

/** The files as a draft of the month's, told of by its receipt; the form apart where the routine does not take it by mail. */
async function ofMonth(given: Given, month: Month, deps: Deps): Promise<Submitted> {
  const { mail, attached, by, answerTo, at } = given;
  const { providerId } = mail;
  const isTaken = attached.deviations === undefined || (await isFormTaken(month, deps));
  const apart = isTaken ? undefined : attached.deviations;
  const wanted = { report: attached.report, deviations: isTaken ? attached.deviations : undefined };
  const inPortal: Effects = apart
    ? together(await filed(apart, month, given, deps), {
        letters: await answer(given, { variant: 'portal', month }, deps),
      })
    : {};
  const open = (name: FileName) => {
    const file = wanted[name];
    return file ? { [name]: opened(file, deps) } : {};
  };
  const files: FilesToDraft = { ...open('report'), ...open('deviations') };
  const about: Mail = { ...mail, month, owner: 'administrator' };
  if (Object.keys(files).length === 0) return { next: { ...about, state: 'acted', done: [] }, effects: inPortal };
  const laidBy = {
    by,
    way: 'MAIL',
    at,
    mailId: mail.id,
    ...(answerTo === undefined ? {} : { receiptTo: answerTo }),
  } as const;
  const drafted = await drafting({ month, providerId }, files, laidBy, deps);
  if (!drafted.ok)
    return refused({ ...given, mail: { ...mail, month } }, { code: drafted.code, besides: inPortal }, deps);
  return settled(given, { ...about, state: 'acted', done: ['month'] }, together(drafted.value.effects, inPortal), deps);
}

/** An officer has begun with the month: what corrects it is taken up by those whose it is, not by the administrator (A81). */
const begunWith: readonly FilesRefusal[] = ['reconciliation-begun', 'report-signed', 'statement-sent'];

/** So many officers have it as a task, at most: a commit holds a hundred changes. */
const mostOfficers = 30;

/** Who is to see what came: the month's officers where they have begun with it, else the administrator. */
async function tasksOf(next: Mail & { readonly providerId: string }, code: FilesRefusal, at: Instant, deps: Deps) {
  const { month, providerId } = next;
  const officers =
    month !== undefined && begunWith.includes(code) ? await officersOfMonth(month, providerId, deps.table) : [];
  return officers.length > 0 && officers.length <= mostOfficers
    ? correctionTasks(next, officers, at, deps)
    : mailTask(next, 'asked', at, deps);
}

/** Not taken: the sender is told why, and a person sees what came. */
async function refused(
  given: Given,
  {
    code,
    of = 'month',
    besides = {},
  }: { readonly code: FilesRefusal; readonly of?: 'month' | 'basis'; readonly besides?: Effects },
  deps: Deps,
): Promise<Submitted> {
  const next = { ...given.mail, owner: 'administrator', state: 'asked', because: code } as const;
  const why = { variant: `${of}-refused`, refusal: filesRefusals[code], ...monthOf(next) } as const;
  const letters = { letters: await answer(given, why, deps) };
  return { next, effects: together(await tasksOf(next, code, given.at, deps), letters, besides) };
}

/** Done; what is asked beside the files waits for a person all the same. */
async function settled(given: Given, next: Mail, effects: Effects, deps: Deps): Promise<Submitted> {
  const { words, attached, at } = given;
  const because = asksSomething(words) ? 'asked-beside-files' : otherFile(attached);
  if (because === undefined) return { next, effects };
  const waiting: Mail = { ...next, state: 'asked', because };
  return { next: waiting, effects: together(effects, await mailTask(waiting, 'asked', at, deps)) };
}

/** A workbook or a PDF beside what was read may be more than a copy of it; a picture is the sender's own mark. */
function otherFile({ others }: Attached<MailedFile>): string | undefined {
  if (others.includes('WORKBOOK')) return 'file-workbook';
  return others.includes('PDF') ? 'file-pdf' : undefined;
}

const because = { WORKBOOK: 'file-workbook', PDF: 'file-pdf', PICTURE: 'file-picture', OTHER: 'file-other' } as const;

/**
 * The month's files in a mail, whoever of the provider's it is from: laid as a draft for the manager's signature, which is
 * made in the portal (A59). Undefined where the mail has none, and is read for what it says.
 */
export async function submitted(given: MailWithFiles, at: Instant, deps: Deps): Promise<Submitted | undefined> {
  const { files, mail, words, reply } = given;
  if (files.length === 0) return undefined;
  const attached = await attachedIn(files);
  const said = `${mail.subject ?? ''}\n${words}`;
  const whole: Given = { ...given, attached, at };
  if (attached.twice) return asked(whole, `two-of-${attached.twice}`, deps);
  if (!attached.report && !attached.deviations) {
    const isMonths = reply?.orderId === undefined && (reply?.month !== undefined || isAboutMonth(said));
    const [first] = attached.others;
    return isMonths && first ? asked(whole, because[first], deps) : undefined;
  }
  const month = monthFor(whole);
  const { report } = attached;
  const of = { month, providerId: mail.providerId };
  if (report && (isAboutBought(said) || (await isOfBought(of, bytesSource(report.bytes), deps))))
    return ofBasis(whole, report, month, deps);
  return ofMonth(whole, month, deps);
}

/** The time report as the basis of hours that were bought of the sender (M-17). */
async function ofBasis(given: Given, report: MailedFile, month: Month, deps: Deps): Promise<Submitted> {
  const { mail, by, answerTo, at } = given;
  const of = { month, providerId: mail.providerId };
  const laidBy = { by, at, mailId: mail.id, ...(answerTo === undefined ? {} : { receiptTo: answerTo }) };
  const drafted = await draftingBasis(of, opened(report, deps), laidBy, deps);
  const about: Mail & { readonly providerId: string } = { ...mail, month, owner: 'administrator' };
  if (!drafted.ok) return refused({ ...given, mail: about }, { code: drafted.code, of: 'basis' }, deps);
  return settled(given, { ...about, state: 'acted', done: ['basis'] }, drafted.value.effects, deps);
}
