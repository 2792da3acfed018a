import { describe, expect, it } from 'vitest';
import { monthChanges } from '../../functions/orders/steps/month-change.ts';
import type { EntryKey } from '../../functions/registry.ts';
import { type Assignment, sharedServices } from '../../shared/domain/assignment.ts';
import { type LocalDate, plusDays } from '../../shared/domain/local-time.ts';
import type { Change } from '../../shared/ports/table.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { aWorld, coordinator, manager, neighbour, type Person, providers } from '../support/a-world.ts';
import { Seeded } from '../support/random-month.ts';

/** How many lives are lived: a few among every test, and two hundred by `npm run days`. */
const lives = Number(process.env.LIVES ?? 6);
const acts = 60;
/** The month whose statement has been sent: some of what is tried is dated back into it. */
const stated = '2026-10';
const files = { pdfId: 'P', basisId: 'U', minutes: 0, amountOre: 0 };

const officer: Person = { userId: 'O1', role: 'officer' };
const third: Person = { userId: 'K3', role: 'provider' };
const theirs = { P1: coordinator, P2: neighbour, P3: third } as const;
type ProviderId = keyof typeof theirs;
const ids = ['P1', 'P2', 'P3'] as const;

type Known = {
  readonly orders: { orderId: string; providerId: ProviderId; caseNo: string }[];
  readonly switches: string[];
};

/** One life of two cases of one person: what people do by chance, day after day, most of it allowed and some of it not. */
class Life {
  readonly #chance: Seeded;
  readonly #did: Map<string, number>;
  readonly #known: Known = { orders: [], switches: [] };
  #today: LocalDate = '2026-11-02';
  #world!: Awaited<ReturnType<typeof aWorld>>;

  constructor(seed: number, did: Map<string, number>) {
    this.#chance = new Seeded(seed);
    this.#did = did;
  }

  async begin(): Promise<void> {
    this.#world = await aWorld();
    const { table } = this.#world;
    const p3 = { ...providers.P1, id: 'P3', number: 3, name: 'Omsorg Tre AB', email: 'p3@utforare.example' };
    await this.#world.put(
      providerStore(table).save(p3, undefined),
      membershipStore(table).save({ ...third, providerId: 'P3', email: 'k3@utforare.example' }, undefined),
      ...ids.map((id) => this.#statementOf(id)),
    );
  }

  /** October's statement has been sent to everyone. */
  #statementOf(providerId: string): Change {
    const item = {
      pk: `MONTH#${stated}#${providerId}`,
      sk: 'HEAD',
      data: {
        ...{ month: stated, providerId, state: 'stated', officers: [], chunks: [] },
        statement: { recordId: 'R', sha256: '', at: '2026-11-01T12:00:00.000Z', by: 'H1', ...files },
      },
    };
    return { kind: 'put', over: 0, item };
  }

  async #ask(key: EntryKey, person: Person, path: Record<string, string>, body: object) {
    const { status, body: answer } = await this.#world.call(key, person, { path, body });
    if (status < 300) this.#did.set(key, (this.#did.get(key) ?? 0) + 1);
    return status < 300 ? answer : undefined;
  }

  #day = (from: number, to: number): LocalDate => plusDays(this.#today, this.#chance.whole(from, to));

  #services() {
    const codes = (['OMV', 'SRV', 'NATT'] as const).filter(() => this.#chance.percent(55));
    return (codes.length > 0 ? codes : (['OMV'] as const)).map((code) => ({
      code,
      minutesPerMonth: this.#chance.whole(1, 20) * 60,
      ...(this.#chance.percent(20) ? { from: this.#day(-2, 6) } : {}),
      ...(this.#chance.percent(20) ? { to: this.#day(7, 30) } : {}),
    }));
  }

  async #place(): Promise<void> {
    const caseNo = this.#chance.pick(['A-1', 'A-2']);
    const providerId = this.#chance.pick(ids);
    const body = {
      ...{ caseNo, providerId, services: this.#services(), from: this.#day(-3, 8), urgent: this.#chance.percent(15) },
      customer: { name: 'Elsa Prov', personnummer: '191212121212' },
      ...(this.#chance.percent(25) ? { to: this.#day(9, 40) } : {}),
    };
    const order = await this.#ask('placeOrder', officer, {}, body);
    if (order) this.#known.orders.push({ orderId: order.id, providerId, caseNo });
  }

  async #ofOrder(): Promise<void> {
    const { orders } = this.#known;
    const one = orders[this.#chance.whole(0, orders.length - 1)];
    if (!one) return;
    const { orderId, caseNo } = one;
    const path = { orderId };
    const provider = theirs[one.providerId];
    const reason = 'Det blev fel.';
    const act = this.#chance.pick([
      'confirm',
      'start',
      'start',
      'end',
      'end',
      'withdrawEnd',
      'withdraw',
      'change',
      'switch',
      'death',
      'alive',
      'close',
    ]);
    if (act === 'confirm') await this.#ask('confirmOrder', provider, path, {});
    if (act === 'start') await this.#ask('startOrder', provider, path, { startedOn: this.#day(-3, 0) });
    if (act === 'end') await this.#ask('endOrder', officer, path, { lastDay: this.#day(-4, 25), reason });
    if (act === 'withdrawEnd') await this.#ask('withdrawEnd', officer, path, { reason });
    if (act === 'withdraw') await this.#ask('withdrawOrder', officer, path, { reason });
    if (act === 'close') await this.#ask('closeOrder', provider, path, {});
    if (act === 'change') {
      const decrease = { ground: 'CUSTOMERS_WISH', decision: 'STANDING' };
      const body = { from: this.#day(-5, 10), services: this.#services() };
      // Less than before is asked its ground; more is asked none.
      await this.#ask('changeServices', officer, path, { ...body, decrease });
      await this.#ask('changeServices', officer, path, body);
    }
    if (act === 'death' && this.#chance.percent(30))
      await this.#ask('reportDeath', officer, path, { date: this.#day(-5, 0) });
    if (act === 'alive') await this.#ask('undoDeath', officer, path, { reason });
    if (act === 'switch') {
      const body = { caseNo, toProviderId: this.#chance.pick(ids), leavingProviderId: one.providerId, mode: 'ORAL' };
      const asked = await this.#ask('requestSwitch', officer, {}, body);
      if (asked) this.#known.switches.push(asked.id);
    }
  }

  async #ofSwitch(): Promise<void> {
    const switchId = this.#known.switches.at(-1);
    if (switchId === undefined) return;
    const path = { switchId };
    if (this.#chance.percent(15)) await this.#ask('callOffSwitch', officer, path, { reason: 'Kunden stannar.' });
    await this.#ask('tellProviders', officer, path, {});
    await this.#ask('setSwitchDate', this.#chance.percent(50) ? officer : manager, path, {
      on: this.#day(-3, 20),
      reason: 'Så kom de överens.',
    });
  }

  /** What somebody does, or a day that passes; what it would mean for the stated month, which nobody accepts. */
  async act(): Promise<readonly unknown[]> {
    const before = await this.#given();
    await this.#anything();
    const after = await this.#given();
    const changes = monthChanges(before, after, { today: this.#today, proRata: true });
    return changes.filter((change) => change.month === stated);
  }

  async #given(): Promise<readonly Assignment[]> {
    const assignments = assignmentStore(this.#world.table);
    return [...(await assignments.ofCase('A-1')), ...(await assignments.ofCase('A-2'))];
  }

  async #anything(): Promise<void> {
    const roll = this.#chance.whole(1, 100);
    if (roll <= 30) await this.#place();
    else if (roll <= 75) await this.#ofOrder();
    else if (roll <= 88) await this.#ofSwitch();
    else {
      this.#today = this.#day(1, 4);
      await this.#world.passTo(this.#today, '08:00');
    }
  }

  /** What two providers of a case would both give on one day: nothing ever. One may have an urgent order beside (S-18). */
  async twice(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const caseNo of ['A-1', 'A-2']) {
      const given = await assignmentStore(this.#world.table).ofCase(caseNo);
      for (const [n, one] of given.entries())
        for (const other of given.slice(n + 1))
          for (const code of one.providerId === other.providerId ? [] : sharedServices(one, other))
            found.push(`${code}: ${said(one)} and ${said(other)}`);
    }
    return found;
  }
}

const said = ({ caseNo, providerId, from, to, services }: Assignment): string =>
  `${caseNo} ${providerId} ${from}–${to} ${JSON.stringify(services)}`;

describe('a day of a service', () => {
  it(`has one provider, whatever is done: ${lives} lives of two cases (A74)`, async () => {
    const did = new Map<string, number>();
    for (let seed = 41_000; seed < 41_000 + lives; seed++) {
      const life = new Life(seed, did);
      await life.begin();
      for (let n = 0; n < acts; n++) {
        expect(await life.act(), `life ${seed}, act ${n}`).toEqual([]);
        expect(await life.twice(), `life ${seed}, act ${n}`).toEqual([]);
      }
    }
    // A life in which nothing is let through shows nothing.
    const tried: EntryKey[] = [
      'placeOrder',
      'startOrder',
      'endOrder',
      'changeServices',
      'requestSwitch',
      'setSwitchDate',
    ];
    for (const key of tried) expect(did.get(key) ?? 0, key).toBeGreaterThan(0);
    expect([...did.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(lives * 10);
  }, 3_600_000);
});
