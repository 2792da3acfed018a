import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { headlessMonth } from '../scripted-month/headless-month.ts';
import { wrongUsage } from './answer.ts';
import { readArguments } from './arguments.ts';
import { readCases } from './cases-file.ts';
import { filesOf, sayRefused } from './handed-in-files.ts';

/** The main job, headless: a whole month on real files, through the same entries as the API. */
export async function run(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { in: z.string(), out: z.string() });
  if (!read.ok) return wrongUsage('month', read);
  const { flags, pack, set } = read.value;
  const cases = await readCases(join(flags.in, 'cases.json'));
  if (!cases.ok) return sayRefused(cases);
  const files = await filesOf(flags.in, cases.value, pack);
  if (!files.ok) return sayRefused(files);
  await mkdir(flags.out, { recursive: true });
  const done = await headlessMonth({ file: cases.value, pack, set, ...files.value, out: flags.out });
  if (!done.ok) return sayRefused(done);
  process.stdout.write(`${JSON.stringify(done.value)}\n`);
  return 0;
}
