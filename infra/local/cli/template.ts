import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { deviationsCsv, reportCsv } from '../../../functions/months/forms/form-csv.ts';
import { formPdf, type Printed } from '../../../functions/months/forms/form-pdf.ts';
import { formWorkbook } from '../../../functions/months/forms/form-workbook.ts';
import { type MonthForm, monthForm } from '../../../functions/months/forms/month-form.ts';
import { paperForms, paperPages } from '../../../functions/months/forms/paper-pages.ts';
import { printLetters } from '../../../shared/domain/form-code.ts';
import { instant, Month } from '../../../shared/domain/local-time.ts';
import { accept, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { inUse } from '../../../shared/packs/settings.ts';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import { wrongUsage } from './answer.ts';
import { readArguments } from './arguments.ts';
import { readCases } from './cases-file.ts';

const flags = {
  cases: z.string(),
  month: Month,
  provider: z.string(),
  format: z.enum(['xlsx', 'csv', 'pdf']),
  out: z.string().min(1),
};

const wrong = (at: string, message: string): Refusal =>
  refuse('invalid', 'nothing-to-judge', [{ at, code: 'nothing-to-judge', message }]);
const tooLarge = wrong('--provider', '--provider: utföraren har fler rader än någon blankett rymmer');

type Made = {
  readonly files: readonly (readonly [path: string, content: Uint8Array | string])[];
  readonly prints?: readonly Printed[];
};

async function printed(form: MonthForm, out: string): Promise<Result<Made>> {
  const prints: Printed[] = [];
  for (const of of paperForms) {
    const pages = paperPages(of, form)?.length;
    if (pages === undefined) return tooLarge;
    prints.push({ form: of, letters: printLetters(randomBytes(5)), pages });
  }
  const pdf = await formPdf(form, prints, instant(new Date().toISOString()), installedFonts());
  return accept({ files: [[out, pdf]], prints });
}

async function made(form: MonthForm, format: z.output<typeof flags.format>, out: string): Promise<Result<Made>> {
  if (format === 'pdf') return printed(form, out);
  if (format === 'xlsx') return accept({ files: [[out, await formWorkbook(form)]] });
  const beside = `${out.replace(/\.csv$/i, '')}-avvikelser.csv`;
  return accept({
    files: [
      [out, reportCsv(form)],
      [beside, deviationsCsv()],
    ],
  });
}

/** Makes the month's two forms with a provider's own cases in them, to be filled in on a screen or on paper. */
export async function run(args: readonly string[]): Promise<number> {
  const read = readArguments(args, flags);
  if (!read.ok) return wrongUsage('template', read);
  const { flags: given, pack } = read.value;
  if (!pack.modules.includes('months')) return wrongUsage('template', refuse('invalid', 'pack-without-month'));
  const usable = inUse(pack);
  if (!usable.ok) return wrongUsage('template', usable);
  const file = await readCases(given.cases);
  if (!file.ok) return wrongUsage('template', file);
  const provider = file.value.providers.find(({ id }) => id === given.provider);
  if (!provider)
    return wrongUsage('template', wrong('--provider', `--provider: utföraren finns inte i ${given.cases}`));
  const form = monthForm(
    file.value.cases.filter(({ providerId }) => providerId === provider.id),
    {
      ...{ month: given.month, municipality: file.value.municipality },
      provider: { id: provider.id, name: provider.name ?? provider.id },
    },
  );
  if (!form) return wrongUsage('template', tooLarge);
  const answer = await made(form, given.format, given.out);
  if (!answer.ok) return wrongUsage('template', answer);
  const { files, prints } = answer.value;
  for (const [path, content] of files) {
    const isWritten = await writeFile(path, content).then(
      () => true,
      () => false,
    );
    if (!isWritten) return wrongUsage('template', wrong('--out', `${path}: filen går inte att skriva`));
  }
  process.stdout.write(`${JSON.stringify({ files: files.map(([path]) => path), ...(prints ? { prints } : {}) })}\n`);
  return 0;
}
