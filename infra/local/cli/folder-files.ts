import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isFormNeeded } from '../../../functions/months/dry-run/no-form.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { isFile } from './file-source.ts';

/** The two files of a provider's month; without a form where none is asked for (A60). */
export type TwoPaths = { readonly report: string; readonly deviations?: string };

/** As they were handed in first, and as they stand: the corrected one where there is one, of one alone the other as it was. */
export type ProvidersPaths = { readonly first: TwoPaths; readonly last: TwoPaths; readonly isCorrected: boolean };

/** What a folder holds of its providers, and all that is wrong with it. */
export type FolderFiles = {
  /** Of two files of which one is missing, its path stands here all the same. */
  readonly found: ReadonlyMap<string, ProvidersPaths>;
  readonly faults: readonly Fault[];
};

const missing = (path: string): Fault => ({
  ...{ at: path, code: 'file-not-found' },
  message: `${path}: filen finns inte`,
});

const alone = (path: string): Fault => ({
  ...{ at: path, code: 'corrected-alone' },
  message: `${path}: en rättad fil, men den första finns inte`,
});

const nobodys = (path: string): Fault => ({
  ...{ at: path, code: 'unknown-file' },
  message: `${path}: heter som en utförares fil, men är ingen: utföraren finns inte i cases.json, eller namnet stämmer inte`,
});

/** A file that somebody may take for a provider's. */
const looksLike = /^.+-(?:report|deviations)(?:\.\d+)?\.csv$/i;

async function filesOfProvider(folder: string, id: string, pack: Pack) {
  const path = (name: string, end: string) => join(folder, `${id}-${name}${end}.csv`);
  const [report, deviations] = [path('report', ''), path('deviations', '')];
  const [report2, deviations2] = [path('report', '.2'), path('deviations', '.2')];
  const [hasReport, hasForm] = [await isFile(report), await isFile(deviations)];
  const corrected = {
    ...((await isFile(report2)) ? { report: report2 } : {}),
    ...((await isFile(deviations2)) ? { deviations: deviations2 } : {}),
  };
  const isCorrected = Object.keys(corrected).length > 0;
  if (!hasReport && !hasForm) return { paths: undefined, faults: Object.values(corrected).map(alone) };
  const first = { report, ...(hasForm || isFormNeeded(pack) ? { deviations } : {}) };
  const faults = [
    ...(hasReport ? [] : [missing(report)]),
    ...(first.deviations && !hasForm ? [missing(deviations)] : []),
  ];
  return { paths: { first, last: { ...first, ...corrected }, isCorrected }, faults };
}

/**
 * The files of these providers in a folder, as `month --in` takes them, by one reading for every command: corrected ones
 * too. Wrong are one of two that is missing, a corrected file without a first, and a file that is named as a provider's
 * and is nobody's: none is passed over in silence. `others`: what the folder may hold beside.
 */
export async function folderFiles(
  folder: string,
  {
    ids,
    known,
    others = new Set(),
  }: { ids: readonly string[]; known: readonly string[]; others?: ReadonlySet<string> },
  pack: Pack,
): Promise<FolderFiles> {
  const found = new Map<string, ProvidersPaths>();
  const faults: Fault[] = [];
  for (const id of ids) {
    const { paths, faults: theirs } = await filesOfProvider(folder, id, pack);
    if (paths) found.set(id, paths);
    faults.push(...theirs);
  }
  const names = ['report', 'report.2', 'deviations', 'deviations.2'].map((name) => `${name}.csv`);
  const taken = new Set(known.flatMap((id) => names.map((name) => `${id}-${name}`)));
  const there = (await readdir(folder)).filter((name) => looksLike.test(name) && !taken.has(name) && !others.has(name));
  faults.push(...there.sort().map((name) => nobodys(join(folder, name))));
  return { found, faults };
}
