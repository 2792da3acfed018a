import { readFile } from 'node:fs/promises';
import { inForce } from '../../../functions/months/dry-run/granted.ts';
import { noForm } from '../../../functions/months/dry-run/no-form.ts';
import type { MunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import { accept, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Files } from '../scripted-month/month-acts.ts';
import { folderFiles, type TwoPaths } from './folder-files.ts';

export type FilesInFolder = { readonly files: ReadonlyMap<string, Files>; readonly silent: readonly string[] };

const readBoth = async ({ report, deviations }: TwoPaths) => ({
  report: await readFile(report),
  deviations: deviations === undefined ? noForm() : await readFile(deviations),
});

/**
 * The two files of every provider that has handed something in, with the corrected ones; all that is wrong in the folder
 * is named. Who has cases in the month and no file at all has never handed in (A81). `others`: what it may hold beside.
 */
export async function filesOf(
  folder: string,
  { providers, cases, month }: MunicipalityFile,
  pack: Pack,
  others?: ReadonlySet<string>,
): Promise<Result<FilesInFolder>> {
  const ids = providers.map(({ id }) => id);
  const { found, faults } = await folderFiles(folder, { ids, known: ids, ...(others ? { others } : {}) }, pack);
  if (faults.length > 0) return refuse('invalid', 'file-not-found', faults);
  const files = new Map<string, Files>();
  for (const [id, { first, last, isCorrected }] of found)
    files.set(id, { ...(await readBoth(first)), ...(isCorrected ? { corrected: await readBoth(last) } : {}) });
  const isSilent = (id: string) => !files.has(id) && cases.some((one) => one.providerId === id && inForce(one, month));
  return accept({ files, silent: ids.filter(isSilent) });
}

/** Says in words what is wrong with a folder. */
export function sayRefused({ code, faults }: Refusal): 2 {
  for (const line of faults?.map(({ at, message }) => message ?? at) ?? [sentence(code, 'sv')])
    process.stderr.write(`${line}\n`);
  return 2;
}
