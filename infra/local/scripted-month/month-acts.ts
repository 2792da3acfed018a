import * as z from 'zod';
import { notHandedInFault } from '../../../functions/months/closing/never-handed-in.ts';
import { asksOf } from '../../../functions/months/lines/asking.ts';
import { LineView } from '../../../functions/months/lines/line-view.ts';
import type { MonthDates } from '../../../functions/months/opening/month-dates.ts';
import { RecordRef } from '../../../functions/months/signing/signing-store.ts';
import type { Month } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Actor, Actors } from './actors.ts';
import type { Cast } from './set-up.ts';

const anything = z.unknown();
const Lines = z.looseObject({ lines: z.array(LineView) });
const Signed = z.looseObject({ record: RecordRef });
const Standing = z.looseObject({ month: z.looseObject({ state: z.string(), officers: z.array(z.string()) }) });
const atOnce = 50;

type TwoFiles = { readonly report: Uint8Array; readonly deviations: Uint8Array };
/** What a provider hands in, and what it hands in corrected, where it does. */
export type Files = TwoFiles & { readonly corrected?: TwoFiles };
const base64 = (bytes: Uint8Array) => ({ base64: Buffer.from(bytes).toString('base64') });

/** The provider's manager hands in and signs. */
export async function handInFiles(
  people: Actors,
  cast: Cast,
  month: Month,
  providerId: string,
  files: TwoFiles,
): Promise<void> {
  const body = { report: base64(files.report), deviations: base64(files.deviations) };
  await people.sign(
    cast.managerOf(providerId),
    ['intendSubmission', 'submitMonth'],
    { path: { month }, body },
    anything,
  );
}

/** What an officer says of a line whose basis is faulty, when nobody has mended it (L-44). */
const faulty = (faults: readonly string[]) => ({
  faultCode: faults[0] ?? 'WRONG_BASIS',
  comment: 'Underlaget är felaktigt och har inte rättats i tid. Debiteras enligt rutinen.',
});

/** The same where nothing was handed in (A81). */
const missing = {
  faultCode: notHandedInFault,
  comment: 'Utföraren har inte lämnat in månaden. Debiteras enligt rutinen.',
};

/** Whom the script asks about a line: those of whom the line must be asked, and nobody else (A68). */
function contactsOf(line: LineView) {
  const asks = asksOf(line);
  return [...(asks.customer ? [{ with: 'customer' }] : []), ...(asks.provider ? [{ with: 'provider' }] : [])];
}

const Remarks = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), answer: z.unknown().optional() })),
  next: z.string().optional(),
});

/** An officer answers what was seen in the rows, which changes no figure. */
async function answerRemarks(
  people: Actors,
  officer: Actor,
  path: { month: Month; providerId: string },
): Promise<void> {
  const { items } = await people.ask(officer, 'listRemarks', { path }, Remarks);
  const waiting = items.flatMap(({ id, answer }) => (answer === undefined ? [id] : []));
  const said = { kind: 'EXPLAINED', text: 'Utföraren har förklarat det.' };
  for (let at = 0; at < waiting.length; at += atOnce) {
    const body = { ...said, remarkIds: waiting.slice(at, at + atOnce) };
    await people.ask(officer, 'answerRemarks', { path, body }, anything);
  }
}

/** An officer answers what was seen in the rows and decides every line as proposed: matching ones together, the others one by one, after they have been asked of. */
export async function decideAsProposed(
  people: Actors,
  officer: Actor,
  month: Month,
  providerId: string,
): Promise<number> {
  const path = { month, providerId };
  const { lines } = await people.ask(officer, 'getMonth', { path }, Lines);
  const waiting = lines.filter(({ decision }) => decision === undefined);
  const matching = waiting.filter(({ proposal }) => proposal.status === 'MATCH').map(({ caseNo }) => caseNo);
  for (let at = 0; at < matching.length; at += atOnce)
    await people.ask(officer, 'approveLines', { path, body: { caseNos: matching.slice(at, at + atOnce) } }, anything);
  for (const line of waiting.filter(({ proposal }) => proposal.status !== 'MATCH')) {
    const { caseNo, proposal } = line;
    const contacts = contactsOf(line);
    const said = proposal.faults.includes(notHandedInFault) ? missing : faulty(proposal.faults);
    const body = { decision: 'APPROVE', contacts, ...(proposal.status === 'FAULTY' ? said : {}) };
    await people.ask(officer, 'decideLine', { path: { ...path, caseNo }, body }, anything);
  }
  if (lines.length > 0) await answerRemarks(people, officer, path);
  return lines.length;
}

export type SignedFile = { readonly name: string; readonly providerId: string; readonly recordId: string };

export type MonthToEnd = {
  readonly month: Month;
  readonly dates: MonthDates;
  readonly pack: Pack;
  readonly officers: readonly string[];
  readonly files: ReadonlyMap<string, Files>;
  /** Providers that have cases in the month and never hand in. */
  readonly silent: readonly string[];
};

/** Each officer decides every line of theirs at some providers, and signs for it. */
export async function reportOn(
  providers: Iterable<string>,
  people: Actors,
  { month, officers }: MonthToEnd,
): Promise<readonly SignedFile[]> {
  const signed: SignedFile[] = [];
  for (const providerId of providers) {
    for (const userId of officers) {
      const officer: Actor = { userId, role: 'officer' };
      const path = { month, providerId };
      const decided = await decideAsProposed(people, officer, month, providerId);
      // Who has only adjusted an earlier month reports that, without a line of this one.
      if (decided === 0 && !(await hasPart(people, officer, path))) continue;
      const { record } = await people.sign(officer, ['intendReport', 'signReport'], { path, body: {} }, Signed);
      signed.push({ name: `report-${userId}-${providerId}`, providerId, recordId: record.recordId });
    }
  }
  return signed;
}

/** Whether the month waits for an officer's report. */
async function hasPart(people: Actors, officer: Actor, path: { month: Month; providerId: string }): Promise<boolean> {
  const { month } = await people.ask(officer, 'getMonth', { path }, Standing);
  return month.officers.includes(officer.userId);
}

/** What was never handed in is closed by the first officer who has cases in it (A81). */
export async function closeSilent(people: Actors, { month, officers, silent }: MonthToEnd): Promise<void> {
  for (const providerId of silent) {
    for (const userId of officers) {
      const officer: Actor = { userId, role: 'officer' };
      const path = { month, providerId };
      const { month: now } = await people.ask(officer, 'getMonth', { path }, Standing);
      if (now.state !== 'open' || !now.officers.includes(userId)) continue;
      await people.ask(officer, 'closeMonth', { path, body: {} }, anything);
    }
  }
}

/** The head signs the statement of every provider. */
export async function stateAll(
  people: Actors,
  cast: Cast,
  { month, files, silent }: MonthToEnd,
): Promise<readonly SignedFile[]> {
  const signed: SignedFile[] = [];
  for (const providerId of [...files.keys(), ...silent]) {
    const path = { month, providerId };
    const { record } = await people.sign(cast.head, ['intendStatement', 'sendStatement'], { path, body: {} }, Signed);
    signed.push({ name: `statement-${providerId}`, providerId, recordId: record.recordId });
  }
  return signed;
}
