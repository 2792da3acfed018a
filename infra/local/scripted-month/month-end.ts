import * as z from 'zod';
import { notHandedInFault } from '../../../functions/months/closing/never-handed-in.ts';
import { closesFrom, correctionDates } from '../../../functions/months/correcting/correction-dates.ts';
import { asksOf } from '../../../functions/months/lines/asking.ts';
import { LineView } from '../../../functions/months/lines/line-view.ts';
import type { MonthDates } from '../../../functions/months/opening/month-dates.ts';
import { RecordRef } from '../../../functions/months/signing/signing-store.ts';
import { dateOf, instantAt, type Month, nextMonth, plusDays } from '../../../shared/domain/local-time.ts';
import { nthWorkingDay } from '../../../shared/domain/working-days.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Machine } from '../machine.ts';
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

/** An officer decides every line as proposed: matching ones together, the others one by one, after they have been asked of. */
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
  return lines.length;
}

export type SignedFile = { readonly name: string; readonly providerId: string; readonly recordId: string };

type MonthToEnd = {
  readonly month: Month;
  readonly dates: MonthDates;
  readonly pack: Pack;
  readonly officers: readonly string[];
  readonly files: ReadonlyMap<string, Files>;
  /** Providers that have cases in the month and never hand in. */
  readonly silent: readonly string[];
};

/** Each officer decides every line of theirs at some providers, and signs for it. */
async function reportOn(
  providers: Iterable<string>,
  people: Actors,
  { month, officers }: MonthToEnd,
): Promise<readonly SignedFile[]> {
  const signed: SignedFile[] = [];
  for (const providerId of providers) {
    for (const userId of officers) {
      const officer: Actor = { userId, role: 'officer' };
      if ((await decideAsProposed(people, officer, month, providerId)) === 0) continue;
      const path = { month, providerId };
      const { record } = await people.sign(officer, ['intendReport', 'signReport'], { path, body: {} }, Signed);
      signed.push({ name: `report-${userId}-${providerId}`, providerId, recordId: record.recordId });
    }
  }
  return signed;
}

/** What was never handed in is closed by the first officer who has cases in it (A81). */
async function closeSilent(people: Actors, { month, officers, silent }: MonthToEnd): Promise<void> {
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

/** The working day on which what was wrong is handed in corrected; never before it was handed in. */
const correctedOn = 3;

/**
 * The rest of the month by its dates: handed in on the first working day and corrected on the third, reported on the
 * fifth — on the sixth where it was never handed in —, stated on the tenth.
 */
export async function endMonth(
  machine: Machine,
  people: Actors,
  cast: Cast,
  about: MonthToEnd,
): Promise<readonly SignedFile[]> {
  const { month, dates, files, silent, pack } = about;
  const signed: SignedFile[] = [];
  await machine.moveTo(instantAt(dates.submission, '09:00'));
  for (const [providerId, theirs] of files) await handInFiles(people, cast, month, providerId, theirs);

  const third = nthWorkingDay(nextMonth(month), correctedOn, vardagar(pack));
  const corrected = [...files].flatMap(([providerId, theirs]) =>
    theirs.corrected ? [{ providerId, theirs: theirs.corrected }] : [],
  );
  if (corrected.length > 0)
    await machine.moveTo(instantAt(third > dates.submission ? third : dates.submission, '15:00'));
  for (const { providerId, theirs } of corrected) await handInFiles(people, cast, month, providerId, theirs);

  const fourth = correctionDates(month, pack).on;
  const reported = dates.report > fourth ? dates.report : plusDays(fourth, 1);
  await machine.moveTo(instantAt(reported, '09:00'));
  signed.push(...(await reportOn(files.keys(), people, about)));

  if (silent.length > 0) {
    const from = dateOf(closesFrom(month, pack));
    await machine.moveTo(instantAt(from > reported ? from : reported, '10:00'));
    await closeSilent(people, about);
    signed.push(...(await reportOn(silent, people, about)));
  }

  await machine.moveTo(instantAt(dates.statement, '09:00'));
  for (const providerId of [...files.keys(), ...silent]) {
    const path = { month, providerId };
    const { record } = await people.sign(cast.head, ['intendStatement', 'sendStatement'], { path, body: {} }, Signed);
    signed.push({ name: `statement-${providerId}`, providerId, recordId: record.recordId });
  }
  await machine.moveTo(instantAt(dates.statement, '12:00'));
  return signed;
}
