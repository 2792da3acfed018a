import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monthDates } from '../../functions/months/opening/month-dates.ts';
import { readMunicipalityFile } from '../../functions/settings/reading-in/municipality-file.ts';
import { packWith } from '../../infra/local/cli/arguments.ts';
import { standingClock } from '../../infra/local/clock.ts';
import { countedIds } from '../../infra/local/counted-ids.ts';
import { loadWays } from '../../infra/local/load-ways.ts';
import { localMachine, type Machine } from '../../infra/local/machine.ts';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { castOf, type orderingSteps, readIn } from '../../infra/local/scripted-month/set-up.ts';
import {
  type MonthRow,
  type SettlementRow,
  settlementRow,
  statementRows,
} from '../../infra/local/scripted-months/headless-months.ts';
import { type FolderWithLater, laterFacts } from '../../infra/local/scripted-months/later-facts.ts';
import { readLater } from '../../infra/local/scripted-months/later-shape.ts';
import { oneMunicipality } from '../../infra/local/scripted-months/one-municipality.ts';
import { notStated, walkMonths } from '../../infra/local/scripted-months/walk-months.ts';
import { firstDay, instantAt, startOfDay } from '../../shared/domain/local-time.ts';
import type { Result } from '../../shared/domain/result.ts';
import { localSigner } from '../../shared/embedded/local-signer.ts';
import type { Documents, StoredDocument } from '../../shared/ports/documents.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { sealedStore } from '../../shared/stores/sealed-store.ts';
import { aReport } from './a-report.ts';
import { type AMonth, smallMunicipality } from './month-folders.ts';
import { sha256Hex } from './sha256-hex.ts';

const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};

/** Files in memory, each by its bucket and id. */
function documentsInMemory(): Documents {
  const kept = new Map<string, StoredDocument & { readonly content: Uint8Array }>();
  return {
    openUpload: () => Promise.reject(new Error('nothing is uploaded')),
    async put(bucket, id, bytes, contentType) {
      const content = Uint8Array.from(bytes);
      const about = { id, bucket, bytes: content.length, sha256: sha256Hex(content), contentType };
      kept.set(`${bucket}/${id}`, { ...about, content });
      return about;
    },
    async find(bucket, id) {
      const { content: _, ...about } = kept.get(`${bucket}/${id}`) ?? {};
      return 'id' in about ? (about as StoredDocument) : undefined;
    },
    async *read(bucket, id) {
      yield kept.get(`${bucket}/${id}`)?.content ?? new Uint8Array();
    },
    openView: () => Promise.reject(new Error('nothing is viewed')),
  };
}

/** Cases that stand in the register from their first day, without the orders that gave them. */
const registered: typeof orderingSteps = (machine, _people, _cast, { month, cases }, _then, asKnown = (one) => one) => [
  {
    at: instantAt(firstDay(month), '08:00'),
    async act() {
      const { table } = machine.deps;
      for (const one of cases.map(asKnown)) {
        const { caseNo, providerId, officerId, services, from, to, known } = one;
        const over = await caseStore(table).find(caseNo);
        const assignment = { caseNo, providerId, officerId, services, from, to, ...(known ? { known } : {}) };
        await table.commit([
          caseStore(table).save({ caseNo, officerId }, over),
          assignmentStore(table).add(assignment),
        ]);
      }
    },
  },
];

export type AHistory = Readonly<Record<string, AMonth & { readonly named?: Readonly<Record<string, Uint8Array>> }>>;

/** A history's months, as `months` reads them from their folders. */
export function foldersOf(history: AHistory): readonly FolderWithLater[] {
  const pack = given(packWith('leksand', []));
  return Object.entries(history).map(([month, { cases, visits, later = [], form = [], around = {}, named = {} }]) => {
    const file = given(readMunicipalityFile({ ...smallMunicipality, month, cases, ...around }));
    const files = new Map(
      Object.entries(visits).map(([providerId, theirs]) => {
        const { report, deviations } = aReport(theirs, { month, providerId, form });
        return [providerId, { report: Buffer.from(report.text), deviations: Buffer.from(deviations.text) }];
      }),
    );
    const silent = file.providers.map(({ id }) => id).filter((id) => !files.has(id));
    return {
      ...{ month, file, files, named: new Map(Object.entries(named)) },
      dates: given(monthDates(month, pack)),
      silent: silent.filter((id) => file.cases.some(({ providerId }) => providerId === id)),
      said: given(readLater(month, later)),
    };
  });
}

let ways: ReturnType<typeof loadWays> | undefined;
const shared = mkdtempSync(join(tmpdir(), 'utfort-histories-'));
process.once('exit', () => rmSync(shared, { recursive: true, force: true }));
const signer = localSigner({ folder: join(shared, 'keys'), now: () => '2020-01-01T00:00:00.000Z' });

export type Walked = {
  readonly rows: readonly MonthRow[];
  readonly settlements: readonly SettlementRow[];
  /** Every signed record, as its file is. */
  readonly records: readonly Uint8Array[];
  /** Every statement's adjustments. */
  readonly adjustments: readonly {
    readonly number: string;
    readonly month: string;
    readonly inMonth: string;
    readonly provider: string;
    readonly caseNo: string;
    readonly minutes: number;
    readonly amountOre: number;
  }[];
  readonly left: readonly string[];
  readonly keys: Awaited<ReturnType<Machine['deps']['signer']['keys']>>;
};

/**
 * A history through the entries of months, as `months` walks it: but that its cases stand in the register without orders,
 * that nothing runs by the clock, and that what is kept is kept in memory.
 */
export async function walkHistory(folders: readonly FolderWithLater[], set: readonly string[] = []): Promise<Walked> {
  ways ??= loadWays();
  const pack = given(packWith('leksand', set));
  const facts = given(await laterFacts(folders));
  const file = given(oneMunicipality(folders));
  const cast = castOf(file, new Set());
  if (!('head' in cast)) throw new Error(cast.join());
  const hasSilent = folders.some(({ silent }) => silent.length > 0);
  const failures: unknown[] = [];
  const clock = standingClock(startOfDay(firstDay(folders[0]?.month ?? '')));
  const machine = await localMachine({
    ...{ folder: shared, keepsTable: false, clock, newId: countedIds(), ways: await ways },
    ...{ portalUrl: 'https://utfort.example', filesUrl: () => 'https://utfort.example' },
    adapters: { documents: documentsInMemory(), signer },
    log: { error: (_, { failure }) => failures.push(failure) },
  });
  const still: Machine = {
    ...machine,
    async moveTo(at) {
      clock.set(at);
      // Who hands nothing in has a month only when its job opens it.
      if (hasSilent)
        for (const { key, entry } of machine.ways)
          if (key === 'openMonth' && entry.kind === 'job') await entry.run(at, machine.deps, undefined);
      return 0;
    },
  };
  try {
    const people = actorsOf(still);
    await readIn(still, people, file, [...set, 'digest.enabled=false'], 'leksand');
    const rows: MonthRow[] = [];
    const settlements: SettlementRow[] = [];
    const records: Uint8Array[] = [];
    const adjustments: Walked['adjustments'][number][] = [];
    await walkMonths(
      { folders, facts, file, pack },
      {
        ...{ machine: still, people, cast, orders: registered },
        async settled(some) {
          for (const one of some) {
            settlements.push(await settlementRow(still, one));
            const bytes = await sealedStore(still.deps).bytes(one.signed.recordId);
            records.push(bytes);
            const { content } = JSON.parse(Buffer.from(bytes).toString()).payload;
            for (const row of content.adjustments)
              adjustments.push({ ...row, inMonth: `settled ${one.signed.recordId}`, provider: content.provider.id });
          }
        },
        async stated({ month }, signed) {
          rows.push(...(await statementRows(still, month, signed)));
          for (const { name, recordId } of signed) {
            const bytes = await sealedStore(still.deps).bytes(recordId);
            records.push(bytes);
            if (!name.startsWith('statement-')) continue;
            const { content } = JSON.parse(Buffer.from(bytes).toString()).payload;
            for (const one of content.adjustments)
              adjustments.push({ ...one, inMonth: month, provider: content.provider.id });
          }
        },
      },
    );
    if (failures.length > 0) throw failures[0];
    const left = await notStated({ folders, facts, file, pack }, still);
    return { rows, settlements, records, adjustments, left, keys: await signer.keys() };
  } finally {
    machine.close();
  }
}
