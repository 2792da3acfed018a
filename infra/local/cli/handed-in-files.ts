import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inForce } from '../../../functions/months/dry-run/granted.ts';
import { isFormNeeded, noForm } from '../../../functions/months/dry-run/no-form.ts';
import type { MunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import { accept, type Fault, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Files } from '../scripted-month/month-acts.ts';
import { isFile } from './file-source.ts';

export type FilesInFolder = { readonly files: ReadonlyMap<string, Files>; readonly silent: readonly string[] };

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
 * it is named, unless it is a form that is not asked for (A60). Who has cases in the month and no file at all has never handed in (A81).
 */
export async function filesOf(
  folder: string,
  { providers, cases, month }: MunicipalityFile,
  pack: Pack,
): Promise<Result<FilesInFolder>> {
  const files = new Map<string, Files>();
  const silent: string[] = [];
  const faults: Fault[] = [];
  for (const { id } of providers) {
    const { paths, report, deviations } = await thereIn(folder, id, '');
    const there = { report, deviations: deviations || !isFormNeeded(pack) };
    if (!report && !deviations) {
      if (cases.some((one) => one.providerId === id && inForce(one, month))) silent.push(id);
      continue;
    }
    for (const name of ['report', 'deviations'] as const)
      if (!there[name])
        faults.push({ at: paths[name], code: 'file-not-found', message: `${paths[name]}: filen finns inte` });
    if (!there.report || !there.deviations) continue;
    const form = deviations ? await readFile(paths.deviations) : noForm();
    const both = { report: await readFile(paths.report), deviations: form };
    files.set(id, { ...both, ...(await correctedIn(folder, id, both)) });
  }
  return faults.length > 0 ? refuse('invalid', 'file-not-found', faults) : accept({ files, silent });
}

/** Says in words what is wrong with a folder. */
export function sayRefused({ code, faults }: Refusal): 2 {
  for (const line of faults?.map(({ at, message }) => message ?? at) ?? [sentence(code, 'sv')])
    process.stderr.write(`${line}\n`);
  return 2;
}
