import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monthDates } from '../../../functions/months/opening/month-dates.ts';
import type { MunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import { firstDay, startOfDay } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { standingClock } from '../clock.ts';
import { countedIds } from '../counted-ids.ts';
import { localMachine } from '../machine.ts';
import { actorsOf, ScriptRefused } from './actors.ts';
import type { Files } from './month-acts.ts';
import { endMonth } from './month-end.ts';
import { castOf, orderAll, readIn } from './set-up.ts';
import { type WrittenMonth, writeOut } from './write-out.ts';

export type HeadlessMonth = {
  readonly file: MunicipalityFile;
  readonly pack: Pack;
  readonly set: readonly string[];
  readonly files: ReadonlyMap<string, Files>;
  /** Providers that have cases in the month and never hand in (A81). */
  readonly silent: readonly string[];
  readonly out: string;
};

/** The main job on one machine of its own: the month walked from its first day to the statement, and written out. */
export async function headlessMonth({
  file,
  pack,
  set,
  files,
  silent,
  out,
}: HeadlessMonth): Promise<Result<WrittenMonth>> {
  const { month, cases, officers } = file;
  const dates = monthDates(month, pack);
  if (!dates.ok) return dates;
  const cast = castOf(file, new Set([...files.keys(), ...silent]));
  if (!('head' in cast))
    return refuse(
      'invalid',
      'people-missing',
      cast.map((message) => ({ at: 'cases.json', code: 'people-missing', message })),
    );

  const folder = await mkdtemp(join(tmpdir(), 'utfort-'));
  const failures: unknown[] = [];
  const machine = await localMachine({
    folder,
    keepsTable: false,
    clock: standingClock(startOfDay(firstDay(month))),
    newId: countedIds(),
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
  });
  try {
    const people = actorsOf(machine);
    await readIn(machine, people, file, set, pack.name);
    await orderAll(machine, people, cast, file);
    const about = { month, dates: dates.value, pack, officers: officers.map(({ id }) => id), files, silent };
    const signed = await endMonth(machine, people, cast, about);
    if (failures.length > 0) throw failures[0];
    const providers = [...files.keys(), ...silent];
    const caseNos = cases.map(({ caseNo }) => caseNo);
    return accept(await writeOut(machine, out, { month, providers, caseNos, mail: join(folder, 'mail') }, signed));
  } catch (failure) {
    if (!(failure instanceof ScriptRefused)) throw failure;
    const { code, title, faults } = failure.problem;
    const told = faults?.map((one) => ({ ...one, message: one.message ?? one.at })) ?? [];
    return refuse('invalid', code, [{ at: failure.entry, code, message: title }, ...told]);
  } finally {
    machine.close();
    await rm(folder, { recursive: true, force: true });
  }
}
