import { dateOf, firstDay, type Instant, type Month, monthOf } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { mediaType } from '../../../shared/workbook/media-type.ts';
import {
  bytesSource,
  casesIn,
  drafting,
  type FileName,
  type FilesToDraft,
  faultsInLetter,
  type OpenedFile,
} from '../../months/door.ts';
import { boughtInReport, draftingBasis } from '../../purchases/door.ts';
import type { Mail } from '../mail.ts';
import { isAboutBought, isAboutMonth, takesForms } from './about-month.ts';
import { ofPrint } from './filed-print-step.ts';
import { attachedIn, type MailedFile } from './load-attached.ts';
import { ownPrint } from './load-own-print.ts';
import { monthOfFiles } from './month-of-files.ts';
import {
  answerAboutFiles,
  asked,
  decider,
  type MailWithFiles,
  maskedIn,
  readBeside,
  refused,
  type SortedMail,
  type Submitted,
  whyUnread,
  wrongHeaders,
} from './not-taken-step.ts';
import { filesTaken, laidByMail } from './taken-step.ts';

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
  const { mail, attached, at } = given;
  const { providerId } = mail;
  const about = { ...mail, month, owner: decider(mail) };
  // What is not over is refused as that.
  if (month < monthOf(dateOf(at)) && (await casesIn({ month, providerId }, deps)).size === 0)
    return refused({ ...given, mail: about }, { code: 'no-case-in-month' }, deps);
  const isTaken = attached.deviations === undefined || (await isFormTaken(month, deps));
  const apart = isTaken ? undefined : attached.deviations;
  const wanted = { report: attached.report, deviations: isTaken ? attached.deviations : undefined };
  const inPortal: Effects = apart
    ? together(await filed(apart, month, given, deps), {
        letters: await answerAboutFiles(given, { variant: 'portal', month, ...maskedIn(given) }, deps),
      })
    : {};
  const open = (name: FileName) => {
    const file = wanted[name];
    return file ? { [name]: opened(file, deps) } : {};
  };
  const files: FilesToDraft = { ...open('report'), ...open('deviations') };
  if (Object.keys(files).length === 0) return filesTaken(given, { ...about, state: 'acted', done: [] }, inPortal, deps);
  const drafted = await drafting({ month, providerId }, files, laidByMail(given), deps);
  if (!drafted.ok) {
    const { code } = drafted;
    if (code === 'NO_VISITS' && files.report)
      return ofPrint(given, month, { ...files, report: files.report }, inPortal, deps);
    const faults = await wrongHeaders(code, files);
    return refused({ ...given, mail: { ...mail, month } }, { code, faults, besides: inPortal }, deps);
  }
  return filesTaken(
    given,
    { ...about, state: 'acted', done: ['month'] },
    together(drafted.value.effects, inPortal),
    deps,
  );
}

/**
 * The month's files in a mail, whoever of the provider's it is from: laid as a draft for the manager's signature, which is
 * made in the portal (A59). Undefined where the mail has none, and is read for what it says.
 */
export async function submitted(given: MailWithFiles, at: Instant, deps: Deps): Promise<Submitted | undefined> {
  const { files, mail, words, reply } = given;
  if (files.length === 0) return undefined;
  const attached = await attachedIn(files, await ownPrint(mail.providerId, at, deps));
  const subject = mail.subject ?? '';
  const whole: SortedMail = { ...given, attached, at };
  if (attached.twice) return asked(whole, `two-of-${attached.twice}`, deps);
  const said = `${subject}\n${words}`;
  if (!attached.report && !attached.deviations) {
    const isMonths = reply?.orderId === undefined && (reply?.month !== undefined || isAboutMonth(said));
    const [first] = attached.others;
    return isMonths && first ? asked(whole, whyUnread[first], deps) : undefined;
  }
  const { report, rows } = attached;
  const found = monthOfFiles({ rows, answered: reply?.month, subject, words, today: dateOf(at) });
  if (!found.ok) return asked(whole, found.because, deps);
  const { month } = found;
  return report && (await isBasis(whole, report, month, deps))
    ? ofBasis(whole, report, month, deps)
    : ofMonth(whole, month, deps);
}

/**
 * Whether a time report is the basis of bought hours (M-17), and not the month's: "underlag" is what many call both. With a
 * deviation form beside it, or rows of what the municipality has ordered, it is the month's; else its own rows say so, the
 * letter that it answers, or its words where no row can be read.
 */
async function isBasis(
  { attached, mail, words, reply }: SortedMail,
  report: MailedFile,
  month: Month,
  deps: Deps,
): Promise<boolean> {
  const of = { month, providerId: mail.providerId };
  const ordered = await casesIn(of, deps);
  if (attached.deviations && ordered.size > 0) return false;
  const { isAny, isAll, others } = await boughtInReport(of, bytesSource(report.bytes), deps);
  if (isAll) return true;
  const isSaid = reply?.kind === 'N42' || (isAny && isAboutBought(`${mail.subject ?? ''}\n${words}`));
  if (!isSaid || others.length === 0) return isSaid;
  return !others.some((caseNo) => ordered.has(caseNo));
}

/** The time report as the basis of hours that were bought of the sender (M-17). */
async function ofBasis(sent: SortedMail, report: MailedFile, month: Month, deps: Deps): Promise<Submitted> {
  const { mail, by, answerTo, at, attached } = sent;
  // A form is no part of a basis: a person looks at why it came.
  const others = [...attached.others, ...(attached.deviations ? (['OTHER'] as const) : [])];
  const given: SortedMail = { ...sent, attached: { ...attached, others } };
  const of = { month, providerId: mail.providerId };
  const tellsSender = { ...maskedIn(given), ...(readBeside(given) === undefined ? {} : { reader: true }) };
  const laidBy = { by, at, mailId: mail.id, ...(answerTo === undefined ? {} : { receiptTo: answerTo }), tellsSender };
  const file = opened(report, deps);
  const drafted = await draftingBasis(of, file, laidBy, deps);
  const about: Mail & { readonly providerId: string } = { ...mail, month, owner: decider(mail) };
  if (!drafted.ok) {
    const { code } = drafted;
    // Each row that is to be mended is named, as the page of an upload does (M-17).
    const faults =
      'errors' in drafted ? faultsInLetter(drafted.errors, drafted.more) : await wrongHeaders(code, { report: file });
    return refused({ ...given, mail: about }, { code, of: 'basis', faults }, deps);
  }
  return filesTaken(given, { ...about, state: 'acted', done: ['basis'] }, drafted.value.effects, deps);
}
