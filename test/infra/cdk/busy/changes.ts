import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import { dateOf, localIso, plusDays, plusHours } from '../../../../shared/domain/local-time.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;

type Cast = { readonly officer: Actor; readonly head: Actor; readonly manager: Actor; readonly deps: Deps };

const idOf = (answer: unknown): string => z.looseObject({ id: z.string() }).parse(answer).id;

/** Orders that change on the way, and what is told, handed in and ended; every way in of it once at least. */
export async function busyChanges(ask: Ask, { officer, head, manager, deps }: Cast): Promise<void> {
  const now = deps.clock.now();
  const today = dateOf(now);
  const yesterday = plusDays(today, -1);
  const customer = { name: 'Elsa Prov' };
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];

  async function begun(caseNo: string, from = yesterday): Promise<string> {
    const wanted = { caseNo, providerId: 'P1', services, from, customer };
    const orderId = idOf(await ask(officer, 'placeOrder', {}, wanted));
    await ask(manager, 'startOrder', { orderId }, { startedOn: from });
    return orderId;
  }
  async function uploaded(): Promise<string> {
    const opened = await ask(manager, 'openUpload', {}, { contentType: 'application/pdf' });
    const { documentId } = z.looseObject({ documentId: z.string() }).parse(opened);
    await deps.documents.put('incoming', documentId, Buffer.from('%PDF-1.7 prov'), 'application/pdf');
    return documentId;
  }

  const orderId = await begun('A-9101');
  const need = { kind: 'INCREASED', noticedOn: today, text: 'Behöver mer tid på kvällen.' };
  const reportId = idOf(await ask(manager, 'reportNeed', { orderId }, need));
  for (const person of [officer, manager]) await ask(person, 'listReports', { orderId });
  await ask(officer, 'acknowledgeReport', { orderId, reportId }, {});
  const more = [{ code: 'OMV', minutesPerMonth: 900 }];
  await ask(officer, 'changeServices', { orderId }, { from: today, services: more });
  for (const start of ['08:00', '12:00', '18:00'])
    await ask(manager, 'reportDecline', { orderId }, { on: today, start });
  await ask(manager, 'reportHospital', { orderId }, { from: yesterday });
  await ask(officer, 'planHomecoming', { orderId }, { at: localIso(plusHours(now, 24)) });
  await ask(manager, 'resumeOrder', { orderId }, { on: today });
  const documentId = await uploaded();
  await ask(manager, 'handInCarePlan', { orderId }, { documentId, signedByCustomerOn: today });
  const followUp = { heldOn: today, text: 'Allt fungerar.' };
  await ask(officer, 'recordFollowUp', { caseNo: 'A-9101' }, followUp);
  for (const person of [officer, head]) await ask(person, 'listFollowUps', { caseNo: 'A-9101' });

  const wish = { wishedOn: today, text: 'Flyttar.' };
  await ask(manager, 'requestEnd', { orderId }, wish);
  await ask(officer, 'verifyEnd', { orderId }, { contactedAt: localIso(now), result: 'GOES_ON' });
  await ask(manager, 'requestEnd', { orderId }, wish);
  const confirmed = { contactedAt: localIso(now), result: 'CONFIRMED', lastDay: yesterday };
  await ask(officer, 'verifyEnd', { orderId }, confirmed);
  await ask(manager, 'closeOrder', { orderId }, {});
  const papers = [{ documentId: await uploaded(), dated: today, kind: 'SOCIAL_DOCUMENTATION' }];
  await ask(manager, 'returnDocumentation', { orderId }, { documents: papers });
  const why = { reason: 'Läser planen' };
  for (const person of [officer, head, manager]) {
    await ask(person, 'listCaseDocuments', { caseNo: 'A-9101' });
    await ask(person, 'viewDocument', { caseNo: 'A-9101', documentId }, why);
  }

  // Closed by the clock, when it is next moved.
  await ask(officer, 'endOrder', { orderId: await begun('A-9102') }, { lastDay: today });
  await ask(manager, 'reportDeath', { orderId: await begun('A-9103') }, { date: today });
  const coming = { caseNo: 'A-9104', providerId: 'P1', services, customer, from: plusDays(today, 5) };
  await ask(officer, 'reportDeath', { orderId: idOf(await ask(officer, 'placeOrder', {}, coming)) }, { date: today });

  await ask(head, 'recordReview', {}, { reviewedOn: today });
}
