import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, expect } from 'vitest';
import type { EntryKey } from '../../functions/registry.ts';
import { standingClock } from '../../infra/local/clock.ts';
import { loadWays } from '../../infra/local/load-ways.ts';
import { localMachine } from '../../infra/local/machine.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import type { OwnUnit } from '../../shared/domain/own-unit.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { localDns } from '../../shared/embedded/local-dns.ts';
import type { Change } from '../../shared/ports/table.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { type Provider, providerStore } from '../../shared/stores/provider-store.ts';
import { type Settings, settingsStore } from '../../shared/stores/settings-store.ts';
import { unitStore } from '../../shared/stores/unit-store.ts';
import { uploadStore } from '../../shared/stores/upload-store.ts';
import { canariesIn, personalFields } from './canaries.ts';

export type Person = { readonly userId: string; readonly role: Role };

/** P1 is a private provider, P2 the municipality's own. */
export const providers = {
  P1: { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' },
  P2: { id: 'P2', number: 2, name: 'Kommunens hemtjänst', kind: 'municipal', email: 'p2@utforare.example' },
} as const satisfies Record<string, Provider>;

/** Two of the municipality's own units, in a world that is asked for them: the first buys hours of the second, each by its own routine. */
export const units = {
  E1: {
    ...{ id: 'E1', name: 'Personlig assistans Norr', board: 'Omsorgsnämnden', area: 'Norr', costCentre: '4110' },
    pack: 'helsingborg',
  },
  E2: {
    ...{ id: 'E2', name: 'Hemtjänst Söder', board: 'Äldrenämnden', area: 'Söder', costCentre: '5220' },
    pack: 'halmstad',
  },
} as const satisfies Record<string, OwnUnit>;

/** Everyone in the small municipality. The manager and the coordinator are P1's, the neighbours P2's. */
export const officer: Person = { userId: 'O1', role: 'officer' };
export const colleague: Person = { userId: 'O2', role: 'officer' };
export const head: Person = { userId: 'H1', role: 'head' };
export const feeOfficer: Person = { userId: 'F1', role: 'fee-officer' };
export const administrator: Person = { userId: 'D1', role: 'administrator' };
export const coordinator: Person = { userId: 'K1', role: 'provider' };
export const manager: Person = { userId: 'M1', role: 'provider-manager' };
export const neighbour: Person = { userId: 'K2', role: 'provider' };
export const neighbourManager: Person = { userId: 'M2', role: 'provider-manager' };

const worksFor = new Map<Person, keyof typeof providers>([
  [coordinator, 'P1'],
  [manager, 'P1'],
  [neighbour, 'P2'],
  [neighbourManager, 'P2'],
]);

export const nightPatrol: Person = { userId: 'T1', role: 'night-patrol' };
export const nurse: Person = { userId: 'N1', role: 'nurse' };

/** Who buys hours for the first unit, and who performs them at the second; the rest stand above both. */
const orderingManager: Person = { userId: 'EB1', role: 'ordering-manager' };
const buyers: readonly Person[] = [
  orderingManager,
  { userId: 'EB2', role: 'ordering-administrator' },
  { userId: 'EB3', role: 'ordering-officer' },
];
export const receivingManager: Person = { userId: 'EM1', role: 'receiving-manager' };
const performers: readonly Person[] = [
  receivingManager,
  { userId: 'EM2', role: 'receiving-coordinator' },
  { userId: 'EM3', role: 'contact-person' },
  { userId: 'EM4', role: 'employee' },
];
const aboveUnits: readonly Person[] = (
  ['economist', 'finance', 'development-leader', 'registrar-own', 'registrar-lov', 'area-head'] as const
).map((role, index) => ({ userId: `EO${index + 1}`, role }));

const unitOf = (person: Person): string | undefined =>
  buyers.includes(person) ? 'E1' : performers.includes(person) ? 'E2' : undefined;

/** Every person by role, so that what a role may do can be tried by each. */
export const everyone: readonly Person[] = [
  ...[officer, colleague, head, feeOfficer, administrator, nightPatrol, nurse],
  ...worksFor.keys(),
];
/** Those of the units, in a world that is asked for them. */
export const unitPeople: readonly Person[] = [...buyers, ...performers, ...aboveUnits];

/** The first officer's customers, for whom nothing is ordered yet; every other case number is one that nobody knows. */
const customers = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'];

const settings: Settings = {
  municipality: 'Exempelkommun',
  pack: 'leksand',
  overrides: [],
  rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
  invoiceAddress: 'Fakturaenheten',
};

export type Asked = {
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** What the token says beside who it is; a sign-in is made at the time it is unless said otherwise. */
  readonly claims?: Record<string, unknown>;
};

/** A case that stands in the register, with what is granted at one provider. */
export type RegisteredCase = {
  readonly caseNo: string;
  readonly providerId?: string;
  readonly officerId?: string;
  readonly minutes?: number;
  readonly from?: string;
  readonly to?: string | null;
};

const worlds: { end(): void; searched(): Promise<readonly string[]> }[] = [];
/** No letter of any test has said what only somebody's own fields held (S-24). */
afterAll(async () => {
  const found: string[] = [];
  for (const world of worlds.splice(0)) {
    found.push(...(await world.searched()));
    world.end();
  }
  expect(found, 'letters that say what is personal').toEqual([]);
});

const counter = () => {
  const last = new Map<string, number>();
  return (prefix: string) => {
    const next = (last.get(prefix) ?? 0) + 1;
    last.set(prefix, next);
    return `${prefix}-${next}`;
  };
};

/** Loaded once a file, and only when a world is made in it. */
let loaded: ReturnType<typeof loadWays> | undefined;
const ways = () => {
  loaded ??= loadWays();
  return loaded;
};

/**
 * Where the tests are told of an emulator of AWS, the worlds stand on its adapters: the stories are then the same
 * stories in the cloud. Each world has a table and buckets of its own.
 */
async function otherAdapters() {
  if (process.env.AWS_ENDPOINT_URL === undefined) return {};
  const { cloudAdapters } = await import('../aws/support/cloud-adapters.ts');
  return cloudAdapters();
}

/**
 * A small municipality on a machine of its own: every line of the registry through the real chain, on the embedded
 * adapters, at the time that the test says. It is gone when the file's tests are done.
 */
export async function aWorld(
  given: {
    date?: string;
    clock?: string;
    settings?: Partial<Settings>;
    keepsTable?: boolean;
    hasUnits?: boolean;
    /** Other ways in than the registry's own: the same, watched. */
    ways?: Awaited<ReturnType<typeof loadWays>>;
    /** What chance gives, when the test says it. */
    randomBytes?: (count: number) => Uint8Array;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'utfort-world-'));
  const clock = standingClock(instantAt(given.date ?? '2026-11-02', given.clock ?? '08:00'));
  const failures: unknown[] = [];
  const records: { name: string; type: string; values: string[] }[] = [];
  const adapters = await otherAdapters();
  const machine = await localMachine({
    adapters,
    folder,
    clock,
    keepsTable: given.keepsTable ?? false,
    newId: counter(),
    randomBytes: given.randomBytes,
    dns: localDns(() => records),
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
    ways: given.ways ?? (await ways()),
  });
  const { deps } = machine;
  const { table } = deps;
  const canaries = new Set<string>();
  worlds.push({
    searched: async () => (canaries.size === 0 ? [] : (await canariesIn(join(folder, 'mail'), canaries)).found),
    end() {
      machine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });

  const put = async (...changes: readonly Change[]) => {
    if ((await table.commit(changes)) === 'stale') throw new Error('the world has it already');
  };
  // The morning's letter is off unless a test is about it: the others tell of what they are about.
  const overrides = ['digest.enabled=false', ...(given.settings?.overrides ?? [])];
  await put(
    settingsStore(table).save({ ...settings, ...given.settings, overrides }, undefined),
    ...Object.values(providers).map((provider) => providerStore(table).save(provider, undefined)),
    ...(given.hasUnits ? Object.values(units) : []).map((unit) => unitStore(table).save(unit, undefined)),
    ...customers.map((caseNo) => caseStore(table).save({ caseNo, officerId: officer.userId }, undefined)),
    ...[...everyone, ...(given.hasUnits ? unitPeople : [])].map((person) => {
      const providerId = worksFor.get(person);
      const email = `${person.userId.toLowerCase()}@${providerId ? 'utforare' : 'kommun'}.example`;
      const unitId = unitOf(person);
      const place = { ...(providerId ? { providerId } : {}), ...(unitId ? { unitId } : {}) };
      const next = { ...person, name: `Person ${person.userId}`, email, ...place };
      return membershipStore(table).save(next, undefined);
    }),
  );

  async function call(key: EntryKey, person: Person | undefined, asked: Asked = {}) {
    const signedIn = Math.floor(Date.parse(clock.now()) / 1000);
    const claims = person && { sub: person.userId, auth_time: signedIn, acr: 'substantial', ...asked.claims };
    const answer = await machine.call(key, {
      headers: { ...(person ? { 'x-role': person.role } : {}), ...asked.headers },
      pathParameters: asked.path,
      queryStringParameters: asked.query,
      ...(asked.body === undefined
        ? {}
        : { body: typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body) }),
      requestContext: claims ? { authorizer: { jwt: { claims } } } : {},
    });
    // What was taken; what was refused is nowhere.
    if (answer.statusCode < 400) for (const { value } of personalFields(asked.body)) canaries.add(value);
    // A bug or a broken machine is never what a test expects; it is told as itself.
    if (answer.statusCode === 500) throw failures.pop() ?? new Error('machine-failed');
    const body = answer.headers['content-type']?.includes('json') ? JSON.parse(answer.body) : answer.body;
    return { status: answer.statusCode, headers: answer.headers, body, text: answer.body };
  }

  return {
    deps,
    table,
    clock,
    machine,
    folder,
    put,
    call,

    /** A file of an officer's has come in, under an id that the test gives it. */
    async hasCome(documentId: string) {
      await put(uploadStore(table).open({ documentId, userId: officer.userId, providerId: undefined }, clock.now()));
      await deps.documents.put('incoming', documentId, Buffer.from('%PDF-1.7'), 'application/pdf');
    },

    /** The two steps of a signing: sees what will be signed, signs in for it, signs. A refused first step is the answer. */
    async sign(person: Person, [intend, seal]: readonly [EntryKey, EntryKey], asked: Asked) {
      const intent = await call(intend, person, asked);
      if (intent.status >= 400) return intent;
      const { intentId } = intent.body;
      const { path, headers } = asked;
      return call(seal, person, { path, headers, body: { intentId }, ...signInFor(intentId) });
    },

    /** Takes a customer in, as an officer does before anything is ordered; over the officer that the case may have. */
    async takeIn(caseNo: string, { userId: officerId }: Person = officer) {
      await put(caseStore(table).save({ caseNo, officerId }, await caseStore(table).find(caseNo)));
    },

    /** Puts cases in the register, as they stood before the system: P1's, of the first officer, from last year on. */
    async register(...cases: readonly RegisteredCase[]) {
      for (const {
        caseNo,
        providerId = 'P1',
        officerId = 'O1',
        minutes = 600,
        from = '2025-03-01',
        to = null,
      } of cases) {
        const known = await caseStore(table).find(caseNo);
        const services = [{ code: 'OMV', minutesPerMonth: minutes }];
        await put(
          caseStore(table).save({ caseNo, officerId }, known),
          assignmentStore(table).add({ caseNo, providerId, officerId, services, from, to }),
        );
      }
    },

    /** Moves the clock, running every job that falls due on the way; a job that fails fails the test. */
    async passTo(date: string, time: string) {
      const did = await machine.moveTo(instantAt(date, time));
      if (failures.length > 0) throw failures[0];
      return did;
    },
    /** Moves the clock alone: an outage, during which no job is run. */
    sleepTo: (date: string, time: string) => clock.set(instantAt(date, time)),
    /** Runs the jobs that run all the time, now. */
    async tick() {
      const did = await machine.tick();
      if (failures.length > 0) throw failures[0];
      return did;
    },
    failures,
    /** What senders' domains say of themselves; a name that is not here is not known. */
    records,

    /** Every letter that has left, in the order that they were written. */
    async letters() {
      const names = readdirSync(join(folder, 'mail')).filter((name) => name.endsWith('.eml'));
      const number = (name: string) => Number(/-(\d+)\./.exec(name)?.[1]);
      const sorted = names.sort((a, b) => number(a) - number(b));
      return Promise.all(
        sorted.map(async (name) => {
          const {
            to,
            subject = '',
            text = '',
            date = '',
          } = await PostalMime.parse(readFileSync(join(folder, 'mail', name)));
          return { id: name.replace('.eml', ''), to: to?.[0]?.address ?? '', subject, text, at: date };
        }),
      );
    },

    /** The journal of a case as its words: `order-placed L-10`. */
    async journal(caseNo: string): Promise<readonly string[]> {
      const { items } = await table.query({ pk: `JOURNAL#CASE#${caseNo}`, from: 'AT#', to: 'AT#~' });
      return items.map(({ data }) => wordsOfRow(data));
    },
    async monthJournal(month: string, providerId: string): Promise<readonly string[]> {
      const { items } = await table.query({ pk: `JOURNAL#MONTH#${month}#${providerId}`, from: 'AT#', to: 'AT#~' });
      return items.map(({ data }) => wordsOfRow(data));
    },
  };
}

/** The claims of the sign-in that is made for an intent, as the bearer of its second step shows them. */
export const signInFor = (intentId: string) => ({ claims: { token_use: 'id', nonce: intentId } });

export type World = Awaited<ReturnType<typeof aWorld>>;

const wordsOfRow = (data: unknown): string => {
  const { event, rule, by } = data as { event: string; rule?: string; by: { userId: string } };
  return [event, rule ?? '-', by.userId].join(' ');
};
