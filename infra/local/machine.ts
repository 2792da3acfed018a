import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryKey } from '../../functions/registry.ts';
import type { EventName } from '../../functions/way-in.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import { sweepHalfWritten } from '../../shared/embedded/durable-file.ts';
import { fileDocuments } from '../../shared/embedded/file-documents.ts';
import { noDns } from '../../shared/embedded/local-dns.ts';
import { noIdTokens } from '../../shared/embedded/local-id-tokens.ts';
import { localIdentityKeys } from '../../shared/embedded/local-identity-keys.ts';
import { localMailer, localSender } from '../../shared/embedded/local-mailer.ts';
import { localSigner } from '../../shared/embedded/local-signer.ts';
import { sqliteTable } from '../../shared/embedded/sqlite-table.ts';
import { type Bound, bind, type HttpEvent } from '../../shared/http/bind.ts';
import type { Answer } from '../../shared/http/problem.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Dns } from '../../shared/ports/dns.ts';
import type { LocalClock } from './clock.ts';
import { runUntil } from './jobs.ts';
import { type LoadedWay, loadWays } from './load-ways.ts';

export type Machine = {
  readonly deps: Deps;
  readonly clock: LocalClock;
  readonly documents: ReturnType<typeof fileDocuments>;
  readonly ways: readonly LoadedWay[];
  /** One request through the same chain as in the cloud; the token has been checked by whoever calls. */
  call(key: EntryKey, event: HttpEvent): Promise<Answer>;
  /** Something that another service reports, to every job that waits for it. */
  tell(event: EventName, news: unknown): Promise<void>;
  /** Moves the clock and runs every job that falls due on the way, in order; how many things they did. */
  moveTo(at: Instant): Promise<number>;
  /** Runs what has fallen due since the last time, at the time it is now. */
  tick(): Promise<number>;
  /** For filling a machine for the first time: what is cut off there is made anew. */
  fill(work: () => Promise<void>): Promise<void>;
  close(): void;
};

export type MachineSettings = {
  readonly folder: string;
  readonly clock: LocalClock;
  readonly newId: Deps['newId'];
  /** Those of the machine it runs on, when left out. */
  readonly randomBytes?: Deps['randomBytes'];
  readonly portalUrl: string;
  readonly filesUrl: () => string;
  readonly log: Deps['log'];
  /** False for a machine that is thrown away when its work is done: its table is in memory. */
  readonly keepsTable?: boolean;
  /** The ways in; every line of the registry when left out. */
  readonly ways?: readonly LoadedWay[];
  /** The DNS that senders' domains are looked up in; one that knows nothing when left out. */
  readonly dns?: Dns;
  /** Other adapters in place of the embedded ones: the system is the same on any of them. */
  readonly adapters?: Partial<Pick<Deps, 'table' | 'documents' | 'signer' | 'identityKeys' | 'idTokens'>>;
};

/** The whole system on one machine: the embedded adapters, the registry's entries, and the jobs by the clock. */
export async function localMachine(settings: MachineSettings): Promise<Machine> {
  const { folder, clock } = settings;
  for (const room of ['', 'keys', 'mail', 'documents']) {
    mkdirSync(join(folder, room), { recursive: true });
    sweepHalfWritten(join(folder, room));
  }
  const table = sqliteTable(settings.keepsTable === false ? ':memory:' : join(folder, 'table.sqlite'));
  const documents = fileDocuments(join(folder, 'documents'), settings.filesUrl);
  const deps: Deps = {
    table,
    documents,
    signer: localSigner({ folder: join(folder, 'keys'), now: () => clock.earliest }),
    mailer: localMailer(join(folder, 'mail')),
    dns: settings.dns ?? noDns,
    identityKeys: localIdentityKeys(join(folder, 'keys', 'identity.key')),
    idTokens: noIdTokens,
    clock,
    newId: settings.newId,
    randomBytes: settings.randomBytes ?? randomBytes,
    portalUrl: settings.portalUrl,
    mailAddress: localSender.address,
    log: settings.log,
    ...settings.adapters,
  };
  const ways = settings.ways ?? (await loadWays());
  const chains = new Map<string, Bound>();
  for (const { key, wayIn, entry } of ways) {
    if (entry.kind === 'endpoint' && 'http' in wayIn.on)
      chains.set(key, bind({ key, route: wayIn.on.http, roles: wayIn.on.roles }, entry, deps));
  }
  // One at a time: jobs that overlap do no harm, but they would only lose races to each other.
  let running: Promise<number> = Promise.resolve(0);
  const inTurn = (work: () => Promise<number>): Promise<number> => {
    running = running.then(work, work);
    return running;
  };

  return {
    deps,
    clock,
    documents,
    ways,
    async call(key, event) {
      const chain = chains.get(key);
      if (!chain) throw new Error(`${key} is not a way in over HTTP`);
      // Middy wants Lambda's context; no entry reads it.
      return chain(event, {} as never);
    },
    async tell(event, news) {
      for (const { wayIn, entry } of ways)
        if (entry.kind === 'job' && 'event' in wayIn.on && wayIn.on.event === event)
          await entry.run(clock.now(), deps, news);
    },
    moveTo: (at) => inTurn(() => runUntil({ ways, deps, clock }, at)),
    tick: () => inTurn(() => runUntil({ ways, deps, clock }, clock.now())),
    fill: (work) => table.unsynced(work),
    close: () => table.close(),
  };
}
