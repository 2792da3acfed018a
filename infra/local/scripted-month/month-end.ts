import * as z from 'zod';
import { asksOf } from '../../../functions/months/lines/asking.ts';
import { LineView } from '../../../functions/months/lines/line-view.ts';
import type { MonthDates } from '../../../functions/months/opening/month-dates.ts';
import { RecordRef } from '../../../functions/months/signing/signing-store.ts';
import { instantAt, type Month } from '../../../shared/domain/local-time.ts';
import type { Machine } from '../machine.ts';
import type { Actor, Actors } from './actors.ts';
import type { Cast } from './set-up.ts';

const anything = z.unknown();
const Lines = z.looseObject({ lines: z.array(LineView) });
const Signed = z.looseObject({ record: RecordRef });
const atOnce = 50;

export type Files = { readonly report: Uint8Array; readonly deviations: Uint8Array };
const base64 = (bytes: Uint8Array) => ({ base64: Buffer.from(bytes).toString('base64') });

/** The provider's manager hands in and signs, on the day it is due. */
export async function handInFiles(
  people: Actors,
  cast: Cast,
  month: Month,
  providerId: string,
  files: Files,
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
    const body = { decision: 'APPROVE', contacts, ...(proposal.status === 'FAULTY' ? faulty(proposal.faults) : {}) };
    await people.ask(officer, 'decideLine', { path: { ...path, caseNo }, body }, anything);
  }
  return lines.length;
}

export type SignedFile = { readonly name: string; readonly providerId: string; readonly recordId: string };

/** The rest of the month by its dates: handed in on the first working day, reported on the fifth, stated on the tenth. */
export async function endMonth(
  machine: Machine,
  people: Actors,
  cast: Cast,
  about: {
    readonly month: Month;
    readonly dates: MonthDates;
    readonly officers: readonly string[];
    readonly files: ReadonlyMap<string, Files>;
  },
): Promise<readonly SignedFile[]> {
  const { month, dates, officers, files } = about;
  const signed: SignedFile[] = [];
  await machine.moveTo(instantAt(dates.submission, '09:00'));
  for (const [providerId, theirs] of files) await handInFiles(people, cast, month, providerId, theirs);

  await machine.moveTo(instantAt(dates.report, '09:00'));
  for (const providerId of files.keys()) {
    for (const userId of officers) {
      const officer: Actor = { userId, role: 'officer' };
      if ((await decideAsProposed(people, officer, month, providerId)) === 0) continue;
      const path = { month, providerId };
      const { record } = await people.sign(officer, ['intendReport', 'signReport'], { path, body: {} }, Signed);
      signed.push({ name: `report-${userId}-${providerId}`, providerId, recordId: record.recordId });
    }
  }

  await machine.moveTo(instantAt(dates.statement, '09:00'));
  for (const providerId of files.keys()) {
    const path = { month, providerId };
    const { record } = await people.sign(cast.head, ['intendStatement', 'sendStatement'], { path, body: {} }, Signed);
    signed.push({ name: `statement-${providerId}`, providerId, recordId: record.recordId });
  }
  await machine.moveTo(instantAt(dates.statement, '12:00'));
  return signed;
}
