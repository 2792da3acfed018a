import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { answerChunks } from '../../../functions/months/dry-run/answer-chunks.ts';
import { type LazyDryRun, lazyDryRun } from '../../../functions/months/dry-run/dry-run.ts';
import { firstProvider } from '../../../functions/months/dry-run/first-provider.ts';
import { payRulesOf } from '../../../functions/months/dry-run/pay-rules.ts';
import { rateInForce } from '../../../functions/months/dry-run/rates.ts';
import {
  type MunicipalityFile,
  readMunicipalitySource,
} from '../../../functions/settings/reading-in/municipality-file.ts';
import { accept, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { inUse } from '../../../shared/packs/settings.ts';
import { readArguments } from './arguments.ts';
import { fileSource, isFile, isWorkbook } from './file-source.ts';
import { usageOf } from './usage.ts';

const flags = {
  cases: z.string(),
  report: z.string(),
  deviations: z.string().optional(),
  provider: z.string().optional(),
  trail: z.enum(['summary', 'all']).optional(),
};

/** The dry run: 0 a clean file, 1 a file with errors, answered in full, 2 nothing can be judged. */
export async function check(args: readonly string[]): Promise<number> {
  const read = readArguments(args, flags);
  if (!read.ok) return refused(read, `Användning: ${usageOf('check')}`);
  const { pack, flags: given } = read.value;
  if (!pack.modules.includes('months')) return refused(nothing('--pack', 'paketet har ingen månadsredovisning'));
  const usable = inUse(pack);
  if (!usable.ok) return refused(usable);
  const answer = await judge(given, payRulesOf(pack));
  if (!answer.ok) return refused(answer);
  await pipeline(Readable.from(answerChunks(answer.value), { objectMode: true }), process.stdout, { end: false });
  for (const line of inWords(answer.value)) process.stderr.write(`${line}\n`);
  return answer.value.file.status === 'COMPLETE' ? 0 : 1;
}

type Given = z.output<z.ZodObject<typeof flags>>;

async function judge(given: Given, rules: ReturnType<typeof payRulesOf>): Promise<Result<LazyDryRun>> {
  // A workbook may hold both.
  const deviations = given.deviations ?? ((await isWorkbook(given.report)) ? given.report : undefined);
  if (deviations === undefined) return nothing('--deviations', '--deviations saknas: avvikelseblanketten behövs också');
  const paths = { cases: given.cases, report: given.report, deviations };
  for (const name of ['cases', 'report', 'deviations'] as const) {
    if (!(await isFile(paths[name]))) return nothing(`--${name}`, `${paths[name]}: filen finns inte`);
  }
  const id = given.provider === undefined ? await firstProvider(fileSource(given.report)) : accept(given.provider);
  if (!id.ok) return id;
  const municipality = await readCases(given.cases, id.value);
  if (!municipality.ok) return municipality;
  const { month, rates, providers, cases } = municipality.value;
  const provider = providers.find((each) => each.id === id.value);
  if (!provider) {
    const place = given.provider === undefined ? 'Tidsrapporten, rad 2, kolumn Utförare' : '--provider';
    return nothing('provider', `${place}: utföraren finns inte i ${given.cases}`);
  }

  return lazyDryRun({
    rules,
    month,
    provider,
    cases,
    orePerHour: rateInForce(rates, month, provider.kind)?.orePerHour ?? 0,
    report: fileSource(given.report),
    deviations: fileSource(deviations),
    trail: given.trail,
  });
}

async function readCases(path: string, providerId: string): Promise<Result<MunicipalityFile>> {
  const read = await readMunicipalitySource(fileSource(path), providerId);
  if (read.ok) return read;
  return { ...read, faults: read.faults?.map((fault) => ({ ...fault, message: `${path}, ${fault.message}` })) };
}

const nothing = (at: string, message: string): Refusal =>
  refuse('invalid', 'nothing-to-judge', [{ at, code: 'nothing-to-judge', message }]);

function refused({ code, faults = [] }: Refusal, ...more: string[]): 2 {
  const lines = faults.map(({ at, message }) => message ?? `${at}: ${code}`);
  for (const line of ['Inget kan bedömas.', ...lines, ...more]) process.stderr.write(`${line}\n`);
  return 2;
}

/** A line for people, and the first errors of a file that has some. */
function inWords({ provider, file, cases, total }: LazyDryRun): string[] {
  const shown = file.errors.slice(0, 20).map(({ file: name, row, column, message }) => {
    const place = row === undefined ? '' : `, rad ${row}, kolumn ${column}`;
    return `${name === 'report' ? 'Tidsrapporten' : 'Avvikelseblanketten'}${place}: ${message}`;
  });
  const more = file.errors.length - shown.length;
  return [
    `${provider}: ${cases.length} ärenden, ${total.minutes} minuter att debitera, ${file.errors.length} fel i filen.`,
    ...shown,
    ...(more > 0 ? [`… och ${more} fel till.`] : []),
  ];
}
