import type * as z from 'zod';
import type { Refusal, Result } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { readArguments } from './arguments.ts';
import { type CommandName, usageOf } from './usage.ts';

/** What a rule's refusal means on the command line. */
const sentences: Readonly<Record<string, string>> = {
  'pack-without-month': 'paketet har ingen månadsredovisning',
  'pack-without-clock': 'paketet har ingen startgräns',
  'pack-without-switch': 'paketet har inga regler för byte av utförare',
  'pack-without-notice': 'paketet har ingen uppsägningstid',
  'extent-incomplete': '--weekly, --weekdays och --rate anges tillsammans',
  'customer-message-missing': '--told saknas: fönstret räknas från kundens besked',
};

const inWords = ({ code, faults }: Refusal): string[] =>
  faults ? faults.map(({ at, message }) => message ?? `${at}: ${code}`) : [sentences[code] ?? code];

/** Says what is wrong and how the command is used. */
export function wrongUsage(command: CommandName, refusal: Refusal): 2 {
  for (const line of [...inWords(refusal), `Användning: ${usageOf(command)}`]) process.stderr.write(`${line}\n`);
  return 2;
}

/** A command that calculates: flags and pack in, one line of JSON out. */
export const calculation =
  <Shape extends z.ZodRawShape>(
    command: CommandName,
    shape: Shape,
    calculate: (flags: z.output<z.ZodObject<Shape>>, pack: Pack) => Result<object>,
  ) =>
  async (args: readonly string[]): Promise<number> => {
    const read = readArguments(args, shape);
    if (!read.ok) return wrongUsage(command, read);
    const answer = calculate(read.value.flags, read.value.pack);
    if (!answer.ok) return wrongUsage(command, answer);
    process.stdout.write(`${JSON.stringify(answer.value)}\n`);
    return 0;
  };
