import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { monthDates } from '../../functions/months/opening/month-dates.ts';
import type { EntryKey } from '../../functions/registry.ts';
import { readMunicipalityFile } from '../../functions/settings/reading-in/municipality-file.ts';
import { standingClock } from '../../infra/local/clock.ts';
import { type LoadedWay, loadWays } from '../../infra/local/load-ways.ts';
import { localMachine, type Machine } from '../../infra/local/machine.ts';
import { type Actor, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { endMonth } from '../../infra/local/scripted-month/month-end.ts';
import { castOf, readIn } from '../../infra/local/scripted-month/set-up.ts';
import { firstDay, instantAt, lastDay, startOfDay } from '../../shared/domain/local-time.ts';
import { packInForce } from '../../shared/packs/packs.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { type Meter, newMeter, watch } from './metered.ts';

const month = '2026-10';
const ways: readonly LoadedWay[] = await loadWays();

async function onAMachine<T>(start: string, work: (machine: Machine, meter: Meter) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'units-'));
  let made = 0;
  const machine = await localMachine({
    folder,
    clock: standingClock(start),
    newId: (prefix) => `${prefix}-${(++made).toString(36)}-0123456789abcdef`,
    portalUrl: 'https://utfort.exempel.example',
    filesUrl: () => '',
    log: {
      error(message, { entry, failure }) {
        throw new Error(`${message}: ${entry}`, { cause: failure });
      },
    },
    keepsTable: false,
    ways,
  });
  const meter = newMeter();
  watch(machine.deps, meter);
  try {
    return await work(machine, meter);
  } finally {
    machine.close();
    rmSync(folder, { recursive: true });
  }
}

/** What was used since the last time that somebody looked. */
function sinceLast(meter: Meter) {
  let last = { ...meter };
  return () => {
    const used = {
      items: meter.items - last.items,
      write: meter.writeUnits - last.writeUnits + meter.indexUnits - last.indexUnits,
      index: meter.indexUnits - last.indexUnits,
      read: meter.readUnits - last.readUnits,
      objects: meter.objects - last.objects,
    };
    last = { ...meter };
    return used;
  };
}

const figures = (used: { write: number; index: number; read: number; items: number }) =>
  `${String(used.items).padStart(6)} ${String(used.write).padStart(6)} ${String(used.index).padStart(9)} ${used.read.toFixed(1).padStart(7)}`;

const people = (providers: number, officers: number) => ({
  municipality: 'Provstad',
  month,
  rates: [{ validFrom: '2026-01-01', orePerHour: 38_750 }],
  providers: Array.from({ length: providers }, (_, index) => ({
    ...{ id: `P${index + 1}`, number: index + 1, name: `Utförare ${index + 1} AB`, kind: 'private' },
    email: `bestallning@utforare${index + 1}.example`,
  })),
  officers: Array.from({ length: officers }, (_, index) => ({
    ...{ id: `O${index + 1}`, name: `Handläggare ${index + 1}`, email: `o${index + 1}@kommun.example` },
  })),
  people: [
    { id: 'H1', role: 'head', email: 'h1@kommun.example' },
    { id: 'A1', role: 'administrator', email: 'a1@kommun.example' },
    ...Array.from({ length: providers }, (_, index) => ({
      id: `M${index + 1}`,
      role: 'provider-manager',
      providerId: `P${index + 1}`,
    })),
  ],
  cases: [] as object[],
});

function readWhole(json: object) {
  const read = readMunicipalityFile(json);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}

/** The bell for every letter that waits, and then what the mail service tells of it: as in the cloud. */
async function sendAll(machine: Machine, letters: readonly string[]): Promise<void> {
  const run = async (key: string, news: object) => {
    const way = ways.find((one) => one.key === key);
    if (way?.entry.kind !== 'job') throw new Error(`no job ${key}`);
    await way.entry.run(machine.clock.now(), machine.deps, news);
  };
  for (const letterId of letters) {
    await run('sendLetter', { letterId });
    await run('takeDeliveryEvent', { letterId, fate: 'delivered' });
  }
}

type Promised = { readonly name: string; readonly budget: number; readonly upTo?: number; readonly because?: string };

/** `because` is why a figure stands above its budget all the same, and `upTo` how far. */
const promised = {
  orderWrites: {
    name: 'write units',
    budget: 100,
    upTo: 165,
    because:
      'a transaction costs two units an item: a sealed customer who can be found is five items, five limits that are asked after by owner, by day and by what comes next are seven units of index each, and three letters are twelve each',
  },
  orderReads: {
    name: 'read units',
    budget: 25,
    upTo: 56,
    because:
      'each of five requests asks who is calling, for its kept answer, the routine, the provider and its ceiling (5), and a letter is read again under its lease and when news of it comes, with what its municipality lets mail say (A46; 5 each)',
  },
  monthWrites: {
    name: 'writes',
    budget: 3200,
    upTo: 3600,
    because:
      'a tick-off leaves a journal row in its case, 3,000 of them, which leaves 200 for the rest: ten officers with their parts, chunks, intents, records, deadlines and reminders are some 400',
  },
  monthWritesOfMany: {
    name: 'writes',
    budget: 3200,
    upTo: 5600,
    because:
      'the rest grows with officers times providers, a hundred reports here, each with an intent, a record and its chain, the record once more while it waits to be laid, a part, a deadline, and its letters',
  },
  monthReads: { name: 'read units', budget: 15_000 },
  monthReadsOfMany: {
    name: 'read units',
    budget: 15_000,
    upTo: 18_500,
    because: 'a hundred reports are shown and signed, each with its month, its dates and whom to tell',
  },
  monthObjects: { name: 'object requests', budget: 28 },
  monthObjectsOfMany: {
    name: 'object requests',
    budget: 28,
    upTo: 262,
    because: 'ten providers hand in ten times the files, and a hundred reports are a hundred sealed records',
  },
  statements: { name: 'letters with a statement', budget: 1 },
} as const satisfies Record<string, Promised>;

/** The morning's letter costs by the person and the day, whatever the month holds; it is no part of these figures. */
const withoutDigest = ['digest.enabled=false'];

let broken = 0;

function hold(of: keyof typeof promised, value: number, times = 1): void {
  const { name, budget, upTo, because }: Promised = promised[of];
  const most = budget * times;
  const told = `  ${value} ${name} of at most ${most}`;
  const excused = because !== undefined && value <= (upTo ?? most);
  if (value <= most) console.log(`${told}: held`);
  else if (excused) console.log(`${told}: above, since ${because}`);
  else {
    broken += 1;
    console.log(`${told}: BROKEN, with no reason for so much`);
  }
}

async function anOrdersLife(): Promise<void> {
  await onAMachine(startOfDay(firstDay(month)), async (machine, meter) => {
    const file = readWhole(people(1, 1));
    const walk = actorsOf(machine);
    await readIn(machine, walk, file, withoutDigest, 'leksand');
    await machine.moveTo(instantAt('2026-10-05', '08:00'));
    const used = sinceLast(meter);
    const total = newMeter();
    const rows: string[] = [];
    const step = (name: string) => {
      const one = used();
      total.items += one.items;
      total.writeUnits += one.write;
      total.indexUnits += one.index;
      total.readUnits += one.read;
      rows.push(`  ${name.padEnd(34)}${figures(one)}`);
    };
    let waiting: string[] = [];
    const { commit } = machine.deps.table;
    Object.assign(machine.deps.table, {
      commit(changes: Parameters<typeof commit>[0], token?: string) {
        for (const change of changes)
          if (change.kind === 'put' && change.item.pk.startsWith('LETTER#') && change.over === 0)
            waiting.push(change.item.pk.slice('LETTER#'.length));
        return commit(changes, token);
      },
    });
    const post = async (name: string) => {
      const [...some] = waiting;
      waiting = [];
      if (some.length === 0) return;
      await sendAll(machine, some);
      step(`${some.length} letter: ${name}`);
    };
    const ask = async (person: Actor, key: EntryKey, path: Record<string, string>, body: object) => {
      const answer = await machine.call(key, {
        headers: { 'content-type': 'application/json', 'x-role': person.role, 'idempotency-key': `once-${key}` },
        pathParameters: path,
        body: JSON.stringify(body),
        requestContext: { authorizer: { jwt: { claims: { sub: person.userId, auth_time: 0, acr: 'walk' } } } },
      });
      if (answer.statusCode >= 400) throw new Error(answer.body);
      return z.looseObject({ id: z.string() }).parse(JSON.parse(answer.body));
    };

    used();
    const customer = {
      ...{ name: 'Elsa Provare', personnummer: '191212121212', address: 'Provgatan 1, 793 30 Provstad' },
      ...{ phone: '070-174 06 00', relativePhone: '070-174 06 01' },
    };
    const services = [
      { code: 'OMV', minutesPerMonth: 1200 },
      { code: 'SRV', minutesPerMonth: 240 },
    ];
    const officer: Actor = { userId: 'O1', role: 'officer' };
    const manager: Actor = { userId: 'M1', role: 'provider-manager' };
    const { id: orderId } = await ask(
      officer,
      'placeOrder',
      {},
      { caseNo: 'A-1001', providerId: 'P1', services, customer },
    );
    step('placed, with the identity sealed');
    await post('sent, delivered');
    machine.clock.set(instantAt('2026-10-05', '10:00'));
    await ask(manager, 'confirmOrder', { orderId }, {});
    step('confirmed');
    await post('sent, delivered');
    machine.clock.set(instantAt('2026-10-06', '07:30'));
    await ask(manager, 'startOrder', { orderId }, {});
    step('started');
    await post('sent, delivered');
    machine.clock.set(instantAt('2026-10-20', '09:00'));
    await ask(officer, 'endOrder', { orderId }, { lastDay: '2026-10-30' });
    step('ended from a day');
    await post('sent, delivered');
    machine.clock.set(instantAt('2026-10-31', '09:00'));
    await ask(manager, 'closeOrder', { orderId }, {});
    step('closed');
    await post('sent, delivered');

    console.log('An order, from placed to closed\n');
    console.log(`  ${''.padEnd(34)} items  write (index)    read`);
    for (const row of rows) console.log(row);
    const all = { items: total.items, write: total.writeUnits, index: total.indexUnits, read: total.readUnits };
    console.log(`  ${'in all'.padEnd(34)}${figures(all)}`);
    hold('orderWrites', all.write);
    hold('orderReads', all.read);
    console.log('');
  });
}

const two = (value: number) => String(value).padStart(2, '0');

/** A provider's month as granted: four visits a case, every one performed. */
function filesOf(providerId: string, caseNos: readonly string[]) {
  const rows = ['Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status'];
  for (const caseNo of caseNos) {
    for (let visit = 0; visit < 4; visit++)
      rows.push(`${month};${providerId};${caseNo};OMV;${month}-${two(3 + visit * 7)};08:00;08:30;30;30;UTFÖRD`);
    rows.push(`${month};${providerId};${caseNo};SUMMA;;;;120;120;`);
  }
  rows.push(`${month};${providerId};TOTALT;SUMMA;;;;${120 * caseNos.length};${120 * caseNos.length};`, '');
  const form = 'Månad;Utförare;Ärendenummer;Datum;Till;Start;Typ;Minuter;Avisering;Kommentar\n';
  return { report: Buffer.from(rows.join('\n')), deviations: Buffer.from(form) };
}

async function closingAMonth({
  cases,
  providers,
  officers,
}: {
  cases: number;
  providers: number;
  officers: number;
}): Promise<void> {
  await onAMachine(startOfDay(firstDay(month)), async (machine, meter) => {
    const file = readWhole(people(providers, officers));
    const walk = actorsOf(machine);
    await readIn(machine, walk, file, withoutDigest, 'leksand');
    const { table } = machine.deps;
    const byProvider = new Map<string, string[]>();
    for (let index = 0; index < cases; index++) {
      const caseNo = `A-${10_000 + index}`;
      const [providerId, officerId] = [
        `P${(index % providers) + 1}`,
        `O${(Math.floor(index / providers) % officers) + 1}`,
      ];
      byProvider.set(providerId, [...(byProvider.get(providerId) ?? []), caseNo]);
      const services = [{ code: 'OMV', minutesPerMonth: 120 }];
      await table.commit([
        caseStore(table).save({ caseNo, officerId }, undefined),
        assignmentStore(table).add({ caseNo, providerId, officerId, services, from: '2025-03-01', to: null }),
      ]);
    }
    const pack = packInForce('leksand', lastDay(month));
    const dates = pack && monthDates(month, pack);
    const cast = castOf(file, new Set(byProvider.keys()));
    if (!pack || !dates?.ok || !('head' in cast)) throw new Error('the month has no dates');
    await machine.moveTo(instantAt('2026-11-01', '12:00'));

    const used = sinceLast(meter);
    for (const counts of [meter.of, meter.files, meter.letters]) counts.clear();
    const files = new Map([...byProvider].map(([id, caseNos]) => [id, filesOf(id, caseNos)]));
    await endMonth(machine, walk, cast, {
      month,
      dates: dates.value,
      pack,
      officers: file.officers.map(({ id }) => id),
      files,
      silent: [],
    });
    const all = used();
    const words = (of: ReadonlyMap<string, number>) =>
      [...of]
        .sort(([, one], [, other]) => other - one)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ');
    console.log(`Closing a month: ${cases} cases, ${providers} providers, ${officers} officers\n`);
    console.log(`  items written: ${words(meter.of)}`);
    console.log(`  ${all.write} write units (${all.index} of them in indexes), ${Math.round(all.read)} read units`);
    console.log(`  files: ${words(meter.files)}`);
    console.log(`  letters: ${words(meter.letters)}`);
    hold(providers === 1 ? 'monthWrites' : 'monthWritesOfMany', all.items);
    hold(providers === 1 ? 'monthReads' : 'monthReadsOfMany', Math.round(all.read));
    hold(providers === 1 ? 'monthObjects' : 'monthObjectsOfMany', all.objects);
    hold('statements', meter.letters.get('N21') ?? 0, providers);
    console.log('');
  });
}

/** What the clock's own work costs when there is nothing to do. */
async function anIdleDay(): Promise<void> {
  await onAMachine(startOfDay(firstDay(month)), async (machine, meter) => {
    const used = sinceLast(meter);
    console.log('A day on which nothing happens\n');
    for (const { key, wayIn, entry } of ways) {
      if (entry.kind !== 'job' || !('schedule' in wayIn.on)) continue;
      const minutes = Number(/^rate\((\d+) minutes?\)$/.exec(wayIn.on.schedule)?.[1] ?? 1440);
      await entry.run(machine.clock.now(), machine.deps);
      used();
      await entry.run(machine.clock.now(), machine.deps);
      const { read } = used();
      const times = 1440 / minutes;
      console.log(
        `  ${key.padEnd(16)} ${String(times).padStart(5)} times, ${read} read units each: ${read * times} a day`,
      );
    }
    console.log('');
  });
}

await anOrdersLife();
await closingAMonth({ cases: 3000, providers: 1, officers: 10 });
await closingAMonth({ cases: 3000, providers: 10, officers: 10 });
await anIdleDay();
if (broken > 0) throw new Error(`${broken} promises are broken without a reason`);
