import { run } from '../../infra/local/cli/check.ts';

/** The command itself, in a process of its own, and then the most memory that the process ever held, in MB. */
const [folder = '', id = 'P1'] = process.argv.slice(2);
const file = (name: string): string => `${folder}/${name}`;
const files = ['--report', file(`${id}-report.csv`), '--deviations', file(`${id}-deviations.csv`)];
const code = await run(['--pack', 'leksand', '--cases', file('cases.json'), ...files]);
if (code !== 0) throw new Error('the generated file is not clean');
process.stderr.write(`${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
