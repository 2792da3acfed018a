import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { inForce } from '../../../functions/months/dry-run/granted.ts';
import type { MunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import { accept, type Fault, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { headlessMonth } from '../scripted-month/headless-month.ts';
import type { Files } from '../scripted-month/month-end.ts';
import { wrongUsage } from './answer.ts';
import { readArguments } from './arguments.ts';
import { readCases } from './cases-file.ts';
import { isFile } from './file-source.ts';

/** The two files of every provider that has a case in the month or has handed something in; each that is missing is named. */
async function filesOf(
  folder: string,
  { providers, cases, month }: MunicipalityFile,
): Promise<Result<ReadonlyMap<string, Files>>> {
  const files = new Map<string, Files>();
  const faults: Fault[] = [];
  for (const { id } of providers) {
    const paths = { report: join(folder, `${id}-report.csv`), deviations: join(folder, `${id}-deviations.csv`) };
    const there = { report: await isFile(paths.report), deviations: await isFile(paths.deviations) };
    const expected = cases.some((one) => one.providerId === id && inForce(one, month));
    if (!expected && !there.report && !there.deviations) continue;
    for (const name of ['report', 'deviations'] as const)
      if (!there[name])
        faults.push({ at: paths[name], code: 'file-not-found', message: `${paths[name]}: filen finns inte` });
    if (there.report && there.deviations)
      files.set(id, { report: await readFile(paths.report), deviations: await readFile(paths.deviations) });
  }
  return faults.length > 0 ? refuse('invalid', 'file-not-found', faults) : accept(files);
}

function refused({ code, faults }: Refusal): 2 {
  for (const line of faults?.map(({ at, message }) => message ?? at) ?? [sentence(code, 'sv')])
    process.stderr.write(`${line}\n`);
  return 2;
}

/** The main job, headless: a whole month on real files, through the same entries as the API. */
export async function run(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { in: z.string(), out: z.string() });
  if (!read.ok) return wrongUsage('month', read);
  const { flags, pack, set } = read.value;
  const cases = await readCases(join(flags.in, 'cases.json'));
  if (!cases.ok) return refused(cases);
  const files = await filesOf(flags.in, cases.value);
  if (!files.ok) return refused(files);
  await mkdir(flags.out, { recursive: true });
  const done = await headlessMonth({ file: cases.value, pack, set, files: files.value, out: flags.out });
  if (!done.ok) return refused(done);
  process.stdout.write(`${JSON.stringify(done.value)}\n`);
  return 0;
}
