import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { monthDates } from '../../../functions/months/opening/month-dates.ts';
import { Month, nextMonth } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { headlessMonths } from '../scripted-months/headless-months.ts';
import { type FolderWithLater, laterFacts } from '../scripted-months/later-facts.ts';
import { readLater } from '../scripted-months/later-shape.ts';
import { oneMunicipality } from '../scripted-months/one-municipality.ts';
import { wrongUsage } from './answer.ts';
import { readArguments } from './arguments.ts';
import { readCases } from './cases-file.ts';
import { isFile } from './file-source.ts';
import { filesOf, sayRefused } from './handed-in-files.ts';
import { readJson } from './json-file.ts';

/** More months than this are walked by nobody. */
const mostMonths = 36;

const fault = (at: string, code: string, text: string): Fault => ({ at, code, message: `${at}: ${text}` });

/** The months that have a folder, in their order; a gap, and a folder that is almost a month's, are named. */
async function monthsIn(folder: string): Promise<Result<readonly Month[]>> {
  const there = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!there) return refuse('invalid', 'no-months', [fault(folder, 'no-months', 'mappen finns inte')]);
  const names = there.filter((one) => one.isDirectory() && /^\d/.test(one.name)).map(({ name }) => name);
  const isMonth = (name: string): boolean => Month.safeParse(name).success;
  const months = names.filter(isMonth).sort();
  const faults = names
    .filter((name) => !isMonth(name))
    .map((name) => fault(join(folder, name), 'not-a-month', 'mappens namn är ingen månad, ÅÅÅÅ-MM'));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined)
    return refuse('invalid', 'no-months', [
      ...faults,
      fault(folder, 'no-months', 'ingen mapp med en månads namn, ÅÅÅÅ-MM'),
    ]);
  for (let month = first, n = 0; month < last && n < mostMonths; month = nextMonth(month), n += 1)
    if (!months.includes(month)) faults.push(fault(join(folder, month), 'month-missing', 'månaden fattas'));
  if (months.length > mostMonths) faults.push(fault(folder, 'too-many-months', `fler än ${mostMonths} månader`));
  return faults.length > 0 ? refuse('invalid', 'bad-months', faults) : accept(months);
}

const within = (path: string, faults: readonly Fault[] = []): readonly Fault[] =>
  faults.map((one) => ({
    ...one,
    message: one.message?.startsWith(path) ? one.message : `${path}, ${one.message ?? one.at}`,
  }));

/** One month's folder; all that is wrong in it is named. */
async function folderOf(root: string, month: Month, pack: Pack): Promise<Result<FolderWithLater>> {
  const path = join(root, month);
  const dates = monthDates(month, pack);
  if (!dates.ok) return dates;
  const cases = await readCases(join(path, 'cases.json'));
  const later = await laterOf(path, month);
  const others = new Set(later.ok ? later.value.named.keys() : []);
  const files = cases.ok ? await filesOf(path, cases.value, pack, others) : accept({ files: new Map(), silent: [] });
  const faults = [
    ...(cases.ok ? [] : within(join(path, 'cases.json'), cases.faults)),
    ...(cases.ok && cases.value.month !== month
      ? [fault(join(path, 'cases.json'), 'wrong-month', `gäller ${cases.value.month}, inte ${month}`)]
      : []),
    ...(files.ok ? [] : (files.faults ?? [])),
    ...(later.ok ? [] : (later.faults ?? [])),
  ];
  if (!cases.ok || !files.ok || !later.ok || faults.length > 0) return refuse('invalid', 'bad-month', faults);
  return accept({ month, dates: dates.value, file: cases.value, ...files.value, ...later.value });
}

/** What is told later in a month, with the files that it names. */
async function laterOf(path: string, month: Month): Promise<Result<Pick<FolderWithLater, 'said' | 'named'>>> {
  const at = join(path, 'later.json');
  if (!(await isFile(at))) return accept({ said: [], named: new Map() });
  const json = await readJson(at);
  if (!json.ok) return json;
  const said = readLater(month, json.value);
  if (!said.ok) return said;
  const names = said.value.flatMap((one) => (one.kind === 'report' ? [one.report, one.deviations] : []));
  const named = new Map<string, Uint8Array>();
  for (const name of new Set(names))
    if (await isFile(join(path, name))) named.set(name, await readFile(join(path, name)));
  return accept({ said: said.value, named });
}

async function readMonths(root: string, pack: Pack) {
  const months = await monthsIn(root);
  if (!months.ok) return months;
  const folders: FolderWithLater[] = [];
  const faults: Fault[] = [];
  for (const month of months.value) {
    const one = await folderOf(root, month, pack);
    if (one.ok) folders.push(one.value);
    else if (one.faults) faults.push(...one.faults);
    else return one;
  }
  if (faults.length > 0) return refuse('invalid', 'bad-months', faults);
  const facts = await laterFacts(folders);
  const file = oneMunicipality(folders);
  if (facts.ok && file.ok) return accept({ folders, facts: facts.value, file: file.value });
  return refuse(
    'invalid',
    'bad-months',
    [facts, file].flatMap((one) => (one.ok ? [] : (one.faults ?? []))),
  );
}

/** Months one after another, headless, with what is told after each was stated. */
export async function run(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { in: z.string(), out: z.string() });
  if (!read.ok) return wrongUsage('months', read);
  const { flags, pack, set } = read.value;
  const months = await readMonths(flags.in, pack);
  if (!months.ok) return months.faults ? sayRefused(months) : wrongUsage('months', months);
  const done = await headlessMonths({ ...months.value, pack, set }, flags.out);
  if (!done.ok) return sayRefused(done);
  process.stdout.write(`${JSON.stringify({ months: done.value })}\n`);
  return 0;
}
