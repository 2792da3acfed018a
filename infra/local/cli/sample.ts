import * as z from 'zod';
import { inForce } from '../../../functions/months/dry-run/granted.ts';
import { commitmentOf, sampled } from '../../../functions/months/sampling/sample.ts';
import { Month } from '../../../shared/domain/local-date.ts';
import { wrongUsage } from './answer.ts';
import { readFlags } from './arguments.ts';
import { readCases } from './cases-file.ts';

const flags = {
  seed: z.string().regex(/^([0-9a-fA-F]{2}){1,64}$/),
  cases: z.string(),
  month: Month,
  share: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .optional(),
};

/** The share that is drawn where nothing else is said, in per cent. */
const usual = 5;

/** Draws the month's sample again, from the seed that was shown when the first working day was over. */
export async function run(args: readonly string[]): Promise<number> {
  const read = readFlags(args, flags, 'optional');
  if (!read.ok) return wrongUsage('sample', read);
  const { seed, month, share = usual, cases: path } = read.value.flags;
  const file = await readCases(path);
  if (!file.ok) return wrongUsage('sample', file);
  const bytes = Buffer.from(seed, 'hex');
  const cases = await sampled(
    bytes,
    file.value.cases.filter((one) => inForce(one, month)),
    share,
  );
  process.stdout.write(`${JSON.stringify({ commitment: await commitmentOf(bytes), cases })}\n`);
  return 0;
}
