import * as z from 'zod';
import { replay } from '../../../functions/choices/ledger/replay.ts';
import { readTurnFile } from '../../../functions/choices/ledger/turn-reader.ts';
import { turnRules } from '../../../shared/packs/turn-rules.ts';
import { wrongUsage } from './answer.ts';
import { packWith, readFlags } from './arguments.ts';
import { readJson } from './json-file.ts';

/** Plays a turn list again. 1 when it holds recorded picks that come out otherwise: the ledger does not hold. */
export async function run(args: string[]): Promise<number> {
  const read = readFlags(args, { list: z.string() }, 'optional');
  if (!read.ok) return wrongUsage('turns', read);
  const { flags, pack: named, set } = read.value;
  const json = await readJson(flags.list);
  if (!json.ok) return wrongUsage('turns', json);
  const file = readTurnFile(json.value);
  if (!file.ok) {
    const faults = (file.faults ?? []).map((one) => ({ ...one, message: `${flags.list}: ${one.message}` }));
    return wrongUsage('turns', { ...file, faults });
  }
  const pack = packWith(named ?? file.value.pack ?? 'leksand', [...(file.value.set ?? []), ...set]);
  if (!pack.ok) return wrongUsage('turns', pack);
  const { differences, ...answer } = replay(file.value, turnRules(pack.value));
  process.stdout.write(`${JSON.stringify(differences.length > 0 ? { ...answer, differences } : answer)}\n`);
  for (const { orderId, recorded, played } of differences)
    process.stderr.write(`${orderId}: antecknat ${recorded.provider}, uppspelat ${played.provider}\n`);
  return differences.length > 0 ? 1 : 0;
}
