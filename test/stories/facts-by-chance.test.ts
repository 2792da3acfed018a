import { describe, expect, it } from 'vitest';
import { adjustMonth, judgedCases } from '../../functions/months/adjusting/adjust-month.ts';
import { bytesSource } from '../../functions/months/dry-run/byte-source.ts';
import type { CaseInMonth } from '../../functions/months/dry-run/granted.ts';
import { payRulesOf } from '../../functions/months/dry-run/pay-rules.ts';
import type { KnownFact } from '../../shared/domain/known-fact.ts';
import { type LocalDate, plusDays } from '../../shared/domain/local-date.ts';
import { leksand } from '../../shared/packs/leksand.ts';
import { Pack } from '../../shared/packs/pack.ts';
import { decideLine, handIn, ofP1, reporting, stating } from '../support/a-handed-in-month.ts';
import { aReport, type Visit } from '../support/a-report.ts';
import { administrator, head, manager, neighbour, neighbourManager, officer, type World } from '../support/a-world.ts';
import { anOrderUnderWay } from '../support/an-order-under-way.ts';
import { Seeded } from '../support/random-month.ts';

/** A few lives among every test, more by `LIVES=100`. */
const lives = Number(process.env.LIVES ?? 4);
const acts = 8;

const half = (first: number, last: number): Visit[] =>
  Array.from({ length: last - first + 1 }, (_, n): Visit => [first + n, 30]);
const october = aReport({ 'A-1': half(1, 20) });
const sourceOf = ({ report, deviations }: ReturnType<typeof aReport>) => ({
  report: bytesSource(Buffer.from(report.text)),
  deviations: bytesSource(Buffer.from(deviations.text)),
});
const terms = (month: string, kind: 'private' | 'municipal') => ({
  ...{ rules: payRulesOf(Pack.parse(leksand)), month, orePerHour: 40_000, notHandedIn: 'GRANTED' as const },
  provider: { id: kind === 'private' ? 'P1' : 'P2', kind },
});
const services = [{ code: 'OMV', minutesPerMonth: 600 }];

/** What is told of a customer by chance, and what it should come to: the facts themselves, without orders or days cut. */
class Told {
  #death: LocalDate | undefined;
  #stays: { from: LocalDate; to: LocalDate }[] = [];
  readonly #chance: Seeded;
  readonly #world: World;

  constructor(chance: Seeded, world: World) {
    this.#chance = chance;
    this.#world = world;
  }

  known(): KnownFact[] {
    const stays = this.#stays.map((days) => ({ kind: 'HOSPITAL' as const, ...days }));
    return this.#death ? [{ kind: 'DEATH', on: this.#death }, ...stays] : stays;
  }

  async orders(): Promise<readonly { id: string; providerId: string; state: string }[]> {
    return (await this.#world.call('listCaseOrders', officer, { path: { caseNo: 'A-1' } })).body.items;
  }

  /** One thing is told, of the order that goes on or, mostly refused, of any other. What is refused is not told. */
  async one(): Promise<string> {
    const chance = this.#chance;
    const orders = await this.orders();
    const latest = orders.find(({ state }) => state !== 'closed') ?? orders[0];
    const orderId = (chance.percent(75) ? latest : orders[chance.whole(0, orders.length - 1)])?.id ?? '';
    const ask = async (key: 'reportDeath' | 'undoDeath' | 'reportHospital' | 'correctStay', body: object) =>
      (await this.#world.call(key, officer, { path: { orderId }, body: { ...body, acceptsStated: true } })).status;
    const day = plusDays('2026-10-01', chance.whole(1, 40));
    const stay = { from: day, to: plusDays(day, chance.whole(0, 9)) };
    const wrong = this.#stays[chance.whole(0, Math.max(0, this.#stays.length - 1))];
    const which = chance.whole(0, 3);
    if (which === 0) {
      const status = await ask('reportDeath', { date: day, ...(this.#death ? { reason: 'Fel dag.' } : {}) });
      if (status === 200) this.#death = day;
      return `reportDeath ${status}`;
    }
    if (which === 1) {
      const status = await ask('undoDeath', { reason: 'Fel person.' });
      if (status === 200) this.#death = undefined;
      return `undoDeath ${status}`;
    }
    if (which === 2 || !wrong) {
      const isNew = this.#stays.every(({ from }) => from !== stay.from);
      const status = isNew ? await ask('reportHospital', stay) : 0;
      if (status === 200) this.#stays.push(stay);
      return `reportHospital ${status}`;
    }
    if (this.#stays.some(({ from }) => from === stay.from)) return 'correctStay 0';
    const status = await ask('correctStay', { admittedOn: wrong.from, ...stay, reason: 'Fel dagar.' });
    if (status === 200) Object.assign(wrong, stay);
    return `correctStay ${status}`;
  }
}

/** P1's October is stated with 600 minutes of A-1; it is the 16th of November. */
async function aStated(): Promise<World> {
  const world = await anOrderUnderWay('2026-11-02');
  await handIn(world, october);
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await world.sign(officer, reporting, { path: ofP1, body: {} });
  await world.passTo('2026-11-13', '09:00');
  expect(await world.sign(head, stating, { path: ofP1, body: {} })).toMatchObject({ status: 201 });
  await world.passTo('2026-11-16', '09:00');
  return world;
}

/** The case goes from P1 to P2 on the 18th, by a switch or by the end of P1. */
async function moveOn(world: World, bySwitch: boolean): Promise<void> {
  if (bySwitch) {
    const body = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' };
    const path = { switchId: (await world.call('requestSwitch', officer, { body })).body.id };
    await world.call('tellProviders', officer, { path, body: {} });
    await world.call('setSwitchDate', officer, { path, body: { on: '2026-11-18' } });
  } else {
    const body = { lastDay: '2026-11-17', to: { 'A-1': 'P2' } };
    await world.call('endProvider', administrator, { path: { providerId: 'P1' }, body });
  }
  await world.passTo('2026-11-18', '10:00');
  const { items } = (await world.call('listCaseOrders', officer, { path: { caseNo: 'A-1' } })).body;
  const path = { orderId: items.find(({ providerId }: { providerId: string }) => providerId === 'P2').id };
  await world.call('confirmOrder', neighbour, { path, body: {} });
  const started = await world.call('startOrder', neighbour, { path, body: { startedOn: '2026-11-18' } });
  expect(started.status).toBe(200);
  await world.passTo('2026-11-20', '09:00');
}

const asStated: CaseInMonth = { caseNo: 'A-1', services, from: '2026-09-07', to: null };

/** The rows that October's facts come to by themselves. */
async function rightRows(known: readonly KnownFact[]) {
  const files = sourceOf(october);
  const after = { cases: [{ ...asStated, known }], files };
  const answer = await adjustMonth({ cases: [asStated], files }, after, terms('2026-10', 'private'));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.rows.map(({ was, now, because }) => [was, now, because.join(' ')]);
}
async function proposedRows(world: World) {
  const { proposed } = (await world.call('listAdjustments', officer, { path: ofP1 })).body;
  // What was told and comes to no minutes is to be said of, and is no row.
  return proposed.flatMap(({ was, now, because }: { was: number; now: number; because: string[] }) =>
    was === now ? [] : [[was, now, because.join(' ')]],
  );
}

/** What each of the two is paid of November, which nobody has stated: as it is asked, and as it should be. */
async function ofNovember(world: World, known: readonly KnownFact[]) {
  const month = '2026-11';
  const both = [
    { who: manager, kind: 'private', of: { from: '2026-09-07', to: '2026-11-17' }, visits: half(1, 17) },
    { who: neighbourManager, kind: 'municipal', of: { from: '2026-11-18', to: null }, visits: half(18, 20) },
  ] as const;
  return Promise.all(
    both.map(async ({ who, kind, of, visits }) => {
      const files = aReport({ 'A-1': visits }, { month, providerId: terms(month, kind).provider.id });
      const { body } = await world.call('checkMonth', who, { path: { month }, body: files });
      const is = body.cases.find(({ caseNo }: { caseNo: string }) => caseNo === 'A-1');
      const cases = [{ caseNo: 'A-1', services, ...of, known }];
      const right = await judgedCases({ cases, files: sourceOf(files) }, terms(month, kind));
      const one = right.ok ? right.value.get('A-1') : undefined;
      return [`${kind} ${is?.granted} ${is?.charged}`, `${kind} ${one?.granted} ${one?.charged}`];
    }),
  );
}

describe('what is told after a case has moved on', () => {
  it.each(Array.from({ length: lives }, (_, n) => n + 1))(
    'in life %i comes to what the facts come to, whatever was told, undone and put right before it',
    async (seed) => {
      const chance = new Seeded(seed);
      const world = await aStated();
      const told = new Told(chance, world);
      const did: string[] = [];
      const moves = chance.whole(0, 2);
      for (let n = 0; n < acts; n++) {
        if (n === moves && !told.known().some(({ kind }) => kind === 'DEATH')) await moveOn(world, chance.percent(50));
        did.push(await told.one());
        expect([did, await proposedRows(world)]).toEqual([did, await rightRows(told.known())]);
      }
      const hasMoved = (await told.orders()).some(({ providerId }) => providerId === 'P2');
      if (!hasMoved) return;
      await world.passTo('2026-12-01', '09:00');
      for (const [is, right] of await ofNovember(world, told.known())) expect([did, is]).toEqual([did, right]);
    },
  );
});
