import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import { standingClock } from '../../../../infra/local/clock.ts';
import type { LoadedWay } from '../../../../infra/local/load-ways.ts';
import { localMachine } from '../../../../infra/local/machine.ts';
import { type Actor, actorsOf } from '../../../../infra/local/scripted-month/actors.ts';
import { instantAt } from '../../../../shared/domain/local-time.ts';
import { capacityStore } from '../../../../shared/stores/capacity-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { settingsStore } from '../../../../shared/stores/settings-store.ts';
import { busyMunicipal } from './municipal.ts';

const officer: Actor = { userId: 'O1', role: 'officer' };
const patrol: Actor = { userId: 'T1', role: 'night-patrol' };
const coordinator: Actor = { userId: 'K1', role: 'provider' };
const administrator: Actor = { userId: 'A1', role: 'administrator' };
const neighbour: Actor = { userId: 'K2', role: 'provider' };
const WithId = z.looseObject({ id: z.string() });
const customer = {
  ...{ name: 'Elsa Prov', personnummer: '191212121212', address: 'Storgatan 1, Exempelby' },
  ...{ phone: '070-174 06 05', relativePhone: '070-174 06 06' },
};

/** Orders by the routine with contact and paper: a private provider's, a municipal one's, an urgent one, one that is rejected. */
export async function busyOrders(ways: readonly LoadedWay[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'busy-orders-'));
  const failures: unknown[] = [];
  let made = 0;
  const machine = await localMachine({
    folder,
    clock: standingClock('2026-11-02T10:00:00.000Z'),
    newId: (prefix) => `${prefix}-${++made}`,
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
    keepsTable: false,
    ways,
  });
  const { table } = machine.deps;
  const people = actorsOf(machine);
  const ask = (person: Actor, key: EntryKey, path: Record<string, string> = {}, body?: unknown) =>
    people.ask(person, key, { path, ...(body === undefined ? {} : { body }) }, z.looseObject({}));
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const place = async (who: Actor, over: object) => {
    const order = { services, customer, healthCareEnrolled: true, ...over };
    return { orderId: WithId.parse(await ask(who, 'placeOrder', {}, order)).id };
  };
  const memberOf = (person: Actor, providerId?: string) =>
    membershipStore(table).save(
      { ...person, email: `${person.userId.toLowerCase()}@exempel.example`, ...(providerId ? { providerId } : {}) },
      undefined,
    );

  try {
    const settings = {
      municipality: 'Exempelkommun',
      pack: 'sn2016-840',
      overrides: [],
      rates: [],
      invoiceAddress: '',
    };
    const p1 = { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@exempel.example' } as const;
    const p2 = { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: '' } as const;
    const none = { minutes: 0, customers: 0 };
    const ceiling = { value: 500, unit: 'HOURS_PER_MONTH' } as const;
    await table.commit([
      settingsStore(table).save(settings, undefined),
      ...[p1, p2].map((provider) => providerStore(table).save(provider, undefined)),
      capacityStore(table).save({ providerId: 'P2', base: none, changes: [], told: 'NORMAL', ceiling }, undefined),
      memberOf(officer),
      memberOf(patrol),
      memberOf({ userId: 'N1', role: 'nurse' }),
      memberOf(administrator),
      memberOf(coordinator, 'P1'),
      memberOf(neighbour, 'P2'),
    ]);
    const numbers = ['P1', 'P2'].map((providerId, index) => ({ providerId, number: index + 1 }));
    await ask(officer, 'arrangeTurns', {}, { providers: numbers });

    const byChoice = await place(officer, { caseNo: 'A-1', providerId: 'P1', choice: { mode: 'ORAL' } });
    await ask(officer, 'prepareSheet', byChoice);
    await ask(officer, 'contactProvider', byChoice, { channel: 'EMAIL', delivery: 'POST' });
    await ask(officer, 'deliverSheet', byChoice, { way: 'POST' });
    await ask(coordinator, 'confirmOrder', byChoice, {});
    await ask(officer, 'deferOrder', byChoice, { until: '2026-11-09T08:00:00+01:00' });
    await ask(coordinator, 'startOrder', byChoice, { notExecuted: [{ code: 'OMV', reason: 'kunden väntar' }] });
    await ask(officer, 'executeOrder', byChoice, { executedFrom: '2026-11-02' });
    await ask(officer, 'followUpNotExecuted', byChoice, { carriedOut: false });
    await ask(coordinator, 'reportNotExecuted', byChoice, { services: [] });
    await ask(officer, 'noteDecisionDays', byChoice, { decidedOn: '2026-10-20' });
    await ask(officer, 'getOrderHistory', byChoice);
    const urgent = { caseNo: 'A-1', urgent: true, customer: undefined, healthCareEnrolled: undefined };
    await place(patrol, { ...urgent, neededBy: '2026-11-02T20:00:00+01:00' });
    await ask(patrol, 'readIdentity', {}, { caseNo: 'A-1', reason: 'för besöket i natt' });

    const own = await place(officer, { caseNo: 'A-2', providerId: 'P2', to: '2026-11-30' });
    await ask(neighbour, 'getOrder', own);
    await ask(officer, 'deferOrder', own, { until: '2026-11-09T08:00:00+01:00' });
    await ask(neighbour, 'rejectOrder', own, { reason: 'CAPACITY' });
    const byTurn = await place(officer, { caseNo: 'A-3', abstains: true });
    await ask(officer, 'withdrawOrder', byTurn, { reason: 'Det var fel ärende.' });
    const hours = {
      tick: async () => void (await machine.tick()),
      tomorrow: async () => void (await machine.moveTo(instantAt('2026-11-03', '01:00'))),
    };
    await busyMunicipal(ask, { officer, administrator, joining: neighbour, ...hours }, place);
    if (failures.length > 0) throw failures[0];
  } finally {
    machine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
