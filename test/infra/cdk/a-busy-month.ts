import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { EntryKey } from '../../../functions/registry.ts';
import { readMunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import { standingClock } from '../../../infra/local/clock.ts';
import { seedDemo } from '../../../infra/local/demo.ts';
import type { LoadedWay } from '../../../infra/local/load-ways.ts';
import { localMachine } from '../../../infra/local/machine.ts';
import { type Actor, actorsOf } from '../../../infra/local/scripted-month/actors.ts';
import { decideAsProposed, handInFiles } from '../../../infra/local/scripted-month/month-acts.ts';
import { castOf } from '../../../infra/local/scripted-month/set-up.ts';
import { dateOf, instantAt, localIso } from '../../../shared/domain/local-time.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { busyAdjustments } from './busy/adjustments.ts';
import { busyAgreements } from './busy/agreements.ts';
import { busyBases } from './busy/bases.ts';
import { busyChanges } from './busy/changes.ts';
import { busyChoices } from './busy/choices.ts';
import { busyDeadlines, busySubjects, plantUnreadable } from './busy/deadlines.ts';
import { aUnit, busyHouse } from './busy/house.ts';
import { busyImports } from './busy/imports.ts';
import { busyInvoices } from './busy/invoices.ts';
import { busyMail } from './busy/mail.ts';
import { busyMended } from './busy/mended.ts';
import { busyMoves } from './busy/moves.ts';
import { busyOrders } from './busy/orders.ts';
import { busyPaper } from './busy/paper.ts';
import { busyPeople } from './busy/people.ts';
import { busyPurchases } from './busy/purchases.ts';
import { busyRunning } from './busy/running.ts';
import { busySettlement } from './busy/settlement.ts';
import { busySwitches } from './busy/switches.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/leksand-2026-10');
const fileOf = (name: string) => readFileSync(join(fixtures, name));
const anything = z.union([z.looseObject({}), z.string()]);
const month = '2026-10';

/** Every way in, used at least once: the demo municipality lived on from its first morning to the sent statements. */
export async function busyMonth(ways: readonly LoadedWay[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'busy-'));
  const failures: unknown[] = [];
  let made = 0;
  const machine = await localMachine({
    folder,
    clock: standingClock('2026-09-30T22:00:00.000Z'),
    newId: (prefix) => `${prefix}-${++made}`,
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
    keepsTable: false,
    ways,
  });
  const people = actorsOf(machine);
  const file = readMunicipalityFile(JSON.parse(String(fileOf('cases.json'))));
  const cast = file.ok ? castOf(file.value, new Set(['P1', 'P2', 'P3'])) : [];
  if (!file.ok || !('head' in cast)) throw new Error('the fixture cannot be read');
  const officers: readonly Actor[] = file.value.officers.map(({ id }) => ({ userId: id, role: 'officer' }));
  const [officer = cast.head] = officers;
  const { head } = cast;
  const manager = cast.managerOf('P1');
  const administrator: Actor = { userId: 'A1', role: 'administrator' };
  const ask = (person: Actor, key: EntryKey, path: Record<string, string> = {}, body?: unknown) =>
    people.ask(person, key, { path, ...(body === undefined ? {} : { body }) }, anything);
  const ring = async (key: EntryKey, news: object): Promise<void> => {
    const way = ways.find((one) => one.key === key);
    if (way?.entry.kind === 'job') await way.entry.run(machine.clock.now(), machine.deps, news);
  };

  try {
    await seedDemo(machine);
    await machine.deps.table.commit([membershipStore(machine.deps.table).save({ ...administrator }, undefined)]);
    const fresh = { name: 'Ny', personnummer: '191500882392' };
    const theirs = { id: 'EM1', role: 'receiving-manager', unitId: aUnit.id, email: 'em1@kommun.example' };
    const imported = {
      ...{ ...file.value, units: [aUnit], people: [...file.value.people, theirs] },
      cases: [{ ...file.value.cases[0], caseNo: 'A-9001', customer: fresh }],
    };
    await ask(administrator, 'importMunicipality', {}, { file: imported, set: ['review.months=12'] });
    // The number was another's, who is written in later.
    await ask(officer, 'saveCustomer', { caseNo: 'A-9001' }, { customer: { name: fresh.name } });
    await ask(administrator, 'getSettings');
    await ask(administrator, 'listServices');
    await ask(administrator, 'listPublicProviders');
    for (const person of [manager, { userId: 'EM1', role: 'receiving-manager' } as const]) await ask(person, 'getMe');
    for (const person of [manager, officer]) await ask(person, 'listStaff');

    const Upload = z.looseObject({ documentId: z.string() });
    /** A choice in writing: its form has been sent. */
    const written = async () => {
      const { documentId } = Upload.parse(await ask(officer, 'openUpload', {}, { contentType: 'application/pdf' }));
      await machine.deps.documents.put('incoming', documentId, Buffer.from('%PDF-1.7 prov'), 'application/pdf');
      return { mode: 'WRITTEN', formDocumentId: documentId };
    };

    // Orders: two wait since the morning.
    const customer = { name: 'Elsa Prov', personnummer: '191212121212' };
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    const order = { caseNo: 'A-9002', providerId: 'P1', services, customer, choice: await written() };
    const { id } = z.looseObject({ id: z.string() }).parse(await ask(officer, 'placeOrder', {}, order));
    await ask(officer, 'getOrder', { orderId: id });
    await ask(manager, 'listOrders');
    await ask(officer, 'listOrders');
    await ask(manager, 'confirmOrder', { orderId: id }, {});
    await ask(officer, 'deferOrder', { orderId: id }, { until: '2026-11-09T08:00:00+01:00' });
    await ask(manager, 'deferOrder', { orderId: id }, { until: '2026-11-10T08:00:00+01:00' });
    await ask(manager, 'startOrder', { orderId: id }, {});
    await ask(officer, 'readIdentity', {}, { caseNo: 'A-9002', reason: 'för besöket' });
    await ask(manager, 'readIdentity', {}, { caseNo: 'A-9002', reason: 'för besöket' });
    await ask(head, 'listAccess', { caseNo: 'A-9002' });
    await ask(officer, 'getJournal', { caseNo: 'A-9002' });

    const nightPatrol: Actor = { userId: 'T1', role: 'night-patrol' };
    await machine.deps.table.commit([membershipStore(machine.deps.table).save({ ...nightPatrol }, undefined)]);
    const [, second = officer, third = officer] = officers;
    const among = { officers: [officer, second], head, manager, nightPatrol } as const;
    const today = dateOf(machine.clock.now());
    await busyPeople(ask, { ...among, caseNo: 'A-9002', providerId: 'P1', today, deps: machine.deps });
    await busyChoices(ask, { officer, manager, administrator }, file.value, today);
    await busyChanges(ask, { officer, head, manager, deps: machine.deps });

    // The dry run, small and large.
    const files = { report: fileOf('P1-report.csv'), deviations: fileOf('P1-deviations.csv') };
    const base64 = (bytes: Uint8Array) => ({ base64: Buffer.from(bytes).toString('base64') });
    const small = { report: base64(files.report), deviations: base64(files.deviations) };
    await ask(manager, 'checkMonth', { month }, small);
    const { documentId } = z
      .looseObject({ documentId: z.string() })
      .parse(await ask(manager, 'openUpload', {}, { contentType: 'text/csv' }));
    const [header = ''] = String(files.report).split('\n');
    const large = `${header}\n${'2026-10;P1;A-1;OMV;2026-10-01;08:00;08:30;30;30;UTFÖRD\n'.repeat(5100)}`;
    await machine.deps.documents.put('incoming', documentId, Buffer.from(large), 'text/csv');
    const { checkId } = z
      .looseObject({ checkId: z.string() })
      .parse(await ask(manager, 'checkMonth', { month }, { ...small, report: { documentId } }));
    await machine.moveTo(instantAt('2026-11-02', '08:00'));
    await ask(manager, 'getCheck', { month, checkId });

    // The month of P1, a day late and handed in again, with a question on the way.
    await ask(manager, 'listTasks');
    await machine.moveTo(instantAt('2026-11-03', '09:00'));
    await ask(manager, 'draftMonth', { month }, small);
    await ask(manager, 'getDraft', { month });
    const waiting = { path: { month }, body: { draft: true } };
    await people.sign(manager, ['intendSubmission', 'submitMonth'], waiting, anything);
    // With a row that cannot be read, which the provider first says that it cannot correct.
    const spoilt = String(files.report).replace(/;UTFÖRD/, ';KANSKE');
    await handInFiles(people, cast, month, 'P1', { ...files, report: Buffer.from(spoilt) });
    await ask(manager, 'declineCorrection', { month }, { comment: 'Den som gjorde besöket har slutat.' });
    await handInFiles(people, cast, month, 'P1', files);
    const p1 = { month, providerId: 'P1' };
    const Lines = z.looseObject({
      lines: z.array(z.looseObject({ caseNo: z.string(), proposal: z.looseObject({ status: z.string() }) })),
    });
    let asked = false;
    for (const one of officers) {
      const { lines } = await people.ask(one, 'getMonth', { path: p1 }, Lines);
      const differing = lines.find(({ proposal }) => proposal.status !== 'MATCH');
      if (differing && !asked) {
        asked = true;
        const path = { ...p1, caseNo: differing.caseNo };
        await ask(one, 'getLine', path);
        await ask(one, 'getLineRows', path);
        await ask(one, 'decideLine', path, { decision: 'ASK', question: 'Vad hände den dagen?' });
        await ask(manager, 'answerQuestion', path, { text: 'Besöket flyttades.' });
      }
    }
    await ask(head, 'listMonths', { month });
    // The month before was never handed in.
    await ask(officer, 'closeMonth', { month: '2026-09', providerId: 'P1' }, {});
    // The month to come, which nobody has handed in or stated.
    const filled = await people.ask(
      manager,
      'getFilling',
      { path: { month: '2026-11' } },
      z.looseObject({ cases: z.array(z.looseObject({ caseNo: z.string() })) }),
    );
    const caseNo = filled.cases[0]?.caseNo ?? '';
    await ask(manager, 'keepFilling', { month: '2026-11', caseNo }, { visits: [], deviations: [] });
    await ask(manager, 'getFilling', { month: '2026-11' });
    await people.ask(manager, 'getForm', { path: { ...p1, kind: 'month' }, query: { format: 'pdf' } }, anything);
    const moving = {
      administrator,
      from: officer,
      all: third,
      to: second,
      tick: async () => void (await machine.tick()),
    };
    await busyMoves(ask, moving, ['A-1001', 'A-9002']);
    // Reports and statements later than anybody may be, so that everyone is reminded of everything.
    await machine.moveTo(instantAt('2026-11-10', '09:00'));
    for (const providerId of ['P1', 'P2', 'P3']) {
      const path = { month, providerId };
      for (const one of officers) {
        if ((await decideAsProposed(people, one, month, providerId)) === 0) continue;
        await people.sign(one, ['intendReport', 'signReport'], { path, body: {} }, anything);
        await ask(one, 'withdrawReport', path, { comment: 'Ett ärende till ska ses över.' });
        await people.sign(one, ['intendReport', 'signReport'], { path, body: {} }, anything);
      }
    }
    await machine.moveTo(instantAt('2026-11-18', '09:00'));
    for (const providerId of ['P1', 'P2', 'P3']) {
      const path = { month, providerId };
      const { record } = await people.sign(
        head,
        ['intendStatement', 'sendStatement'],
        { path, body: {} },
        z.looseObject({ record: z.looseObject({ recordId: z.string() }) }),
      );
      const sealed = await ask(head, 'getRecord', { ...path, recordId: record.recordId });
      // Of one the bell rings; the others are found by the sweep.
      if (providerId === 'P1') await ring('publishRecord', { recordId: record.recordId });
      await machine.tick();
      await ask(head, 'getRecord', { ...path, recordId: record.recordId });
      await ask(head, 'verifyRecord', {}, sealed);
      await ask(head, 'getStatementFile', { ...path, file: 'pdf' });
    }
    const invoicing = { month, providerId: 'P2', manager: cast.managerOf('P2'), administrator, head };
    await busyInvoices(
      (person, key, path = {}, body, query) =>
        people.ask(
          person,
          key,
          { path, ...(body === undefined ? {} : { body }), ...(query ? { query } : {}) },
          anything,
        ),
      { ...invoicing, sign: people.sign, deps: machine.deps, look: () => ring('lookForAttesters', {}) },
    );
    await busyAdjustments(ask, machine.deps, { month, providerId: 'P1', officers });
    const settling = { month, providerId: 'P1', head, administrator };
    await busySettlement(ask, settling, { sign: people.sign, deps: machine.deps });
    await ask(head, 'getKeys');
    await ask(head, 'listTasks');

    const joining = cast.managerOf('P2');
    await busySwitches(
      ask,
      { officer, head, leaving: manager, joining },
      { on: '2026-11-21', moved: '2026-11-23', now: localIso(machine.clock.now()) },
      await written(),
    );

    await busyPurchases(ask);
    await busySubjects(machine.deps, officer.userId);
    await machine.tick();
    for (const person of [officer, head, manager]) await ask(person, 'listTasks');

    if (failures.length > 0) throw failures[0];
    const planted = await plantUnreadable(machine.deps);
    await machine.tick();
    if (failures.splice(0).length !== planted) throw new Error('what cannot be read is told of once each');
    const Asides = z.looseObject({
      items: z.array(z.looseObject({ subject: z.looseObject({ asideId: z.string().optional() }) })),
    });
    const { items } = Asides.parse(await ask(administrator, 'listTasks'));
    for (const { subject } of items)
      if (subject.asideId !== undefined)
        await ask(administrator, 'settleAside', { asideId: subject.asideId }, { verdict: 'try-again' });
    await machine.tick();
    if (failures.splice(0).length !== planted) throw new Error('what still cannot be read comes back');

    const asCalendar = (secret: string) =>
      machine.call('readFeed', { headers: {}, pathParameters: { secret }, requestContext: {} });
    await busyDeadlines(ask, asCalendar, [officer, head, manager]);
    await people.ask(manager, 'listOrders', { query: { list: 'overdue' } }, anything);

    // A letter whose fate a person must tell.
    const letters = letterStore(machine.deps.table);
    const lost = {
      ...({ id: 'brev-lost', kind: 'N19', to: 'h1@kommun.example', state: 'asked' } as const),
      fields: { municipality: 'X', link: 'https://utfort.example', provider: 'P1', month },
      queuedAt: machine.clock.now(),
    };
    await machine.deps.table.commit([letters.queue(lost)]);
    await ask(administrator, 'listTasks');
    await ask(administrator, 'getLetterFigures');
    await ask(administrator, 'settleLetter', { letterId: lost.id }, { verdict: 'delivered' });
    // A letter that rings, and what the mail service tells of it.
    const ringing = { ...lost, id: 'brev-new', state: 'waiting' as const };
    await machine.deps.table.commit([letters.queue(ringing)]);
    await ring('sendLetter', { letterId: ringing.id });
    for (const fate of ['delivered', 'bounced']) await ring('takeDeliveryEvent', { letterId: ringing.id, fate });
    // Two to a provider that come back: about an order, and about a case; whoever has it is to phone.
    for (const [id, about] of [
      ['brev-order', { orderId: 'B-1', caseNo: 'A-1001' }],
      ['brev-case', { caseNo: 'A-1001' }],
    ] as const) {
      const came = { ...lost, id, kind: 'N23', state: 'sent', to: 'p2@utforare.example' } as const;
      const inside = { owner: 'provider:P2', threadId: `trad-${id}` };
      await machine.deps.table.commit([letters.queue({ ...came, inside, fields: { ...lost.fields, ...about } })]);
      await ring('takeDeliveryEvent', { letterId: id, fate: 'bounced' });
      await ask(officer, 'getLetter', { letterId: id });
    }
    await busyMended(ask, { officer, head, manager, deps: machine.deps });
    const tick = async () => void (await machine.tick());
    await busyHouse(ask, { officer, head, administrator, month, tick }, file.value);
    await busyImports(ask, { officer, administrator, tick, deps: machine.deps }, file.value);
    await busyOrders(ways);
    await busyPaper(ways);
    await busyMail(ways);
    await busyRunning(ways);
    await busyAgreements(ask, { officer, manager, people, tick, now: () => machine.clock.now(), deps: machine.deps });
    await busyBases(
      (person, key, path = {}, body, query = {}) =>
        people.ask(person, key, { path, query, ...(body === undefined ? {} : { body }) }, anything),
      { manager, month, deps: machine.deps },
    );
    await machine.moveTo(instantAt('2026-12-01', '01:00'));
    // The day of a switch has passed: whether the joining provider has begun is asked of its order.
    await people.ask(officer, 'listSwitches', { query: { state: 'all' } }, anything);
    if (failures.length > 0) throw failures[0];
  } finally {
    machine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
