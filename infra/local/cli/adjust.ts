import { join } from 'node:path';
import * as z from 'zod';
import {
  type AdjustedMonth,
  adjustMonth,
  type StateOfMonth,
} from '../../../functions/months/adjusting/adjust-month.ts';
import { bytesSource } from '../../../functions/months/dry-run/byte-source.ts';
import { noForm } from '../../../functions/months/dry-run/no-form.ts';
import { payRulesOf } from '../../../functions/months/dry-run/pay-rules.ts';
import { rateInForce } from '../../../functions/months/dry-run/rates.ts';
import {
  type MunicipalityFile,
  readMunicipalitySource,
} from '../../../functions/settings/reading-in/municipality-file.ts';
import { accept, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { inUse } from '../../../shared/packs/settings.ts';
import { wrongUsage } from './answer.ts';
import { readArguments } from './arguments.ts';
import { fileSource, isFile } from './file-source.ts';
import { folderFiles } from './folder-files.ts';

type Folder = { readonly path: string; readonly file: MunicipalityFile };

const wrong = (at: string, message: string): Refusal =>
  refuse('invalid', 'nothing-to-judge', [{ at, code: 'nothing-to-judge', message }]);

async function folderAt(flag: string, path: string): Promise<Result<Folder>> {
  const cases = join(path, 'cases.json');
  if (!(await isFile(cases))) return wrong(flag, `${cases}: filen finns inte`);
  const read = await readMunicipalitySource(fileSource(cases));
  if (read.ok) return accept({ path, file: read.value });
  return { ...read, faults: read.faults?.map((one) => ({ ...one, message: `${cases}, ${one.message}` })) };
}

/** What a provider's month is in a folder: its two files as they stand, corrected where they are, or neither. */
async function stateOf({ path, file }: Folder, id: string, pack: Pack): Promise<Result<StateOfMonth>> {
  const cases = file.cases.filter(({ providerId }) => providerId === id);
  const known = file.providers.map((one) => one.id);
  const { found, faults: all } = await folderFiles(path, { ids: known, known }, pack);
  // What another provider lacks is said where that provider's turn comes.
  const faults = all.filter(({ at, code }) => code !== 'file-not-found' || at.startsWith(join(path, `${id}-`)));
  if (faults.length > 0) return refuse('invalid', 'nothing-to-judge', faults);
  const paths = found.get(id)?.last;
  if (!paths) return accept({ cases });
  const form = paths.deviations === undefined ? bytesSource(noForm()) : fileSource(paths.deviations);
  return accept({ cases, files: { report: fileSource(paths.report), deviations: form } });
}

async function adjusted(id: string, before: Folder, after: Folder, pack: Pack): Promise<Result<AdjustedMonth>> {
  const provider =
    before.file.providers.find((one) => one.id === id) ?? after.file.providers.find((one) => one.id === id);
  if (!provider) return wrong('--provider', `--provider: utföraren finns inte i ${before.path}`);
  const [stated, known] = [await stateOf(before, id, pack), await stateOf(after, id, pack)];
  if (!stated.ok) return stated;
  if (!known.ok) return known;
  const { month, rates } = before.file;
  return adjustMonth(stated.value, known.value, {
    rules: payRulesOf(pack),
    ...{ month, provider, notHandedIn: pack.params.notHandedIn },
    orePerHour: rateInForce(rates, month, provider.kind)?.orePerHour ?? 0,
  });
}

/** What a stated month comes to with what is known now. */
export async function run(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { before: z.string(), after: z.string(), provider: z.string().optional() });
  if (!read.ok) return wrongUsage('adjust', read);
  const { flags, pack } = read.value;
  if (!pack.modules.includes('months')) return wrongUsage('adjust', refuse('invalid', 'pack-without-month'));
  const usable = inUse(pack);
  if (!usable.ok) return wrongUsage('adjust', usable);
  const [before, after] = [await folderAt('--before', flags.before), await folderAt('--after', flags.after)];
  if (!before.ok) return wrongUsage('adjust', before);
  if (!after.ok) return wrongUsage('adjust', after);
  const [month, other] = [before.value.file.month, after.value.file.month];
  if (month !== other)
    return wrongUsage('adjust', wrong('--after', `--after gäller ${other}, --before gäller ${month}`));
  const ids = flags.provider === undefined ? before.value.file.providers.map(({ id }) => id) : [flags.provider];
  for (const id of ids) {
    const one = await adjusted(id, before.value, after.value, pack);
    if (!one.ok) return wrongUsage('adjust', one);
    process.stdout.write(`${JSON.stringify(one.value)}\n`);
  }
  return 0;
}
