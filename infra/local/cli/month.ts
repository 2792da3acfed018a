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

type HandedIn = { readonly files: ReadonlyMap<string, Files>; readonly silent: readonly string[] };

/** Those of the two files that are there, by the end of their names. */
async function thereIn(folder: string, id: string, end: '' | '.2') {
  const paths = {
    report: join(folder, `${id}-report${end}.csv`),
    deviations: join(folder, `${id}-deviations${end}.csv`),
  };
  return { paths, report: await isFile(paths.report), deviations: await isFile(paths.deviations) };
}

/** The corrected files; of one alone the other stays as it was. */
async function correctedIn(folder: string, id: string, before: Omit<Files, 'corrected'>): Promise<Partial<Files>> {
  const { paths, report, deviations } = await thereIn(folder, id, '.2');
  if (!report && !deviations) return {};
  return {
    corrected: {
      report: report ? await readFile(paths.report) : before.report,
      deviations: deviations ? await readFile(paths.deviations) : before.deviations,
    },
  };
}

/**
 * The two files of every provider that has handed something in, with the corrected ones; of two of which one is missing
 * it is named. Who has cases in the month and no file at all has never handed in (A81).
 */
async function filesOf(folder: string, { providers, cases, month }: MunicipalityFile): Promise<Result<HandedIn>> {
  const files = new Map<string, Files>();
  const silent: string[] = [];
  const faults: Fault[] = [];
  for (const { id } of providers) {
    const { paths, report, deviations } = await thereIn(folder, id, '');
    const there = { report, deviations };
    if (!report && !deviations) {
      if (cases.some((one) => one.providerId === id && inForce(one, month))) silent.push(id);
      continue;
    }
    for (const name of ['report', 'deviations'] as const)
      if (!there[name])
        faults.push({ at: paths[name], code: 'file-not-found', message: `${paths[name]}: filen finns inte` });
    if (!report || !deviations) continue;
    const both = { report: await readFile(paths.report), deviations: await readFile(paths.deviations) };
    files.set(id, { ...both, ...(await correctedIn(folder, id, both)) });
  }
  return faults.length > 0 ? refuse('invalid', 'file-not-found', faults) : accept({ files, silent });
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
  const done = await headlessMonth({ file: cases.value, pack, set, ...files.value, out: flags.out });
  if (!done.ok) return refused(done);
  process.stdout.write(`${JSON.stringify(done.value)}\n`);
  return 0;
}
