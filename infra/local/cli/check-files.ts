import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { answerChunks } from '../../../functions/months/dry-run/answer-chunks.ts';
import { bytesSource } from '../../../functions/months/dry-run/byte-source.ts';
import { type LazyDryRun, lazyDryRun } from '../../../functions/months/dry-run/dry-run.ts';
import { errorCount } from '../../../functions/months/dry-run/file-verdict.ts';
import { firstProvider } from '../../../functions/months/dry-run/first-provider.ts';
import { isFormNeeded, noForm } from '../../../functions/months/dry-run/no-form.ts';
import { type PayRules, payRulesOf } from '../../../functions/months/dry-run/pay-rules.ts';
import { rateInForce } from '../../../functions/months/dry-run/rates.ts';
import { providersReport } from '../../../functions/months/formats/providers-report.ts';
import { dryRunWithRemarks, type LookedAt } from '../../../functions/months/remarks/dry-run-with-remarks.ts';
import {
  type MunicipalityFile,
  readMunicipalitySource,
} from '../../../functions/settings/reading-in/municipality-file.ts';
import { accept, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { FormatName } from '../../../shared/packs/report-format.ts';
import { inUse } from '../../../shared/packs/settings.ts';
import { readArguments } from './arguments.ts';
import { fileSource, isFile, isWorkbook } from './file-source.ts';
import { folderFiles } from './folder-files.ts';
import { usageOf } from './usage.ts';

const flags = {
  cases: z.string().optional(),
  report: z.string().optional(),
  deviations: z.string().optional(),
  in: z.string().optional(),
  provider: z.string().optional(),
  trail: z.enum(['summary', 'all']).optional(),
  remarks: z.literal(true).optional(),
  format: FormatName.optional(),
};
type Given = z.output<z.ZodObject<typeof flags>>;

/** Where the files are of one provider's month. */
type Paths = {
  readonly cases: string;
  readonly report: string;
  /** Left out where nothing is handed in but the time report, and no more is asked for (A60). */
  readonly deviations?: string | undefined;
};

/** The dry run: 0 clean files, 1 a file with errors, answered in full, 2 nothing can be judged. */
export async function check(args: readonly string[]): Promise<number> {
  const read = readArguments(args, flags);
  if (!read.ok) return refused(read, `Användning: ${usageOf('check')}`);
  const { pack, flags: given } = read.value;
  if (!pack.modules.includes('months')) return refused(nothing('--pack', 'paketet har ingen månadsredovisning'));
  const usable = inUse(pack);
  if (!usable.ok) return refused(usable);
  const judging = { rules: payRulesOf(pack), pack };
  if (given.in === undefined) return answered(given, await judge(await pathsOf(given, pack), given, judging));
  const whole = await foldersOf(given.in, pack);
  if (!whole.ok) return refused(whole);
  let code = 0;
  for (const { provider, ...paths } of whole.value) {
    const one = { ...given, provider };
    code = Math.max(code, await answered(one, await judge(accept(paths), one, judging)));
  }
  return code;
}

/** One line of JSON, and the words for people; or why nothing can be judged. */
async function answered({ remarks }: Given, answer: Result<LookedAt>): Promise<number> {
  if (!answer.ok) return refused(answer);
  const { run, remarks: seen } = answer.value;
  const chunks = answerChunks(run, remarks ? seen : undefined);
  await pipeline(Readable.from(chunks, { objectMode: true }), process.stdout, { end: false });
  for (const line of inWords(run)) process.stderr.write(`${line}\n`);
  return run.file.status === 'COMPLETE' ? 0 : 1;
}

/** The files that are named; a workbook may hold both. */
async function pathsOf({ cases, report, deviations: named }: Given, pack: Pack): Promise<Result<Paths>> {
  const deviations = named ?? (report !== undefined && (await isWorkbook(report)) ? report : undefined);
  const missing = Object.entries({ cases, report, deviations }).filter(([, path]) => path === undefined);
  if (cases !== undefined && report !== undefined && (deviations !== undefined || !isFormNeeded(pack)))
    return accept({ cases, report, deviations });
  const faults = missing.map(([name]) => ({ at: `--${name}`, code: 'wrong-usage', message: `--${name} saknas` }));
  return refuse('invalid', 'wrong-usage', [
    ...faults,
    { at: 'check', code: 'wrong-usage', message: `Användning: ${usageOf('check')}` },
  ]);
}

/** Every provider of a folder that has handed something in, in the order of `cases.json`. */
async function foldersOf(
  folder: string,
  pack: Pack,
): Promise<Result<readonly (Paths & { readonly provider: string })[]>> {
  const cases = join(folder, 'cases.json');
  if (!(await isFile(cases))) return nothing('--in', `${cases}: filen finns inte`);
  const read = await readMunicipalitySource(fileSource(cases));
  if (!read.ok) return inFile(cases, read);
  const ids = read.value.providers.map(({ id }) => id);
  const { found, faults } = await folderFiles(folder, { ids, known: ids }, pack);
  // Of two files of which one is missing it is said where that provider's turn comes.
  const wrong = faults.filter(({ code }) => code !== 'file-not-found');
  if (wrong.length > 0) return refuse('invalid', 'nothing-to-judge', wrong);
  const paths = [...found].map(([provider, { last }]) => ({ cases, provider, ...last }));
  return paths.length > 0 ? accept(paths) : nothing('--in', `${folder}: ingen utförare har lämnat något`);
}

async function judge(
  files: Result<Paths>,
  given: Given,
  { rules, pack }: { readonly rules: PayRules; readonly pack: Pack },
): Promise<Result<LookedAt>> {
  if (!files.ok) return files;
  const paths = files.value;
  for (const name of ['cases', 'report', 'deviations'] as const) {
    const path = paths[name];
    if (path !== undefined && !(await isFile(path))) return nothing(`--${name}`, `${path}: filen finns inte`);
  }
  const id = await whose(paths, given);
  if (!id.ok) return id;
  const municipality = await readCases(paths.cases, id.value);
  if (!municipality.ok) return municipality;
  const { month, rates, providers, cases } = municipality.value;
  const provider = providers.find((each) => each.id === id.value);
  if (!provider) {
    const place = given.provider === undefined ? 'Tidsrapporten, rad 2, kolumn Utförare' : '--provider';
    return nothing('provider', `${place}: utföraren finns inte i ${paths.cases}`);
  }
  const named = { id: provider.id, format: given.format };
  const report = await providersReport(fileSource(paths.report), { month, provider: named, pack });
  if (!report.ok) return report;
  const input = {
    ...{ rules, month, provider, cases, trail: given.trail },
    orePerHour: rateInForce(rates, month, provider.kind)?.orePerHour ?? 0,
    report: report.value,
    deviations: paths.deviations === undefined ? bytesSource(noForm()) : fileSource(paths.deviations),
  };
  if (given.remarks) {
    const households = cases.flatMap(({ caseNo, household }) =>
      household === undefined ? [] : [[caseNo, household] as const],
    );
    return dryRunWithRemarks(input, new Map(households));
  }
  const run = await lazyDryRun(input);
  return run.ok ? accept({ run: run.value, remarks: [], seen: new Map() }) : run;
}

/** Whose month it is: as it is said, else as the report's first row says; a print of a municipality's one own provider says nothing. */
async function whose(paths: Paths, { provider, format }: Given): Promise<Result<string>> {
  if (provider !== undefined) return accept(provider);
  if (format === undefined) return firstProvider(fileSource(paths.report));
  const read = await readCases(paths.cases, undefined);
  if (!read.ok) return read;
  const municipal = read.value.providers.filter(({ kind }) => kind === 'municipal');
  const [own] = municipal;
  return own && municipal.length === 1
    ? accept(own.id)
    : nothing('--provider', '--provider saknas: utskriften säger inte vems den är');
}

async function readCases(path: string, providerId: string | undefined): Promise<Result<MunicipalityFile>> {
  const read = await readMunicipalitySource(fileSource(path), providerId);
  return read.ok ? read : inFile(path, read);
}

const inFile = (path: string, read: Refusal): Refusal => ({
  ...read,
  faults: read.faults?.map((fault) => ({ ...fault, message: `${path}, ${fault.message}` })),
});

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
  const found = errorCount(file);
  const more = found - shown.length;
  return [
    `${provider}: ${cases.length} ärenden, ${total.minutes} minuter att debitera, ${found} fel i filen.`,
    ...shown,
    ...(more > 0 ? [`… och ${more} fel till.`] : []),
  ];
}
