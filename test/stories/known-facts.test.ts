import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bytesSource } from '../../functions/months/dry-run/byte-source.ts';
import { dryRun } from '../../functions/months/dry-run/dry-run.ts';
import { type MunicipalityFile, readMunicipalityFile } from '../../functions/settings/reading-in/municipality-file.ts';
import { standingClock } from '../../infra/local/clock.ts';
import { loadWays } from '../../infra/local/load-ways.ts';
import { localMachine } from '../../infra/local/machine.ts';
import { actorsOf, ScriptRefused } from '../../infra/local/scripted-month/actors.ts';
import { endOfDay, lastDay } from '../../shared/domain/local-time.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { inputFor } from '../support/held-together.ts';
import { randomMonth } from '../support/random-month.ts';

/** How many months are compared: a few among every test, and three hundred by `npm run known`. */
const months = Number(process.env.KNOWN ?? 12);
/** A month that is refused by both is compared as well, but counts for nothing. */
const mostSeeds = months * 12;

const administrator = { userId: 'D1', role: 'administrator' } as const;
const manager = { userId: 'M1', role: 'provider-manager' } as const;
const Figures = z.looseObject({
  cases: z.array(z.looseObject({ caseNo: z.string() })),
  total: z.unknown(),
  file: z.looseObject({ status: z.string() }),
});

type Month = ReturnType<typeof randomMonth>;

/** The month as a municipality's file; undefined where no file may say it, or where nothing is known of anybody. */
function fileOf({ month, provider, cases, rates }: Month): MunicipalityFile | undefined {
  if (!cases.some(({ known = [] }) => known.length > 0)) return undefined;
  const file = {
    municipality: 'Exempelkommun',
    month,
    rates: rates.filter((rate, n) => rates.findIndex((one) => one.validFrom === rate.validFrom) === n),
    providers: [{ ...provider, name: 'Omsorg Ett AB', number: 1 }],
    officers: [{ id: 'O1', name: 'Handläggare' }],
    people: [
      { id: 'H1', role: 'head' },
      { id: 'D1', role: 'administrator' },
      { ...{ id: manager.userId, role: manager.role }, providerId: provider.id },
    ],
    cases: cases.map((one) => ({ ...one, providerId: provider.id, officerId: 'O1' })),
  };
  const read = readMunicipalityFile(JSON.parse(JSON.stringify(file)));
  return read.ok ? read.value : undefined;
}

/** By `check`: on the file's cases. */
async function checked(file: MunicipalityFile, month: Month): Promise<unknown> {
  const sources = { report: bytesSource(month.report), deviations: bytesSource(month.deviations) };
  const { cases: kept, rates } = file;
  const answer = await dryRun({ ...inputFor({ ...month, rates }, sources), cases: kept });
  if (!answer.ok) return 'refused';
  const { cases, total, file: judged } = answer.value;
  return { cases, total, status: judged.status };
}

/** Over HTTP: on what a machine keeps of the same cases. */
async function asked(
  file: MunicipalityFile,
  { set, provider, report, deviations }: Month,
  ways: Awaited<ReturnType<typeof loadWays>>,
): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'utfort-known-'));
  let ids = 0;
  const machine = await localMachine({
    folder,
    keepsTable: false,
    clock: standingClock(endOfDay(lastDay(file.month))),
    newId: (prefix) => `${prefix}-${++ids}`,
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => expect.fail(String(failure)) },
    ways,
  });
  try {
    const people = actorsOf(machine);
    await machine.deps.table.commit([membershipStore(machine.deps.table).save(administrator, undefined)]);
    const imported = { pack: 'leksand', set, invoiceAddress: 'Fakturaenheten', file };
    await people.ask(administrator, 'importMunicipality', { body: imported }, z.unknown());
    const base64 = (bytes: Uint8Array) => ({ base64: Buffer.from(bytes).toString('base64') });
    const body = { providerId: provider.id, report: base64(report), deviations: base64(deviations) };
    const {
      cases,
      total,
      file: judged,
    } = await people.ask(manager, 'checkMonth', { path: { month: file.month }, body }, Figures);
    return { cases, total, status: judged.status };
  } catch (failure) {
    if (failure instanceof ScriptRefused && failure.entry === 'checkMonth') return 'refused';
    throw failure;
  } finally {
    machine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const byCase = (answer: unknown) => {
  if (answer === 'refused') return answer;
  const { cases, ...rest } = z
    .object({ cases: z.array(z.looseObject({ caseNo: z.string() })) })
    .loose()
    .parse(answer);
  return { ...rest, cases: JSON.parse(JSON.stringify(cases.toSorted((a, b) => (a.caseNo < b.caseNo ? -1 : 1)))) };
};

describe('what a file says and what the machine knows', () => {
  it(`agree: ${months} months with known facts, over HTTP and by check, give the same figures (A66)`, async () => {
    const ways = await loadWays();
    let judged = 0;
    for (let seed = 700_000; judged < months && seed < 700_000 + mostSeeds; seed++) {
      const month = randomMonth(seed);
      const file = fileOf(month);
      if (!file) continue;
      const answer = byCase(await checked(file, month));
      expect(byCase(await asked(file, month, ways)), `month ${seed}`).toEqual(answer);
      if (answer !== 'refused') judged += 1;
    }
    expect(judged).toBe(months);
  }, 3_600_000);
});
