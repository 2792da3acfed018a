import { dateOf, firstDay, type Instant, type Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { mediaType } from '../../../shared/workbook/media-type.ts';
import {
  bytesSource,
  drafting,
  type FileName,
  type FilesToDraft,
  faultsInLetter,
  type OpenedFile,
} from '../../months/door.ts';
import { draftingBasis, isOfBought } from '../../purchases/door.ts';
import type { Mail } from '../mail.ts';
import { mailTask } from '../mail-task-step.ts';
import { asksSomething, isAboutBought, isAboutMonth, takesForms } from './about-month.ts';
import type { Attached } from './attached.ts';
import { attachedIn, type MailedFile } from './load-attached.ts';
import { latestOver, monthSaid } from './month-said.ts';
import {
  answerAboutFiles,
  asked,
  type MailWithFiles,
  refused,
  type SortedMail,
  type Submitted,
  wrongHeaders,
} from './not-taken-step.ts';

/** Which month the files are of: the letter's that is answered, else their rows', else what the mail says, else the latest that is over. */
const monthFor = ({ mail, words, reply, attached, at }: SortedMail): Month => {
  const today = dateOf(at);
  const theirs = reply?.month ?? attached.month;
  return theirs ?? monthSaid(mail.subject ?? '', today) ?? monthSaid(words, today) ?? latestOver(today);
};

/** A file of a mail as an upload is; it is kept by itself once it is taken, and until then with its mail alone. */
const opened = ({ bytes, sha256 }: MailedFile, deps: Deps): OpenedFile => ({
  document: { id: deps.newId('fil'), bucket: 'incoming', bytes: bytes.length, sha256, contentType: mediaType(bytes) },
  source: bytesSource(bytes),
});

/** Whether the routine takes a deviation form by mail in that month (A65). */
async function isFormTaken(month: Month, { table }: Deps): Promise<boolean> {
  const routine = await routineOn(table, firstDay(month));
  return !routine.ok || takesForms(routine.value.pack);
}

/** A form that is not taken by mail is filed all the same, by its bytes alone: nothing of it is read (A65). */
async function filed(file: MailedFile, month: Month, { mail }: SortedMail, deps: Deps): Promise<Effects> {
  const { id: documentId, sha256 } = await deps.documents.put(
    'documents',
    deps.newId('fil'),
    file.bytes,
    mediaType(file.bytes),
  );
  const refs = { documentId, sha256, mailId: mail.id };
  return { rows: [{ event: 'month-form-filed', month, providerId: mail.providerId, refs }] };
}

/** The files as a draft of the month's, told of by its receipt; the form apart where the routine does not take it by mail. */
async function ofMonth(given: SortedMail, month: Month, deps: Deps): Promise<Submitted> {
  const { mail, attached, by, answerTo, at } = given;
  const { providerId } = mail;
  const isTaken = attached.deviations === undefined || (await isFormTaken(month, deps));
  const apart = isTaken ? undefined : attached.deviations;
  const wanted = { report: attached.report, deviations: isTaken ? attached.deviations : undefined };
  const inPortal: Effects = apart
    ? together(await filed(apart, month, given, deps), {
        letters: await answerAboutFiles(given, { variant: 'portal', month }, deps),
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
  if (!drafted.ok) {
    const { code } = drafted;
    const faults = await wrongHeaders(code, files);
    return refused({ ...given, mail: { ...mail, month } }, { code, faults, besides: inPortal }, deps);
  }
  return settled(given, { ...about, state: 'acted', done: ['month'] }, together(drafted.value.effects, inPortal), deps);
}

/** Done; what is asked beside the files waits for a person all the same. */
async function settled(given: SortedMail, next: Mail, effects: Effects, deps: Deps): Promise<Submitted> {
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
  const whole: SortedMail = { ...given, attached, at };
  if (attached.twice) return asked(whole, `two-of-${attached.twice}`, deps);
  if (!attached.report && !attached.deviations) {
    const isMonths = reply?.orderId === undefined && (reply?.month !== undefined || isAboutMonth(said));
    const [first] = attached.others;
    return isMonths && first ? asked(whole, because[first], deps) : undefined;
  }
  const month = monthFor(whole);
  const { report } = attached;
  const of = { month, providerId: mail.providerId };
  // The letter that asks for a basis is answered with one.
  const isBasis = reply?.kind === 'N42' || isAboutBought(said);
  if (report && (isBasis || (await isOfBought(of, bytesSource(report.bytes), deps))))
    return ofBasis(whole, report, month, deps);
  return ofMonth(whole, month, deps);
}

/** The time report as the basis of hours that were bought of the sender (M-17). */
async function ofBasis(given: SortedMail, report: MailedFile, month: Month, deps: Deps): Promise<Submitted> {
  const { mail, by, answerTo, at } = given;
  const of = { month, providerId: mail.providerId };
  const laidBy = { by, at, mailId: mail.id, ...(answerTo === undefined ? {} : { receiptTo: answerTo }) };
  const file = opened(report, deps);
  const drafted = await draftingBasis(of, file, laidBy, deps);
  const about: Mail & { readonly providerId: string } = { ...mail, month, owner: 'administrator' };
  if (!drafted.ok) {
    const { code } = drafted;
    // Each row that is to be mended is named, as the page of an upload does (M-17).
    const faults =
      'errors' in drafted ? faultsInLetter(drafted.errors, drafted.more) : await wrongHeaders(code, { report: file });
    return refused({ ...given, mail: about }, { code, of: 'basis', faults }, deps);
  }
  return settled(given, { ...about, state: 'acted', done: ['basis'] }, drafted.value.effects, deps);
}
