import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { consentStore } from '../../../../functions/purchases/preparing/consent-store.ts';
import type { Purchase } from '../../../../functions/purchases/purchase.ts';
import { purchaseStore } from '../../../../functions/purchases/purchase-store.ts';
import type { EntryKey } from '../../../../functions/registry.ts';
import { standingClock } from '../../../../infra/local/clock.ts';
import type { LoadedWay } from '../../../../infra/local/load-ways.ts';
import { localMachine } from '../../../../infra/local/machine.ts';
import { type Actor, actorsOf } from '../../../../infra/local/scripted-month/actors.ts';
import { instantAt } from '../../../../shared/domain/local-time.ts';
import type { Role } from '../../../../shared/domain/roles.ts';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../../shared/stores/case-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { settingsStore } from '../../../../shared/stores/settings-store.ts';
import { unitStore } from '../../../../shared/stores/unit-store.ts';
import { aConsent, anAcuteHelp, aRunning } from '../../../support/a-purchase.ts';

const anything = z.union([z.looseObject({}), z.string()]);
const WithId = z.looseObject({ id: z.string() });
const Meetings = z.looseObject({ meetings: z.array(WithId) });

const at = (userId: string, role: Role): Actor => ({ userId, role });
const [pam, paa, hcm, emp] = [
  at('pam', 'ordering-manager'),
  at('paa', 'ordering-administrator'),
  at('hcm', 'receiving-manager'),
  at('emp', 'employee'),
];
const officer = at('O1', 'officer');
const coordinator = at('K1', 'provider');

/** Help that goes on between two units by each routine: begun, changed, given notice of, followed up, and what is around it. */
export async function busyRunning(ways: readonly LoadedWay[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'busy-running-'));
  const failures: unknown[] = [];
  let made = 0;
  const machine = await localMachine({
    folder,
    clock: standingClock(instantAt('2026-09-14', '09:00')),
    newId: (prefix) => `${prefix}-${++made}`,
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
    keepsTable: false,
    ways,
  });
  const { table, documents } = machine.deps;
  const people = actorsOf(machine);
  const ask = (person: Actor, key: EntryKey, path: Record<string, string> = {}, body?: unknown, query = {}) =>
    people.ask(person, key, { path, query, ...(body === undefined ? {} : { body }) }, anything);
  const idOf = async (asked: Promise<unknown>) => WithId.parse(await asked).id;
  const unit = (id: string, pack: string) => ({ id, name: id, board: 'N', area: 'Norr', costCentre: '4711', pack });
  const stands = async (purchase: Purchase) => {
    const purchases = purchaseStore(table);
    const saves = [purchases.save(purchase, undefined), purchases.besideCase(purchase), purchases.watch(purchase)];
    if ((await table.commit(saves)) === 'stale') throw new Error('the purchase is there already');
    return { purchaseId: purchase.id };
  };
  try {
    const settings = {
      ...{ municipality: 'Exempelkommun', pack: 'leksand', overrides: [], invoiceAddress: '' },
      rates: [{ validFrom: '2026-01-01', orePerHour: 38_000 }],
    };
    const provider = {
      id: 'P1',
      number: 1,
      name: 'Omsorg Ett AB',
      kind: 'private',
      email: 'p1@exempel.example',
    } as const;
    const municipal = { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: '' } as const;
    const member = (person: Actor, more: object) => ({ ...person, email: `${person.userId}@kommun.example`, ...more });
    await table.commit([
      settingsStore(table).save(settings, undefined),
      ...[provider, municipal].map((one) => providerStore(table).save(one, undefined)),
      unitStore(table).save(unit('E1', 'helsingborg'), undefined),
      unitStore(table).save(unit('E2', 'helsingborg'), undefined),
      caseStore(table).save({ caseNo: 'A-1', officerId: 'O1' }, undefined),
      caseStore(table).save({ caseNo: 'A-2', officerId: 'O1' }, undefined),
      ...[member(pam, { unitId: 'E1' }), member(paa, { unitId: 'E1' })].map((one) =>
        membershipStore(table).save(one, undefined),
      ),
      ...[member(hcm, { unitId: 'E2' }), member(emp, { unitId: 'E2' })].map((one) =>
        membershipStore(table).save(one, undefined),
      ),
      membershipStore(table).save(member(officer, {}), undefined),
      membershipStore(table).save(member(coordinator, { providerId: 'P1' }), undefined),
      membershipStore(table).save(member(at('arh', 'area-head'), {}), undefined),
    ]);

    // Acute help: begun, so that the two are a pair; two who disagree and then do not.
    const { begun: _, ...waiting } = anAcuteHelp({
      ...{ id: 'kop-a', state: 'acute-requested', from: '2026-09-13' },
      dialogue: [
        {
          at: instantAt('2026-09-13', '08:00'),
          by: 'pam',
          heldAt: instantAt('2026-09-13', '08:00'),
          words: 'ja',
          outcome: 'FULL',
        },
      ],
      handovers: (['INFORMATION', 'RISK', 'INSTRUCTION'] as const).map((kind) => ({
        ...{ at: instantAt('2026-09-13', '08:30'), by: 'pam', kind, documentId: kind, readBy: [] },
      })),
    });
    const acute = await stands(waiting);
    await ask(emp, 'startPurchase', acute, { at: '2026-09-14T08:00:00+02:00' });
    await ask(pam, 'decideFollowUp', acute, { decision: 'END', words: 'räcker' });
    await ask(hcm, 'decideFollowUp', acute, { decision: 'PLANNED', words: 'behövs' });
    await ask(hcm, 'decideFollowUp', acute, { decision: 'END', words: 'räcker' });

    // Around it.
    const deviationId = await idOf(ask(emp, 'openDeviation', acute, { kind: 'LEX_SARAH', words: 'lyften' }));
    await ask(pam, 'closeDeviation', { ...acute, deviationId }, { words: 'ny lyft' });
    const injuryId = await idOf(ask(emp, 'reportInjury', acute, {}));
    await ask(hcm, 'shareMeasures', { ...acute, injuryId }, { words: 'två lyfter' });
    await ask(hcm, 'closeInjury', { ...acute, injuryId }, {});
    const needId = await idOf(ask(hcm, 'tellTrainingNeed', acute, { words: 'lyft' }));
    await ask(pam, 'answerTrainingNeed', { ...acute, needId }, { words: 'på fredag' });
    const Upload = z.looseObject({ documentId: z.string() });
    const sent = async () => {
      const { documentId } = Upload.parse(await ask(hcm, 'openUpload', {}, { contentType: 'application/pdf' }));
      await documents.put('incoming', documentId, Buffer.from('%PDF-1.7 prov'), 'application/pdf');
      return documentId;
    };
    await ask(hcm, 'notePurchase', acute, { form: 'PAPER', documentId: await sent() });
    await ask(hcm, 'listAround', acute);

    // The two units meet.
    const pairId = 'E1~E2';
    for (const person of [pam, hcm, at('arh', 'area-head')]) await ask(person, 'listPairs');
    const { meetings } = Meetings.parse(await ask(pam, 'planMeeting', { pairId }, { on: '2026-09-14' }));
    const minutes = { on: '2026-09-14', participants: ['pam', 'hcm'], quality: 'bra', workEnvironment: 'bra' };
    await ask(hcm, 'holdMeeting', { pairId, meetingId: meetings[0]?.id ?? '' }, minutes);
    await ask(pam, 'listMeetings', { pairId });

    // Halmstad's and Botkyrka's: changes, notice and its cost, a question that a consent lets be answered.
    await table.commit([unitStore(table).save(unit('E1', 'halmstad'), await unitStore(table).find('E1'))]);
    const planned = await stands(aRunning({ id: 'kop-m', pack: 'halmstad' }));
    await ask(emp, 'reportPurchaseChange', planned, { words: 'ny nyckel' });
    await ask(pam, 'quoteNotice', planned, undefined, { effective: '2026-09-20' });
    await ask(pam, 'giveNotice', planned, { effective: '2026-09-20', reason: 'flyttar' });
    const other = await stands(aRunning({ id: 'kop-b', pack: 'botkyrka' }));
    const questionId = await idOf(ask(pam, 'askInformation', other, { words: 'hur går det' }));
    const consent = {
      kind: 'JOURNAL_ACCESS',
      recipients: ['pam'],
      channels: ['SYSM' as const],
      journalRef: 'SJ 1',
    } as const;
    await table.commit([
      consentStore(table).save(aConsent({ ...consent, recipients: ['pam'], channels: ['SYSM'] }), undefined),
    ]);
    await ask(hcm, 'answerInformation', { ...other, questionId }, { documentIds: [await sent()] });
    await ask(hcm, 'endPurchase', other, { on: '2026-09-14', reason: 'klart' });

    // Assistance begins where help bridged; and somebody dies.
    const order = { caseNo: 'A-1', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }] };
    const customer = { name: 'Elsa Prov', personnummer: '191212121212' };
    const orderId = await idOf(ask(officer, 'placeOrder', {}, { ...order, customer }));
    await ask(coordinator, 'startOrder', { orderId }, {});
    await ask(pam, 'startAssistance', { caseNo: 'A-1' }, { on: '2026-09-28' });
    await stands(aRunning({ id: 'kop-p', pack: 'halmstad', receiver: { providerId: 'P1', kind: 'private' } }));
    await ask(officer, 'reportDeath', { orderId }, { date: '2026-09-14' });
    const ending = await stands(aRunning({ id: 'kop-c', pack: 'halmstad', caseNo: 'A-2', to: '2026-09-20' }));
    await table.commit([
      assignmentStore(table).add({
        ...{ caseNo: 'A-2', providerId: 'P1', officerId: 'O1', services: order.services, from: '2026-01-01', to: null },
      }),
    ]);
    await machine.tick();
    await machine.moveTo(instantAt('2026-10-02', '08:00'));
    await ask(pam, 'getPurchase', ending);
    await table.commit([unitStore(table).save(unit('E1', 'helsingborg'), await unitStore(table).find('E1'))]);
    await stands(aRunning({ id: 'kop-d', caseNo: 'A-2', to: null }));
    await machine.moveTo(instantAt('2027-01-02', '08:00'));
    if (failures.length > 0) throw failures[0];
  } finally {
    machine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
