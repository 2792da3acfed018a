import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { registry } from '../../functions/registry.ts';
import { type Bundle, bundle } from './bundle.ts';
import { groupsOf } from './groups.ts';

/** `promises.md` P3: what a function may weigh, and how long it may take until it is ready. */
const budget = { kB: 350, milliseconds: 60 };
const rounds = 5;

/** Why a function is above the budget all the same, and how far. Above that, or without a line here, the report fails. */
const reasons = [
  {
    of: /^months-(sign|read)$|^orders-identity$/,
    what: 'weight',
    upTo: 1300,
    because:
      'set a statement, a form or an assignment as a tagged PDF: pdfkit and fontkit, 400 kB, on top of what all carry.',
  },
  {
    of: /^mail-job$/,
    what: 'weight',
    upTo: 2800,
    because:
      'verifies mail: mailauth with the list of public suffixes (tldts), what it checks its own input by (joi), and tables of alphabets (iconv-lite, encoding-japanese). Nobody waits for it.',
  },
  {
    of: /^mail-job$/,
    what: 'start',
    upTo: 900,
    because: 'the same: it is loaded when a mail comes, and then every minute.',
  },
  {
    of: /^/,
    what: 'weight',
    upTo: 800,
    because:
      'all carry the DynamoDB client with its core (215 kB), zod (104), temporal-polyfill (55) and Powertools (40) before a line of their own; S3, KMS and SES come as pieces that load when first needed (15 to 165), laid only where they are. Left out: the chain of credentials (135) and WOFF2 (486).',
  },
  {
    of: /^/,
    what: 'start',
    upTo: 400,
    because:
      "some 75 ms where nothing else runs: the DynamoDB client 31 (Node's own https and crypto, shown below, among them), zod and the schemas of the chain 20, the rule packs, which are parsed when they are loaded, 17. A busy machine shows more.",
  },
] as const;

const reasonFor = (id: string, what: 'weight' | 'start', value: number) =>
  reasons.find((reason) => reason.what === what && reason.of.test(id) && value <= reason.upTo);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds in a new process until something has been imported. */
function startOf(imports: readonly string[]): number {
  const script = `const at = performance.now(); ${imports.map((one) => `await import('${one}');`).join(' ')} console.log(performance.now() - at)`;
  const env = { PATH: process.env.PATH ?? '', AWS_REGION: 'eu-north-1' };
  const run = () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env }));
  return median(Array.from({ length: rounds }, run));
}

const gzipped = ({ folder }: Bundle): number =>
  globSync('**/*.mjs', { cwd: folder, exclude: ['node_modules'] }).reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).byteLength,
    0,
  );

const kB = (bytes: number) => String(Math.round(bytes / 1000)).padStart(6);
const ms = (milliseconds: number) => milliseconds.toFixed(0).padStart(6);

console.log(
  'kB minified: at start, in all it may load; kB gzip in all; ms from start to handler ready (median of 5)\n',
);
console.log(`${'function'.padEnd(20)} start    all   gzip     ms`);
let unexcused = 0;
for (const one of await bundle(groupsOf(registry))) {
  const { id, bytes, folder } = one;
  const milliseconds = startOf([join(folder, 'index.mjs')]);
  const above = [
    ...(bytes.inAll > budget.kB * 1000 ? (['weight'] as const) : []),
    ...(milliseconds > budget.milliseconds ? (['start'] as const) : []),
  ];
  const values = { weight: bytes.inAll / 1000, start: milliseconds };
  unexcused += above.filter((what) => !reasonFor(id, what, values[what])).length;
  console.log(
    `${id.padEnd(20)}${kB(bytes.atStart)} ${kB(bytes.inAll)} ${kB(gzipped(one))} ${ms(milliseconds)}  ${above.join(', ')}`,
  );
}
console.log(`\n${"Node's own https and crypto".padEnd(41)}${ms(startOf(['node:https', 'node:crypto']))}`);
console.log(`budget: ${budget.kB} kB in all, ${budget.milliseconds} ms\n`);
for (const { of, what, because } of reasons)
  console.log(
    `${what}${of.source === '^' ? '' : ` of ${of.source.replaceAll(/[$^]/g, '').replace('|', ' and ')}`}: ${because}`,
  );
if (unexcused > 0) throw new Error(`${unexcused} functions are above the budget without a reason`);
