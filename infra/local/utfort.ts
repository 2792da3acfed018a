import './compile-cache.ts';
import { type CommandName, isCommand, usage, usageOf } from './cli/usage.ts';

type Command = { run(args: string[]): Promise<number> };

/** Read only when it is asked for, so that a short command starts fast. */
const commands: Record<CommandName, () => Promise<Command>> = {
  deadlines: () => import('./cli/deadlines.ts'),
  clock: () => import('./cli/clock.ts'),
  workdays: () => import('./cli/workdays.ts'),
  'switch-window': () => import('./cli/switch-window.ts'),
  notice: () => import('./cli/notice.ts'),
  turns: () => import('./cli/turns.ts'),
  check: () => import('./cli/check.ts'),
  adjust: () => import('./cli/adjust.ts'),
  sample: () => import('./cli/sample.ts'),
  template: () => import('./cli/template.ts'),
  month: () => import('./cli/month.ts'),
  months: () => import('./cli/months.ts'),
  verify: () => import('./cli/verify.ts'),
  'invoice-check': () => import('./cli/invoice-check.ts'),
  replay: () => import('./cli/replay.ts'),
};

const isHelp = (word: string) => word === '--help' || word === '-h';

/** 0: done. 1: the answer is no. 2: wrong usage, or nothing can be judged. */
async function main([name, ...args]: string[]): Promise<number> {
  const known = name !== undefined && isCommand(name) ? name : undefined;
  if (name !== undefined && (known ? args : [name]).some(isHelp)) {
    const { helpText } = await import('./cli/help.ts');
    process.stdout.write(`${helpText(known)}\n`);
    return 0;
  }
  if (known) return (await commands[known]()).run(args);
  const lines = Object.keys(usage).filter(isCommand).map(usageOf);
  process.stderr.write(
    `${name === undefined ? 'inget kommando' : `okänt kommando ${name}`}\nAnvändning:\n  ${lines.join('\n  ')}\n`,
  );
  return 2;
}

/** A bug has judged nothing, and must not look like the answer no. */
const broken = (error: unknown): number => {
  console.error(error);
  return 2;
};

process.exitCode = await main(process.argv.slice(2)).catch(broken);
