import { parseArgs } from 'node:util';
import { type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { inUse } from '../../../shared/packs/settings.ts';
import { type History, readHistory } from '../replay/history-file.ts';
import { replayHistory } from '../replay/replay-history.ts';
import { wrongUsage } from './answer.ts';
import { packWith } from './arguments.ts';
import { readJson } from './json-file.ts';

type Asked = { readonly path: string; readonly set: readonly string[] };

function asked(args: readonly string[]): Result<Asked> {
  const wrong = (message: string) => refuse('invalid', 'wrong-usage', [{ at: 'replay', code: 'wrong-usage', message }]);
  try {
    const options = { set: { type: 'string', multiple: true } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return wrong('en fil ska anges');
    return { ok: true, value: { path, set: values.set ?? [] } };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

/** The history of a file, with the settings of the call over its own; a setting that nothing follows is refused. */
async function historyOf({ path, set }: Asked): Promise<Result<History>> {
  const json = await readJson(path);
  const read = json.ok ? readHistory(json.value) : json;
  if (!read.ok) return read;
  const history = { ...read.value, set: [...read.value.set, ...set] };
  const pack = packWith(history.pack, history.set);
  const usable = pack.ok ? inUse(pack.value) : pack;
  return usable.ok ? { ok: true, value: history } : usable;
}

function cannotBePlayed({ code, faults }: Refusal): 2 {
  for (const { at, message } of faults ?? [{ at: code }]) process.stderr.write(`${message ?? at}\n`);
  return 2;
}

/** Plays a history: 0 all was as expected, 1 something was not, 2 it cannot be played. */
export async function run(args: readonly string[]): Promise<number> {
  const given = asked(args);
  if (!given.ok) return wrongUsage('replay', given);
  const history = await historyOf(given.value);
  if (!history.ok) return cannotBePlayed(history);
  const played = await replayHistory(history.value, {
    line: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
    missed: (words) => process.stderr.write(`${words}\n`),
  });
  if (!played.ok) return cannotBePlayed(played);
  return played.value ? 0 : 1;
}
