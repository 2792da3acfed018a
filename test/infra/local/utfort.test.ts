import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Parameters } from '../../../shared/packs/parameters.ts';

/** Runs the command line as a person would and gives what came out. */
const utfort = (line: string): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', ...line.split(' ').filter(Boolean)], (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });

describe.concurrent('each command answers with one line of JSON', () => {
  it.each([
    [
      'deadlines --pack leksand --month 2026-10',
      { pack: 'leksand', month: '2026-10', submission: '2026-11-02', report: '2026-11-06', statement: '2026-11-13' },
    ],
    [
      'clock --pack sn2016-840 --kind municipal --at 2026-06-18T13:20:00Z',
      { clockStart: '2026-06-22T07:00:00+02:00', due: '2026-06-23T07:00:00+02:00' },
    ],
    [
      'clock --pack leksand --kind private --at 2026-10-24T10:00:00+02:00 --set dygnMode=WALL_CLOCK_P1D',
      { clockStart: '2026-10-24T10:00:00+02:00', due: '2026-10-25T10:00:00+01:00' },
    ],
    ['workdays --pack leksand --from 2026-12-21 --add 10', { date: '2027-01-11' }],
    ['workdays --pack leksand --from 2026-12-20 --add 0', { date: '2026-12-20' }],
    [
      'workdays --pack leksand --from 2026-12-21 --add 10 --set calendar.evesAreVardag=true --set calendar.arbetsdagExtraClosed=2026-12-22',
      { date: '2027-01-08' },
    ],
    [
      'switch-window --pack sn2016-840 --out 2026-09-01T10:30:00+02:00 --in 2026-09-01T10:30:00+02:00 --date 2026-09-07',
      { earliest: '2026-09-08', latest: '2026-09-15', warnings: ['OUTSIDE_WINDOW'] },
    ],
    ['notice --pack halmstad --at 2026-08-31 --effective 2026-09-27', { earliest: '2026-09-28', short: 1 }],
    [
      'notice --pack halmstad --at 2026-08-31 --effective 2026-09-14 --weekly 600 --weekdays 1-5 --rate 38000 --set noticeBilling=ORDERED',
      {
        short: 14,
        billing: { ACTUAL: { minutes: 0, amountOre: 0 }, ORDERED: { minutes: 1200, amountOre: 760_000 } },
        charged: { policy: 'ORDERED', minutes: 1200, amountOre: 760_000 },
      },
    ],
  ])('%s', async (line, answer) => {
    const { code, out, err } = await utfort(line);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject(answer);
    expect(out.endsWith('}\n')).toBe(true);
  });

  it('with the keys that the contract names, and no more', async () => {
    const keys = async (line: string) => Object.keys(JSON.parse((await utfort(line)).out));
    expect(await keys('notice --pack halmstad --at 2026-08-31 --effective 2026-09-27')).toEqual(['earliest', 'short']);
    expect(await keys('workdays --pack leksand --from 2026-12-21 --add 10')).toEqual(['date']);
    expect(await keys('clock --pack leksand --kind private --at 2026-10-24T10:00:00Z')).toEqual([
      'clockStart',
      'due',
      'why',
    ]);
  });
});

describe.concurrent('wrong usage is exit code 2, with words that name it and nothing on standard output', () => {
  it.each([
    ['', 'inget kommando'],
    ['turns', '--list saknas'],
    ['turns --list saknas.json', 'saknas.json: filen finns inte'],
    ['vänta', 'okänt kommando vänta'],
    ['deadlines --pack botkyrka --month 2026-10', 'ingen månadsredovisning'],
    ['deadlines --pack leksand', '--month saknas'],
    ['deadlines --pack leksand --month 2026-13', '--month: ogiltigt värde 2026-13'],
    ['deadlines --pack leksand --month', '--month saknar värde'],
    ['deadlines --pack mora --month 2026-10', 'okänt paket mora'],
    ['deadlines --month 2026-10', '--pack saknas'],
    ['deadlines --pack leksand --month 2026-10 --set calendar.x=1', 'okänd parameter calendar.x'],
    ['deadlines --pack leksand --month 2026-10 --set dygnMode=24', 'dygnMode tar ELAPSED_24H|WALL_CLOCK_P1D'],
    ['deadlines --pack leksand --month 2026-10 --verbose', 'okänd flagga --verbose'],
    ['deadlines --pack leksand --month 2026-10 nu', 'oväntat ord nu'],
    ['clock --pack halmstad --kind private --at 2026-09-16T13:20:00Z', 'ingen startgräns'],
    ['clock --pack leksand --kind intern --at 2026-09-16T13:20:00Z', '--kind: ogiltigt värde intern'],
    ['clock --pack leksand --kind private --at 2026-09-16T13:20', '--at: ogiltigt värde'],
    ['workdays --pack leksand --from 2026-12-21 --add -1', '--add: ogiltigt värde -1'],
    ['workdays --pack leksand --from 2026-12-21 --add 1.5', '--add: ogiltigt värde 1.5'],
    ['workdays --pack leksand --from 2026-02-30 --add 1', '--from: ogiltigt värde 2026-02-30'],
    ['switch-window --pack halmstad --out 2026-09-01T10:30:00Z --in 2026-09-01T10:30:00Z', 'byte av utförare'],
    ['switch-window --pack leksand --out 2026-09-01T10:30:00Z', '--in saknas'],
    ['notice --pack leksand --at 2026-08-31 --effective 2026-09-27', 'ingen uppsägningstid'],
    ['notice --pack halmstad --at 2026-08-31 --effective 2026-09-27 --weekly 600', '--weekly, --weekdays och --rate'],
    [
      'notice --pack halmstad --at 2026-08-31 --effective 2026-09-27 --weekly 600 --weekdays 5-1 --rate 1',
      '--weekdays',
    ],
    [
      'notice --pack halmstad --at 2026-08-31 --effective 2026-09-27 --weekly 600 --weekdays 1,1 --rate 1',
      '--weekdays',
    ],
  ])('%s', async (line, words) => {
    const { code, out, err } = await utfort(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).toMatch('Användning:');
  });
});

it('prints help with every parameter of the list', async () => {
  for (const line of ['--help', 'clock --help']) {
    const { code, out } = await utfort(line);
    expect(code).toBe(0);
    for (const key of Object.keys(Parameters.shape)) expect(out).toContain(`  ${key}=`);
  }
  expect((await utfort('verify --help')).out).not.toContain('--set');
});

it('names the month’s commands in the README as in its help', async () => {
  const readme = readFileSync('README.md', 'utf8');
  const { out } = await utfort('--help');
  for (const name of ['check', 'sample', 'template', 'adjust', 'invoice-check', 'month', 'months', 'verify']) {
    expect(readme).toMatch(new RegExp(`npm run -s utfort -- ${name} `));
    expect(out).toMatch(new RegExp(`^  utfort ${name} `, 'm'));
  }
});
